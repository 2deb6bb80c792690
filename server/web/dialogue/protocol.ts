// What goes over the socket (protocol 1), as a page of one kind of view hears and says it.
import type { Command, FromServer as AnyMessage, Results, ViewMessage } from "../wire.ts";

export type { Actor, Bye, Command, CueMessage as Cue, DemoPerson as Person, HallInfo, Text, Trouble as Fault } from "../wire.ts";

/** What a screen hears whose view is a `V`. */
export type FromServer<V> = Exclude<AnyMessage, { type: "view" }> | (Omit<ViewMessage, "view"> & { view: V });

/** The answer to a command, and to this one in particular. */
export type Done = Results[keyof Results];
export type DoneOf<C extends Command> = Results[C["type"]];

export type Ask = Command & { id: string };
