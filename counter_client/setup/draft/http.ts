// Requests of the set-up page: by the manager's token, and with patience.
import type { Answer, At, WishArgument, Wish } from "@web/dialogue/addresses.ts";
import * as web from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { Command, Paths } from "@web/wire.ts";
import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "@web/dialogue/refusal.ts";

// What the server says of something that is being typed, asked a moment after the last key.

export const AFTER = 250; // ms without a key
export const AGAIN = 3_000; // without an answer

type BodyOf<P extends At<"post">> = Wish<"post", P> extends { body: infer B } ? B : never;

interface Known<A> {
  answer: A | null;
  no: Refusal | null;
  /** What was asked. */
  of: string;
}

/** What was said last stays until there is a newer answer, `busy` till then. Without `body` nothing is asked. */
export function useAsked<P extends At<"post">>(address: P, body: BodyOf<P> | null) {
  const [known, hear] = useState<Known<Answer<"post", P>>>({ answer: null, no: null, of: "" });
  const wish = JSON.stringify(body);
  useEffect(() => {
    if (body === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let newest = true;
    const ask = async () => {
      try {
        const answer = await post(address, ...([{ body: JSON.parse(wish) }] as unknown as WishArgument<Wish<"post", P>>));
        if (newest) hear({ answer, no: null, of: wish });
      } catch (no) {
        if (!newest) return;
        hear((old) => ({ ...old, no: no as Refusal, of: wish }));
        timer = setTimeout(() => void ask(), AGAIN);
      }
    };
    timer = setTimeout(() => void ask(), known.answer === null ? 0 : AFTER);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [wish]);
  return { ...known, busy: known.of !== wish };
}

export const useAnswer = <P extends At<"post">>(address: P, body: BodyOf<P> | null): Answer<"post", P> | null => useAsked(address, body).answer;

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
