// One line of the day: how many are expected and how many came, as a strip of half-hours; how true the told waits were.
import { useEffect } from "preact/hooks";
import type { ExpectedToday, ManagerView } from "@web/wire.ts";
import { tx } from "@web/language/i18n.ts";
import { percentText } from "./care.ts";
import { bars, expectedToday, followToday } from "./today.ts";
import { MorningButton } from "../roster/morning.tsx";
import { t } from "./today_texts.ts";
import "./today.css";

export function Today({ view }: { view: ManagerView }) {
  useEffect(followToday, [view.day]);
  const today = expectedToday.value;
  return (
    <section class="today" aria-label={t("today")}>
      <Promised view={view} />
      {today && <Expected today={today} />}
      {today && <MorningButton view={view} today={today} />}
    </section>
  );
}

/** Never a share without its n. */
function Promised({ view: { promised } }: { view: ManagerView }) {
  const counts = { k: promised.part, n: promised.n };
  const words = promised.enough ? t("share", { percent: percentText(promised), ...counts }) : t("counted", counts);
  return <a class="promised" href="/reports/?report=promises">{t("promised")} <b>{promised.n ? words : t("none")}</b></a>;
}

const HIGH = 26;
const WIDE = 10; // of a half-hour

function Expected({ today }: { today: ExpectedToday }) {
  if (!today.expected) return <a href="/reports/?report=forecast">{tx(today.opening)}</a>;
  const { expected, low, high, came, updated } = today;
  const drawn = bars(today);
  return (
    <a class="expected" href="/reports/?report=forecast">
      <span>{t("expected", { expected, low, high })}</span>
      <svg role="img" aria-label={tx(today.opening)} viewBox={`0 0 ${drawn.length * WIDE} ${HIGH}`} preserveAspectRatio="none">
        {drawn.map((one) => <rect key={one.at} class="then" x={one.at * WIDE + 1} width={WIDE - 2} y={HIGH * (1 - one.expected)} height={HIGH * one.expected} />)}
        {drawn.map((one) => one.came !== null && <rect key={one.at} class="came" x={one.at * WIDE + 3} width={WIDE - 6} y={HIGH * (1 - one.came)} height={HIGH * one.came} />)}
      </svg>
      <span>{updated === null ? t("came", { came }) : t("came_so_far", { came, updated })}</span>
    </a>
  );
}
