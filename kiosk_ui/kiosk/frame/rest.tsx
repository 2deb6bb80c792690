// Has the customer gone? A question with a countdown, then the kiosk forgets them.
import { useEffect, useState } from "preact/hooks";
import { now } from "@web/time/clock.ts";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import { elder, isChanged, scans } from "../comfort/comfort.ts";
import { reset, step } from "../flow.ts";
import { patience, secondsLeft } from "./rest.ts";
import { scan } from "../keys_and_voice/switches.ts";
import { t } from "../texts.ts";
import { spoken } from "../control_words.ts";
import { say } from "../keys_and_voice/voice.ts";

const WATCHED = ["choose", "before", "late", "priority", "return"];

export function Rest() {
  const [touched, setTouched] = useState(Date.now());
  const touch = () => setTouched(Date.now());
  const at = step.value.at;
  const moving = scan.value.way === "switch"; // by itself, and it stops by itself: then the time begins to run
  useEffect(touch, [at, moving]);
  useEffect(() => {
    const events = ["pointerdown", "keydown"];
    events.forEach((event) => addEventListener(event, touch));
    return () => events.forEach((event) => removeEventListener(event, touch));
  }, []);
  void now.value; // look again every second
  const home = at === "home" && isChanged(); // whoever leaves from there is not asked, and leaves nothing behind
  const left = (WATCHED.includes(at) || home) && !moving ? secondsLeft((Date.now() - touched) / 1000, patience(elder.value, scans.value)) : null;
  const asking = left !== null && left > 0 && !home;
  useEffect(() => {
    if (asking) say("idle_warning");
  }, [asking]);
  useEffect(() => {
    if (left === 0) reset();
  }, [left]);
  if (!asking) return null;
  return (
    <Dialog title={t("idleTitle")} onClose={touch}>
      <p class="left">{t("idleHelp", { seconds: left })}</p>
      <Button {...spoken("go_on")} kind="primary" big autofocus onClick={touch}>{t("go_on")}</Button>
    </Dialog>
  );
}
