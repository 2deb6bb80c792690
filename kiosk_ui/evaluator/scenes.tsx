// Five faces with words, from very satisfied to very dissatisfied; one tap is the answer.
import { useState } from "preact/hooks";
import { Language } from "@web/drawing/language.tsx";
import { Button, Icon } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import type { EvaluatorView } from "@web/wire.ts";
import type { EvaluatorDesk } from "./desk.ts";
import { LEVELS } from "./flow.ts";
import { t, type Word } from "./texts.ts";

type Level = (typeof LEVELS)[number];

/** A mouth bent up or down; drawn, so that it is the same on every screen. */
const MOUTHS: Readonly<Record<Level, string>> = {
  5: "M18 37q14 18 28 0z",
  4: "M20 38q12 11 24 0",
  3: "M20 41h24",
  2: "M20 45q12-10 24 0",
  1: "M19 47q13-16 26 0",
};

const BROWS = "M18 19l9 4M46 19l-9 4";

const Face = ({ level }: { level: Level }) => (
  <svg viewBox="2.5 2.5 59 59" aria-hidden="true" focusable="false">
    <circle class="skin" cx="32" cy="32" r="28" />
    <circle class="eye" cx="23" cy="27" r="3.2" />
    <circle class="eye" cx="41" cy="27" r="3.2" />
    <path class={level === 5 ? "mouth open" : "mouth"} d={MOUTHS[level]} />
    {level === 1 && <path class="mouth" d={BROWS} />}
  </svg>
);

export function Faces({ desk, title, note }: { desk: EvaluatorDesk; title: string; note: string }) {
  const [chosen, choose] = useState<Level | null>(null);
  const tap = (level: Level) => {
    if (chosen) return; // one tap: the first one counts
    choose(level);
    desk.rate(level);
  };
  return (
    <section class="asking" aria-label={title}>
      <h1>{title}</h1>
      <p class="faint">{note}</p>
      <div class="faces">
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            class={`face l${level}${chosen === level ? " chosen" : ""}`}
            aria-pressed={chosen === level}
            disabled={chosen !== null && chosen !== level}
            onClick={() => tap(level)}
          >
            <Face level={level} />
            <span>{t(`level${level}`)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

// Somebody took the time: thanked like a person, by the same face.
export const Thanks = ({ rain }: { rain: boolean }) => (
  <section class="thanks l5" role="status">
    <Face level={5} />
    <h1>{t("thanks")}</h1>
    <p>{t("thanks_for")}</p>
    <p>{t(rain ? "belongings_rain" : "belongings")}</p>
  </section>
);

// What was wrong, if the customer wants to say: several may be chosen, none must be.
const REASONS: readonly Word[] = ["reason_wait", "reason_attitude", "reason_speed", "reason_rules", "reason_other"];

export function Reasons({ desk }: { desk: EvaluatorDesk }) {
  const chosen = desk.picked.value;
  const toggle = (word: Word) =>
    (desk.picked.value = chosen.includes(word) ? chosen.filter((w) => w !== word) : [...chosen, word]);
  return (
    <section class="asking" aria-label={t("why")}>
      <h1>{t("why")}</h1>
      <p class="faint">{t("why_hint")}</p>
      <div class="faces">
        {REASONS.map((word) => (
          <button key={word} type="button" class="face reason" aria-pressed={chosen.includes(word)} onClick={() => toggle(word)}>
            <span aria-hidden="true" class="tick">{chosen.includes(word) ? "✓" : ""}</span>
            <span>{t(word)}</span>
          </button>
        ))}
      </div>
      <div class="foot">
        <Button big onClick={() => desk.explain([])}>{t("skip")}</Button>
        <Button big kind="primary" disabled={!chosen.length} onClick={() => desk.explain(chosen)}>{t("send")}</Button>
      </div>
    </section>
  );
}

// Between customers: which counter, who serves; numbers and no names.
export const Idle = ({ view }: { view: EvaluatorView }) => (
  <section class="resting">
    <p class="badge-card" aria-hidden="true">
      <Icon name="guide" />
    </p>
    <div>
      <h1>{tx(view.name)}</h1>
      <p class="staff">
        {view.staff ? (
          <>
            {t("staff")} <b class="number">{view.staff}</b>
          </>
        ) : (
          t("closed")
        )}
      </p>
      <p class="faint">{view.staff ? t("rate_me") : t("welcome")}</p>
    </div>
  </section>
);

// The top line of the evaluator: whose screen, how much time is left, and the other language.
const RADIUS = 19;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that empties, around the seconds; the words are for who hears the screen. */
function Ring({ left, total }: { left: number; total: number }) {
  return (
    <span class="ring" role="timer" aria-label={t("left", { n: left })}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r={RADIUS} />
        <circle class="rest" cx="22" cy="22" r={RADIUS} stroke-dasharray={`${(ROUND * left) / total} ${ROUND}`} />
      </svg>
      <b aria-hidden="true">{left}</b>
    </span>
  );
}

export function Head({ view, desk }: { view: EvaluatorView; desk: EvaluatorDesk }) {
  const asking = desk.total.value > 0 && desk.scene.value !== "thanks";
  return (
    <header>
      <span class="hall">{tx(view.hall)}</span>
      {asking && <Ring left={desk.left.value} total={desk.total.value} />}
      <Language />
    </header>
  );
}
