// The keyboard of the console: listens everywhere, gives way to fields, dialogs and focused buttons.
import { covered, type Desk } from "../desk/desk.ts";
import { tellPoints } from "../customer/points.tsx";
import { actionOf, finds, handsOver, looksUp, noticed, toldPoints } from "../keys/keys.ts";
import { possible } from "../keys/moments.ts";

const FIELDS = ["INPUT", "TEXTAREA", "SELECT"];
const PRESSABLE = ["BUTTON", "A", "SUMMARY"];

/** Somebody who went to a button with Tab presses that button, and nothing else. */
function belongsToFocus(event: KeyboardEvent): boolean {
  const { tagName } = event.target as HTMLElement;
  if (FIELDS.includes(tagName)) return true;
  return PRESSABLE.includes(tagName) && (event.key === "Enter" || event.key === " ");
}

/** Returns what takes the listener away. */
export function listen(desk: Desk): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || covered(desk) || belongsToFocus(event)) return;
    if (finds(event)) {
      event.preventDefault();
      desk.finding.value = true;
      return;
    }
    if (looksUp(event)) {
      event.preventDefault();
      desk.lookingUp.value = true;
      return;
    }
    const view = desk.view.peek();
    const customer = view?.ticket;
    if (customer && noticed(event)) {
      event.preventDefault();
      desk.noticing.value = customer.id;
      return;
    }
    if (customer && toldPoints(event)) {
      event.preventDefault();
      tellPoints(desk, customer);
      return;
    }
    if (view?.ticket && handsOver(event)) {
      event.preventDefault();
      if (possible("divert", view)) desk.handing.value = view.ticket.id;
      else desk.do("divert"); // says why not
      return;
    }
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    desk.do(action);
  };
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}
