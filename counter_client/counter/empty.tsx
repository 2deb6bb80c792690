// The stage without a customer: closed, free, paused.
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { StateMark } from "@web/parts.tsx";
import type { CounterView } from "@web/wire.ts";
import { standing } from "./care.ts";
import type { Desk } from "./desk.ts";
import { pauseReason } from "./reasons.ts";
import { t } from "./texts.ts";
import { Gauge } from "./gauge.tsx";

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

export function Idle({ view }: { view: CounterView }) {
  const next = view.next[0];
  if (!next) {
    return (
      <div class="scene">
        <p class="who quiet">{t("nobody")}</p>
        <p class="lead">{t("nobody_hint")}</p>
      </div>
    );
  }
  const waited = (now.value - Date.parse(next.clock_from)) / 1000;
  const state = standing(waited, view.goal_seconds, view.threshold_seconds);
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
