// Below a number: stay longer, how long it stands, done.
import { Button } from "@web/parts.tsx";
import { useCountdown } from "./countdown.ts";
import { reset } from "./flow.ts";
import { t } from "./texts.ts";

/** `held`: the time does not run yet. */
export function ResultFoot({ seconds, held = false }: { seconds: number; held?: boolean }) {
  const [left, stay] = useCountdown(seconds, held, reset);
  return (
    <div class="foot">
      <Button icon="clock" onClick={stay}>{t("stay")}</Button>
      <p class="faint">{t("leaving", { seconds: left })}</p>
      <Button kind="primary" icon="check" onClick={reset}>{t("finish")}</Button>
    </div>
  );
}
