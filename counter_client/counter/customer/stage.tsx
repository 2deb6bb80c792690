// The stage: the one customer the clerk looks at, or what stands in the way of one.
import type { CounterView } from "@web/wire.ts";
import { mmss, now, serverNow } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { StateMark, onPointer } from "@web/drawing/parts.tsx";
import { Undo as UndoChip } from "@web/drawing/undo.tsx";
import { waitState } from "@web/hall/standing.ts";
import type { Desk } from "../desk/desk.ts";
import { KEYCAPS } from "../keys/keys.ts";
import { t } from "../texts.ts";
import { Customer, Gauge } from "./customer.tsx";
import { answersFor, pauseReason } from "../desk/sheets.ts";

function Scene({ desk, view }: { desk: Desk; view: CounterView }) {
  if (view.ticket) return <Customer desk={desk} view={view} ticket={view.ticket} />;
  if (view.state === "paused") return <Paused view={view} />;
  return view.state === "closed" ? <Closed desk={desk} view={view} /> : <Idle desk={desk} view={view} />;
}

export const Stage = ({ desk, view }: { desk: Desk; view: CounterView }) => (
  <main class={`stage ${view.state}`}>
    <Scene desk={desk} view={view} />
    <p class="hint" role="status">
      {desk.hint.value ? t(desk.hint.value, { number: view.ticket?.number ?? "" }) : answersFor(view)}
    </p>
    <Paper desk={desk} view={view} />
    <Undo desk={desk} view={view} />
  </main>
);

/** The customer stands here and waits for it: where it does not come out, it is printed again or its code written down. */
function Paper({ desk, view }: { desk: Desk; view: CounterView }) {
  const { paper } = view;
  if (!paper) return null;
  const lost = ["unknown", "dropped"].includes(paper.state);
  return (
    <p class={lost ? "paper lost" : "paper"} role="status">
      {t(lost ? "paper_lost" : paper.state === "held" ? "paper_held" : "paper_coming", { number: paper.number })}
      {paper.code && (lost || paper.state === "held") && <b>{paper.code}</b>}
      {lost && <button type="button" class="small" onClick={onPointer(() => void desk.ask({ type: "reprint_slip", ticket: paper.ticket, printer: "" }))}>{t("paper_again")}</button>}
    </p>
  );
}

// The stage without a customer: closed, free, paused.
export function Closed({ desk, view }: { desk: Desk; view: CounterView }) {
  return (
    <div class="scene">
      <p class="who quiet">{t("closed_title")}</p>
      <p class="lead">{t("closed_hint")}</p>
      <label class="business">
        {t("business")}
        <select value={desk.profile.value ?? view.profile} onChange={(e) => (desk.profile.value = e.currentTarget.value)}>
          {view.all_profiles.map((profile) => (
            <option key={profile.id} value={profile.id}>
              {tx(profile.name)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

export function Paused({ view }: { view: CounterView }) {
  const time = mmss((now.value - Date.parse(view.since)) / 1000);
  return (
    <div class="scene">
      <p class="who quiet">{t("paused_title")}</p>
      <p class="lead">
        {pauseReason(view.pause_reason)} · {t("paused_for", { time })}
      </p>
      <p class="faint">{t("paused_hint")}</p>
    </div>
  );
}

export function Idle({ desk, view }: { desk: Desk; view: CounterView }) {
  const next = view.next[0];
  if (!next) {
    return (
      <div class="scene">
        <p class="who quiet">{t("nobody")}</p>
        <p class="lead">{t(desk.auto.value ? "nobody_auto" : "nobody_hint")}</p>
      </div>
    );
  }
  const waited = (now.value - Date.parse(next.clock_from)) / 1000;
  const state = waitState(waited, view);
  return (
    <div class="scene">
      <p class="who next">
        <small>{t("idle_title")}</small>
        {next.number}
      </p>
      <p class="lead">{tx(next.service_name)}</p>
      <div class="gauges">
        <Gauge label={t("waited")} figure={mmss(waited)} tone={state}>
          <StateMark state={state} />
        </Gauge>
      </div>
      <p class="faint">{t("idle_hint")}</p>
    </div>
  );
}

// The chip that takes back the last no-show or finish while there is still time.
export function Undo({ desk, view }: { desk: Desk; view: CounterView }) {
  void now.value; // count down
  const left = view.undo ? (Date.parse(view.undo.until) - serverNow()) / 1000 : 0;
  if (!view.undo || left <= 0) return null;
  const word = view.undo.what === "no_show" ? "undo_no_show" : "undo_finished";
  return <UndoChip words={t(word, { number: view.undo.number })} seconds={left} undo={() => desk.do("undo")} keycap={KEYCAPS.undo} />;
}
