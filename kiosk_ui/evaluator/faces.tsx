// Five faces with words, from very satisfied to very dissatisfied; one tap is the answer.
import { useState } from "preact/hooks";
import type { EvaluatorDesk } from "./desk.ts";
import { LEVELS } from "./flow.ts";
import { t } from "./texts.ts";

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
  <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
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
