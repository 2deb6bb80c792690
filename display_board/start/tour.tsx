// A demo's story in three minutes: what to open, what to do there, and what to look for. It can be put away.
import { signal } from "@preact/signals";
import { Button } from "@web/drawing/parts.tsx";
import { hallDay, serverNow } from "@web/time/clock.ts";
import { addDays } from "@web/time/days.ts";
import { t } from "./texts.ts";

const KEY = "hallqueue.tour";
const away = signal(localStorage.getItem(KEY) !== null);

function putAway(on: boolean): void {
  away.value = on;
  if (on) localStorage.setItem(KEY, "away");
  else localStorage.removeItem(KEY);
}

/** The effect of the year that most of the demo's month of past lies in: it opens with an answer. */
const HALF_A_MONTH = 14;
const effectOf = (today: string): string => `/reports/?report=effect&period=year&date=${addDays(today, -HALF_A_MONTH)}`;

const STEPS = [
  ["take", "/kiosk/"],
  ["call", "/counter/?counter="],
  ["hear", "/lobby/"],
  ["remedy", "/guide/"],
  ["effect", "/reports/"],
] as const;

function hrefOf(step: (typeof STEPS)[number][0], href: string, counter: string): string {
  if (step === "effect") return effectOf(hallDay(serverNow()));
  return href.endsWith("=") ? href + encodeURIComponent(counter) : href;
}

/** `counter`: the one that nobody simulated sits at, so that it is the visitor's own. */
export function Tour({ counter }: { counter: string }) {
  if (away.value) return <p><Button kind="quiet" icon="guide" onClick={() => putAway(false)}>{t("tour")}</Button></p>;
  return (
    <section class="card tour" aria-labelledby="tour">
      <h2 id="tour">{t("tour")}</h2>
      <ol>
        {STEPS.map(([step, href]) => (
          <li key={step}>
            <a href={hrefOf(step, href, counter)} target="_blank">{t(`tour_${step}`)}</a>
            <span>{t(`tour_${step}_help`)}</span>
          </li>
        ))}
      </ol>
      <Button kind="quiet" onClick={() => putAway(true)}>{t("tourSkip")}</Button>
    </section>
  );
}
