// What stands on something that is about to go, said before it goes; and what shall take its place.
import { useState } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { Choice, Field } from "@web/form/form.tsx";
import { fieldAt, optionsOf } from "../draft/asked.ts";
import { change, draft, references } from "../draft/store.ts";
import { t } from "./in_use_texts.ts";
import { mustBeReplaced, removed, usesOf, type Kind, type Use } from "../draft/uses.ts";

const SHOWN = 4;

const kindName = (kind: Use["kind"]): string => (kind === "ladders" ? t("ladder") : tx(fieldAt(kind)!.noun));

/** "业务：缴费、过户；窗口：1 号窗口" */
function usesText(uses: readonly Use[]): string {
  const kinds = Array.from(new Set(uses.map((one) => one.kind)));
  const named = kinds.map((kind) => {
    const names = uses.filter((one) => one.kind === kind).map((one) => tx(one.name) || one.id);
    const some = names.filter(Boolean).slice(0, SHOWN).join(t("and"));
    const more = names.length > SHOWN ? t("more", { n: names.length }) : "";
    return some ? t("of_kind", { kind: kindName(kind), names: some + more }) : kindName(kind);
  });
  return named.join(t("next"));
}

/** For a row's `keeps`: why it cannot simply be removed. */
export const keptBy = (kind: Kind, id: string): string => (mustBeReplaced(usesOf(references(), draft.value!, kind, id)) ? t("kept") : "");

interface Props {
  kind: Kind;
  id: string;
  name: string;
}

/** Inside a row: nothing while it may simply go, otherwise who uses it and the way to let it go all the same. */
export function InUse({ kind, id, name }: Props) {
  const [instead, choose] = useState("");
  const uses = usesOf(references(), draft.value!, kind, id);
  if (!uses.length) return null;
  const left = optionsOf(kind).filter((one) => one.value !== id);
  if (!mustBeReplaced(uses)) return <p class="in-use hint">{t("loses", { uses: usesText(uses) })}</p>;
  if (!left.length) return <p class="in-use hint">{t("last", { uses: usesText(uses) })}</p>;
  const go = () => change((config) => removed(references(), config, kind, id, instead));
  return (
    <details class="in-use">
      <summary>{t("wants", { name })}</summary>
      <p class="hint">{t("used", { uses: usesText(uses) })}</p>
      <Field label={t("instead")}>
        <Choice value={instead} options={left} none={t("choose")} onChange={choose} />
      </Field>
      <Button kind="danger" disabled={!instead} onClick={go}>{t("replace")}</Button>
    </details>
  );
}
