// The deck: every action has one fixed place, so the hand learns it.
import type { Desk } from "./desk.ts";
import type { Action } from "./keys.ts";
import { t } from "./texts.ts";
import type { CounterView } from "@web/wire.ts";
import { Key } from "./key.tsx";

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
