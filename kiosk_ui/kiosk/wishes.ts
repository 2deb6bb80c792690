// Two taps in a moment are one wish: the same business keeps its request name for a few seconds.
import { newName } from "../../server/web/asks.ts";

const COOLDOWN = 3_000;
const NONE = { wish: "", name: "", at: -Infinity };
let last = NONE;

export function nameOf(wish: string, at: number): string {
  const same = wish === last.wish && at - last.at < COOLDOWN;
  last = same ? last : { wish, name: newName(), at };
  return last.name;
}

/** The customer has finished: the next one wants a number of their own, however quick they are. */
export const nextCustomer = (): void => void (last = NONE);
