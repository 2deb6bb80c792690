// A plain section: a list of the set-up as the server describes it, each item kept while others stand on it.
import { Choice, Field, Table } from "@web/form/form.tsx";
import { joined } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { HallConfig, Text } from "@web/wire.ts";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fieldAt, type Listed, optionsOf } from "../draft/asked.ts";
import { change, draft, put, putItems, references } from "../draft/store.ts";
import { type Kind, mustBeReplaced, removed, type Use, usesOf } from "../draft/uses.ts";
import type { SetupSection } from "../draft/section.tsx";

const t = pairs({
  next: ["；", "; "],
  more: [" 等 {n} 个", " and others, {n} in all"],
  of_kind: ["{kind}：{names}", "{kind}: {names}"],
  ladder: ["单独的补救阶梯", "a ladder of its own"],
  kept: ["在用；要删除请点上面的“不再需要”", "In use; see above to remove it"],
  wants: ["不再需要“{name}”", "“{name}” is no longer needed"],
  used: ["正在用它的：{uses}。选一个来接替，再删除。", "It is used by {uses}. Choose what takes its place, then remove it."],
  loses: ["用到它的：{uses}；删除后它们不再包含它。", "Used by {uses}; they go on without it when it is removed."],
  last: ["用到它的：{uses}；它是最后一个，不能删除。", "Used by {uses}; it is the last one and stays."],
  instead: ["改用", "Use instead"],
  choose: ["请选择", "Please choose"],
  replace: ["改用后删除", "Replace and remove"],
});

// What stands on something that is about to go, said before it goes; and what shall take its place.

const SHOWN = 4;

const kindName = (kind: Use["kind"]): string => (kind === "ladders" ? t("ladder") : tx(fieldAt(kind)!.noun));

/** "业务：缴费、过户；窗口：1 号窗口" */
function usesText(uses: readonly Use[]): string {
  const kinds = Array.from(new Set(uses.map((one) => one.kind)));
  const named = kinds.map((kind) => {
    const names = uses.filter((one) => one.kind === kind).map((one) => tx(one.name) || one.id);
    const some = joined(names.filter(Boolean).slice(0, SHOWN));
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

type ItemOf<K extends Listed> = HallConfig[K][number];
const NAMED: readonly string[] = ["zones", "queues", "services", "segments", "profiles", "counters"];
const isNamed = (id: string): id is Kind => NAMED.includes(id);

type Rest<K extends Listed> = Omit<Parameters<typeof Table<ItemOf<K>>>[0], "where" | "items" | "onChange">;

interface ListedProps<K extends Listed> extends Rest<K> {
  id: K;
  /** Above the list, and under it. */
  top?: ComponentChildren;
  foot?: ComponentChildren;
}

/** The rows alone. */
export function ListedRows<K extends Listed>({ id, below, ...rest }: Rest<K> & { id: K }) {
  const items = draft.value![id] as readonly ItemOf<K>[];
  const set = (isNamed(id) ? putItems(id) : put(id)) as (items: readonly ItemOf<K>[]) => void;
  const whole = (item: ItemOf<K>, change: (item: ItemOf<K>) => void, at: number) => (
    <>
      {below?.(item, change, at)}
      {isNamed(id) && <InUse kind={id} id={item.id} name={tx((item as { name: Text }).name)} />}
    </>
  );
  const keeps = isNamed(id) ? (item: ItemOf<K>) => keptBy(id, item.id) : undefined;
  return <Table<ItemOf<K>> where={id} items={items} onChange={set} keeps={keeps} below={whole} {...rest} />;
}

const ListedPart = <K extends Listed>({ id, top, foot, ...rest }: ListedProps<K>) => (
  <>
    {top}
    <ListedRows id={id} {...(rest as Rest<K>)} />
    {foot}
  </>
);

/** `props` are made anew whenever the section is drawn; `more` is what else the section is. */
export const listed = <K extends Listed>(id: K, props: () => Omit<ListedProps<K>, "id">, more: Partial<SetupSection> = {}): SetupSection => ({
  id,
  keys: [id],
  part: () => <ListedPart id={id} {...(props() as Omit<ListedProps<K>, "id">)} />,
  ...more,
});
