// The evaluator's memory and its asks: every tap is the customer's, every silence is told as one.
import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { now, serverNow } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { notify } from "@web/drawing/parts.tsx";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { Command, EvaluatorView, GiveReasons } from "@web/wire.ts";
import { NOBODY, patience, sceneOf, secondsLeft, type Remembered, type Scene } from "./flow.ts";
import { chinese, type Word } from "./texts.ts";

const OVER = ["evaluation_over", "rated_already"]; // said too late: no news for the customer

export interface EvaluatorDesk {
  scene: ReadonlySignal<Scene>;
  left: ReadonlySignal<number>;
  total: ReadonlySignal<number>;
  /** The reasons ticked so far; time running out sends them, too. */
  picked: Signal<readonly Word[]>;
  rate(level: number): void;
  explain(reasons: readonly Word[]): void;
}

export function makeEvaluator(live: Live<EvaluatorView>, place: string): { desk: EvaluatorDesk; stop: () => void } {
  const remembered = signal<Remembered>(NOBODY);
  const picked = signal<readonly Word[]>([]);
  const scene = computed<Scene>(() => (live.view.value ? sceneOf(live.view.value, remembered.value) : "idle"));
  const shown = signal({ at: serverNow(), on: performance.now() });
  const total = computed(() => (live.view.value ? patience(scene.value, live.view.value) : 0));
  const left = computed(() => secondsLeft(shown.value.at, total.value, Math.max(now.value, shown.value.at)));

  const ask = async (command: Command): Promise<void> => {
    try {
      await live.ask(command);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      if (!OVER.includes(problem.code)) notify(problem.text, "bad");
    }
  };
  const remember = (what: Partial<Remembered>) => (remembered.value = { ...remembered.peek(), ...what });
  const close = (evaluation: string) => void ask({ type: "close_evaluation", counter: place, evaluation });

  const rate = (level: number) => {
    const { evaluation = "" } = live.view.peek() ?? {};
    remember({ answered: evaluation });
    const reaction_ms = Math.round(performance.now() - shown.peek().on);
    if (scene.peek() === "rate") void ask({ type: "rate", counter: place, evaluation, level, reaction_ms });
    else void ask({ type: "rate_wait", counter: place, evaluation, level });
  };
  const explain = (words: readonly Word[]) => {
    const { evaluation = "" } = live.view.peek() ?? {};
    remember({ explained: evaluation });
    picked.value = [];
    const reasons = words.map(chinese) as GiveReasons["reasons"];
    if (reasons.length) void ask({ type: "give_reasons", counter: place, evaluation, reasons });
  };

  /** A scene nobody answered gives way; what is unanswered stays unrated. */
  const tooLate = (at: Scene) => {
    const { evaluation = "" } = live.view.peek() ?? {};
    if (at === "reasons") explain(picked.peek());
    else if (at === "thanks") remember({ thanked: remembered.peek().answered || evaluation });
    if (evaluation && at !== "reasons") close(evaluation);
  };

  const key = computed(() => `${scene.value} ${live.view.value?.evaluation ?? ""}`);
  const stops = [
    effect(() => {
      void key.value; // a new scene, or the same for another customer
      const asked = live.view.peek()?.asked_at;
      const at = scene.peek() === "rate" && asked ? Date.parse(asked) : serverNow();
      shown.value = { at, on: performance.now() };
    }),
    effect(() => {
      if (total.value > 0 && left.value === 0) tooLate(scene.peek());
    }),
  ];
  return { desk: { scene, left, total, picked, rate, explain }, stop: () => stops.forEach((stop) => stop()) };
}
