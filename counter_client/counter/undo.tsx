// The chip that takes back the last no-show or finish while there is still time.
import { now, serverNow } from "@web/clock.ts";
import type { CounterView } from "@web/wire.ts";
import type { Desk } from "./desk.ts";
import { onPointer } from "./keyboard.ts";
import { t } from "./texts.ts";

export function Undo({ desk, view }: { desk: Desk; view: CounterView }) {
  void now.value; // count down
  const left = view.undo ? (Date.parse(view.undo.until) - serverNow()) / 1000 : 0;
  if (!view.undo || left <= 0) return null;
  const word = view.undo.what === "no_show" ? "undo_no_show" : "undo_finished";
  return (
    <button type="button" class="undo" aria-keyshortcuts="U" onClick={onPointer(() => desk.do("undo"))}>
      <span>{t(word, { number: view.undo.number })}</span>
      <kbd aria-hidden="true">U</kbd>
      <b aria-hidden="true">{t("undo_left", { n: Math.max(1, Math.round(left)) })}</b>
    </button>
  );
}
