// Requests of the set-up page: by the manager's token, and with patience.
import type { Answer, At, WishArgument, Wish } from "@web/dialogue/addresses.ts";
import * as web from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { Command, Paths } from "@web/wire.ts";

/** One line of the record: a set-up that changed, was planned or dropped, or who was let in or shut out. */
export type Entry = Paths["/api/setup/history"]["get"]["answer"][number];

const PATIENCE = 30_000; // looking for printers and trying a voice take seconds

/** A manager logs in once for the live board, the reports and this page. */
export const token = (): string => tokenOf("manager", "");

const manner = () => ({ token: token(), patience: PATIENCE });

export const get = <P extends At<"get">>(address: P, ...[wish]: WishArgument<Wish<"get", P>>): Promise<Answer<"get", P>> =>
  web.get(address, ...([{ ...(wish as object), ...manner() }] as unknown as WishArgument<Wish<"get", P> & web.Manner>));

export const post = <P extends At<"post">>(address: P, ...[wish]: WishArgument<Wish<"post", P>>): Promise<Answer<"post", P>> =>
  web.post(address, ...([{ ...(wish as object), ...manner() }] as unknown as WishArgument<Wish<"post", P> & web.Manner>));

export const ask = <C extends Command>(command: C, id: string) => web.ask(command, id, manner());
