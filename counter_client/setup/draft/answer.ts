// What the server says of something that is being typed, asked a moment after the last key.
import { useEffect, useState } from "preact/hooks";
import type { Answer, At, WishArgument, Wish } from "@web/dialogue/addresses.ts";
import type { Refusal } from "@web/dialogue/refusal.ts";
import { post } from "./http.ts";

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
