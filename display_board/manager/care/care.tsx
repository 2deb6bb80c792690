// The care line: remedies due, done and missed, the goal's light, the three "do" (Q31), who leads, what gifts are left.
import type { ComponentChildren } from "preact";
import type { Live } from "@web/dialogue/live.ts";
import { Button, Icon, notify, notifyRefusal, StateMark, type State } from "@web/drawing/parts.tsx";
import type { ManagerView, Share } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { light } from "./care.ts";
import { Percent } from "./parts.tsx";
import { show, type ShareName } from "../dialogs.ts";
import "./care.css";

interface Props {
  view: ManagerView;
  live: Live<ManagerView>;
  /** Who only looks has no buttons that do something. */
  acts: boolean;
}

export function Care({ view, live, acts }: Props) {
  const minutes = view.goal_seconds / 60;
  const { at_once, in_standard, satisfied, finished } = view.three_do;
  return (
    <section class="care">
      <h2 class="hidden">{t("care")}</h2>
      <Remedies view={view} />
      <Goal name={t("peak", { minutes })} of="peak" share={view.within_peak} aim={view.goal_share} />
      <Goal name={t("all_day", { minutes })} of="all_day" share={view.within_day} aim={view.goal_share} />
      <div class="three">
        <Do name={t("at_once")} of="at_once" share={at_once} />
        <Do name={t("in_standard")} of="in_standard" share={in_standard} />
        <Do name={t("satisfied")} of="satisfied" share={satisfied} n={t("rated", { n: satisfied.n, finished })} />
      </div>
      <Shift view={view} live={live} acts={acts} />
      <Stock view={view} />
    </section>
  );
}

function Cell({ name, onOpen, children, class: extra = "" }: { name: string; onOpen: () => void; children: ComponentChildren; class?: string }) {
  return (
    <button class={`cell ${extra}`} onClick={onOpen}>
      <span class="name">{name}</span>
      <span class="value">{children}</span>
    </button>
  );
}

function Remedies({ view: { cases } }: { view: ManagerView }) {
  const { due, settled, missed, open } = cases;
  return (
    <Cell name={t("remedies", { due, settled, missed })} class={missed ? "remedies missed" : "remedies"} onOpen={() => show({ kind: "cases" })}>
      {open > 0 && <><StateMark state="remedy" text={t("open", { n: open })} />{" "}</>}
      <small>{t("coverage")} <Percent share={cases.coverage} /></small>
    </Cell>
  );
}

const LIGHT: Record<string, "kept" | "nearly" | "missed_goal"> = { good: "kept", near: "nearly", over: "missed_goal" };

function Goal({ name, of, share, aim }: { name: string; of: ShareName; share: Share; aim: number }) {
  const state: State | null = light(share, aim);
  return (
    <Cell name={name} onOpen={() => show({ kind: "share", of })}>
      {state && <><StateMark state={state} text={t(LIGHT[state]!)} />{" "}</>}
      <Percent share={share} />
    </Cell>
  );
}

const Do = ({ name, of, share, n }: { name: string; of: ShareName; share: Share; n?: string }) => (
  <Cell name={name} onOpen={() => show({ kind: "share", of })}><Percent share={share} n={n} /></Cell>
);

/** Guides then see first who could be helped without a counter (Q13). */
const Peak = ({ view, live }: Omit<Props, "acts">) => (
  <Button class={view.peak ? "peak on" : "peak"} aria-pressed={view.peak} onClick={() => void live.ask({ type: "set_peak_mode", on: !view.peak }).catch(notifyRefusal)}>
    {t(view.peak ? "peak_on" : "peak_off")}
  </Button>
);

/** The boards, the evaluators and the counters then speak of umbrellas and a wet floor (Q46). */
const Rain = ({ view, live }: Omit<Props, "acts">) => (
  <Button class={view.rain ? "peak on" : "peak"} aria-pressed={view.rain} onClick={() => void live.ask({ type: "set_rain_mode", on: !view.rain }).catch(notifyRefusal)}>
    {t(view.rain ? "rain_on" : "rain_off")}
  </Button>
);

function Shift({ view, live, acts }: Props) {
  const lead = () => void live.ask({ type: "lead_shift" }).then(() => notify(t("leading"), "good"), notifyRefusal);
  const mine = view.leader !== "" && live.actor.value?.id === `person:${view.leader}`;
  return (
    <div class="cell shift">
      <span class="name">{t("leader")}</span>
      <span class="value">
        <b class={view.leader ? "" : "nobody"}>{view.leader_name || t("no_leader")}</b>
        {acts && !mine && <Button onClick={lead}>{t("lead")}</Button>} {acts && <Peak view={view} live={live} />} {acts && <Rain view={view} live={live} />}
      </span>
    </div>
  );
}

function Stock({ view }: { view: ManagerView }) {
  const low = view.stock.filter((gift) => gift.low).length;
  return (
    <Cell name={t("stock")} onOpen={() => show({ kind: "stock" })}>
      {low ? <StateMark state="near" text={t("stock_low", { n: low })} /> : <span class="mark good"><Icon name="check" /> {t("stock_fine")}</span>}
    </Cell>
  );
}
