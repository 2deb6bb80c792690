// Two taps in a moment are one wish: the same business keeps its request name for a few seconds.
import { newName } from "../../server/web/names.ts";

const COOLDOWN = 3_000;
let last = { wish: "", name: "", at: -Infinity };

export function nameOf(wish: string, at: number): string {
  const same = wish === last.wish && at - last.at < COOLDOWN;
  last = same ? last : { wish, name: newName(), at };
  return last.name;
}
