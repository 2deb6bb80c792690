// What can be pressed on the screen as it stands, in the order in which keys and a switch go through it: what the screen is
// for, the way back, the help that is always there, and last the call for a guide.
import type { Stop } from "./scanning.ts";

export interface Place extends Stop {
  part: HTMLElement;
}

const PRESSED = "button:not(:disabled), a[href], input:not(:disabled)";
const names = new WeakMap<Element, string>();
let named = 0;

function nameOf(part: Element): string {
  if (!names.has(part)) names.set(part, `stop ${++named}`);
  return names.get(part)!;
}

/** Hidden, inert and off-screen things cannot be pressed, so nobody stands on them. */
function isSeen(part: Element): boolean {
  const { left, top, width, height } = part.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (!width || !height || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
  return getComputedStyle(part).visibility !== "hidden" && !part.closest("[inert], [aria-hidden=true]");
}

const rank = (part: Element): number =>
  part.matches(".comfort .guide") ? 3 : part.closest(".comfort") ? 2 : part.hasAttribute("data-back") ? 1 : 0;

/** Letters that stand beside each other are one row, however many the screen has room for. */
const rowOf = (part: HTMLElement): string => (part.closest("[data-rows]") ? String(Math.round(part.getBoundingClientRect().top)) : "");

/** A question that covers the screen has stops of its own only; the one that was asked last lies on top. */
export const question = (): Element | undefined => Array.from(document.querySelectorAll("dialog[open]")).pop();

export function stopsNow(): Place[] {
  const parts = Array.from((question() ?? document).querySelectorAll<HTMLElement>(PRESSED)).filter(isSeen);
  return parts.sort((one, other) => rank(one) - rank(other)).map((part) => ({ id: nameOf(part), row: rowOf(part), part }));
}
