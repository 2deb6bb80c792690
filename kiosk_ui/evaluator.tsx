// The evaluator at a counter: the customer's own screen, which asks only after a finished business (5.8).
import { useEffect, useMemo } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { idle } from "@web/dialogue/reload.ts";
import type { EvaluatorView } from "@web/wire.ts";
import "./evaluator.css";
import { makeEvaluator } from "./evaluator/desk.ts";
import { Idle, Faces, Reasons, Head, Thanks } from "./evaluator/scenes.tsx";
import { t } from "./evaluator/texts.ts";

function Evaluator({ live, place }: BodyProps<EvaluatorView>) {
  const { desk, stop } = useMemo(() => makeEvaluator(live, place), [live, place]);
  useEffect(() => stop, [stop]);
  const view = live.view.value;
  const scene = desk.scene.value;
  useEffect(() => void (idle.value = scene === "idle"), [scene]);
  if (!view) return <main class="evaluator"><h1>{t("loading")}</h1></main>;
  return (
    <main class={`evaluator ${scene}`}>
      <Head view={view} desk={desk} />
      {scene === "idle" && <Idle view={view} />}
      {scene === "rate" && <Faces key={view.evaluation} desk={desk} title={t("rate")} note={t("rate_for", { number: view.number })} />}
      {scene === "rate_wait" && <Faces key={`${view.evaluation} wait`} desk={desk} title={t("rate_wait")} note={tx(view.name)} />}
      {scene === "reasons" && <Reasons key={view.evaluation} desk={desk} />}
      {scene === "thanks" && <Thanks rain={view.rain} />}
    </main>
  );
}

mount<EvaluatorView>("evaluator", Evaluator);
