// The steps of one ladder: after how long, what happens, who is told.
import { useState } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { Ladder, Rung } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { Ask, Danger, type Option } from "@web/form/form.tsx";
import { actingRungs, actsLeft } from "./ladders.ts";
import { replacedAt } from "@web/form/lists.ts";
import { nameOf, optionsOf } from "../draft/asked.ts";
import { draft, problemAt, usualRungs } from "../draft/store.ts";

interface Props {
  ladder: Ladder;
  at: number;
  onChange: (rungs: readonly Rung[]) => void;
}

const LATER = 600;

export function Rungs({ ladder, at, onChange }: Props) {
  const acting = actingRungs(draft.value!, ladder, usualRungs());
  // While a time is typed its step stays where it is; the next look shows them in their order.
  const [order] = useState(() => acting.map((rung) => rung.act));
  const place = (rung: Rung) => (order.includes(rung.act) ? order.indexOf(rung.act) : order.length);
  const rungs = acting.slice().sort((a, b) => place(a) - place(b));
  const acts = optionsOf("acts");
  const left = actsLeft(acts.map((act) => act.value), ladder);
  const last = acting[acting.length - 1]?.after_seconds ?? 0;
  const add = () => onChange([...rungs, { act: left[0]!, after_seconds: last + LATER, tells: ["guide"] }]);
  const wrong = problemAt(`ladders[${at}]`);
  return (
    <div class="ladder" data-where={`ladders[${at}]`}>
      {wrong && <p class="problem" role="alert">{tx(wrong)}</p>}
      <ol>
        {rungs.map((rung, nth) => (
          <li key={rung.act}>
            <Step rung={rung} where={`ladders[${at}].rungs[${ladder.rungs.findIndex((one) => one.act === rung.act)}]`} acts={acts.filter((act) => act.value === rung.act || left.includes(act.value))}
              onChange={(next) => onChange(replacedAt(rungs, nth, next))} onRemove={() => onChange(rungs.filter((_, i) => i !== nth))} />
          </li>
        ))}
      </ol>
      {left.length > 0 && <p><Button class="add" onClick={add}>＋ {t("add_step")}</Button></p>}
    </div>
  );
}

function Step({ rung, where, acts, onChange, onRemove }: { rung: Rung; where: string; acts: readonly Option[]; onChange: (rung: Rung) => void; onRemove: () => void }) {
  return (
    <div class="step">
      <Ask where={`${where}.after_seconds`} value={rung.after_seconds} onChange={(after_seconds) => onChange({ ...rung, after_seconds })} />
      <Ask where={`${where}.act`} value={rung.act} options={acts} onChange={(act) => onChange({ ...rung, act })} />
      <Ask where={`${where}.tells`} value={rung.tells} onChange={(tells) => onChange({ ...rung, tells })} />
      <Danger quiet label={t("remove_step", { act: nameOf("acts", rung.act) })} onConfirm={onRemove}>{t("remove")}</Danger>
    </div>
  );
}
