// What the set-up page and the server say to each other, beside the hall's set-up itself.
import type { HallConfig, Text } from "@web/wire.ts";
import type { Bounds } from "./bounds.ts";

/** One piece that became another; a list's items are named by their id: "services[pay].name". */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

/** What is wrong, and where; a list's items are named by their place: "services[2].name". */
export interface Problem {
  where: string;
  text: Text;
}

export interface Plan {
  plan: string;
  valid_from: string;
  by: string;
  note: string;
  changes: readonly Change[];
}

/** One of the hall's figures, with what a manager must know to set it. */
export interface Figure {
  name: string;
  value: number | string | boolean;
  usual: number | string | boolean;
  unit: "s" | "ms" | "count" | "%" | "fen" | "bool" | "text";
  least: number | null;
  most: number | null;
  row: string;
  group: string;
  group_text: Text;
  text: Text;
  choices: readonly { value: string; text: Text }[];
}

export interface Ready {
  step: string;
  done: boolean;
  text: Text;
}

export interface Choices {
  letters: readonly string[];
  printer_kinds: readonly string[];
  strip_kinds: readonly string[];
  voices: readonly string[];
  routing: Readonly<Record<string, Text>>;
  acts: Readonly<Record<string, Text>>;
  roles: Readonly<Record<string, Text>>;
  device_roles: Readonly<Record<string, Text>>;
}

/** The answer of `GET /api/setup`. */
export interface Setup {
  config: HallConfig;
  seq: number;
  plans: readonly Plan[];
  /** Actor id to the person's name. */
  names: Readonly<Record<string, string>>;
  choices: Choices;
  figures: readonly Figure[];
  /** How much each place of the set-up may hold. */
  bounds?: Bounds;
  ready: readonly Ready[];
  /** This machine's address on its network, "http://10.0.0.5:8080". */
  address?: string;
}

export interface Saved {
  changes: readonly Change[];
  planned: string | null;
  config: HallConfig;
  seq: number;
}

/** One line of the record: a set-up that changed, was planned or dropped, or who was let in or shut out. */
export interface Entry {
  seq: number;
  at: string;
  actor: string;
  name: string;
  kind: "config" | "plan" | "plan_dropped" | "access";
  note: string;
  changes: readonly Change[];
  /** The `seq` of the change this one took back; 0: none. */
  undoes: number;
  can_undo: boolean;
  plan?: string;
  valid_from?: string;
  what?: string;
  subject?: string;
  detail?: string;
}
