// What goes over the socket and the HTTP edges beside views and commands (protocol 1).
import type { Command, Instant, Text, TicketView } from "./wire.ts";

export type { Command, Text } from "./wire.ts";

export interface Actor {
  id: string;
  kind: string;
  role: string;
  name: string;
  place: string;
}

export interface Fault {
  code: string;
  text: Text;
}

/** Something to say or flash once, never replayed. */
export interface Cue {
  type: "cue";
  cue: string;
  call: string;
  announcement: number;
  number: string;
  counter: string;
  sound: string;
  seconds: number;
}

export interface Result {
  /** Of `lease_numbers`: the block kept for this device, null while the hall is shut. */
  lease?: { day: string; first: number; last: number } | null;
  ticket?: TicketView | string;
  qr?: string;
  number?: string;
  counter?: string;
}

export interface Done {
  id: string;
  seq: number;
  result: Result;
}

export interface Bye {
  code: string;
  text: Text;
}

export type FromServer<V> =
  | { type: "welcome"; build: string; time: Instant; zone?: string; actor: Actor }
  | { type: "view"; seq: number; epoch: number; time: Instant; view: V }
  | { type: "beat"; seq: number; epoch: number; time: Instant; build: string; zone?: string; faults: readonly Fault[] }
  | Cue
  | { type: "token"; token: string }
  | ({ type: "done" } & Done)
  | { type: "refused"; id: string; code: string; text: Text; fields: Record<string, unknown> }
  | ({ type: "bye" } & Bye);

export type Ask = Command & { id: string };

export interface Person {
  login: string;
  name: Text | string;
  role: string;
  pin: string;
}

export interface HallInfo {
  /** null: the hall is not set up yet. */
  name: Text | null;
  industry: string;
  demo: boolean;
  build: string;
  counters: readonly { id: string; name: Text }[];
  zones: readonly { id: string; name: Text }[];
  people: readonly Person[];
}
