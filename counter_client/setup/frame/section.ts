// What a section of the set-up page is.
import type { ComponentType } from "preact";
import type { Text } from "@web/wire.ts";

export type Mark = "ok" | "todo" | "problem";

export interface SetupSection {
  id: string;
  /** Without it: the label of what the server calls by this id. */
  title?: Text;
  part: ComponentType;
  /** Without it: "problem" while one of its `keys` has a problem, otherwise nothing. */
  mark?: () => Mark;
  /** The topmost names of the set-up that are edited here ("services"); a problem's or a change's link leads here. */
  keys?: readonly string[];
  /** Steps of `Setup.ready` that are done here ("printer"); while one is open the section is marked "todo". */
  steps?: readonly string[];
  /** Addresses that lead here: "pair" for "/setup/#pair=AB12"; the part reads `location.hash` itself. */
  hash?: string;
}
