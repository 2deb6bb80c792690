// Whom a key means: the customer of the view it was pressed on. The hall refuses it when another one is there by now.
import type { Command, CounterView } from "@web/wire.ts";

/** A command that can name a ticket must: the wire lets scripts leave it out, a clerk's console never does. */
export type Meant = Command extends infer C ? ("ticket" extends keyof C ? C & { ticket: string } : C) : never;

export const meant = (view: CounterView) => ({ counter: view.counter, ticket: view.ticket?.id ?? "" });
