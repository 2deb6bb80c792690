// The deck: every action has one fixed place, so the hand learns it.
import type { CounterView, Command } from "@web/wire.ts";
import { onPointer } from "@web/drawing/parts.tsx";
import type { Desk } from "../desk/desk.ts";
import { KEYCAPS, type Action } from "../keys/keys.ts";
import { t, type Word } from "../texts.ts";
import { obvious, possible } from "../keys/moments.ts";

const PLACES: readonly Action[] = [
  "next",
  "start",
  "finish",
  "recall",
  "no_show",
  "back",
  "specific",
  "transfer",
  "park",
  "add",
  "walk",
  "pause",
  "auto",
  "close",
];

const MAY_CHANGE = ["team_leader", "hall_manager", "admin"];

export function Deck({ desk, view, role }: { desk: Desk; view: CounterView; role: string }) {
  const places: readonly Action[] = MAY_CHANGE.includes(role) ? [...PLACES, "profile"] : PLACES;
  return (
    <section class={`deck${places.length > PLACES.length ? " full" : ""}`} aria-label={t("keys")}>
      {places.map((action) => (
        <Key key={action} desk={desk} view={view} action={action} />
      ))}
    </section>
  );
}

// One button of the deck: what it does, and the key that does it.
type Kind = Command["type"];

const ASKS: Readonly<Partial<Record<Action, readonly Kind[]>>> = {
  next: ["finish_ticket", "call_next"],
  start: ["open_counter", "start_service"],
  finish: ["finish_ticket"],
  recall: ["recall"],
  no_show: ["mark_no_show"],
  back: ["return_to_queue"],
  pause: ["resume_counter"],
  undo: ["undo_last"],
};

/** The same key says what it does at this moment. */
function wordOf(action: Action, state: string): Word {
  if (action === "next" && state === "serving") return "finish_next";
  if (action === "start" && state === "closed") return "open";
  if (action === "pause" && state === "paused") return "resume";
  return action === "resume" || action === "restore" ? `${action}_word` : action;
}

export const capOf = (action: Action): string => (action === "next" ? t("key_space") : KEYCAPS[action]);

export function Key({ desk, view, action }: { desk: Desk; view: CounterView; action: Action }) {
  const can = possible(action, view);
  const asks = ASKS[action];
  const busy = can && desk.flying.value.some((kind) => asks?.includes(kind as Kind));
  const tone = can && obvious(view) === action ? " go" : "";
  return (
    <button
      type="button"
      class={`key ${action}${tone}`}
      disabled={!can}
      aria-busy={busy}
      aria-pressed={action === "auto" ? desk.auto.value : undefined}
      aria-keyshortcuts={KEYCAPS[action]}
      onClick={onPointer(() => desk.do(action))}
    >
      <span>{t(wordOf(action, view.state))}{action === "auto" && <small>{t(desk.auto.value ? "auto_on" : "auto_off")}</small>}</span>
      <kbd aria-hidden="true">{capOf(action)}</kbd>
    </button>
  );
}
