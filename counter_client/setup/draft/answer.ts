// What the server says of something that is being typed, asked a moment after the last key.
import { useEffect, useState } from "preact/hooks";
import type { Answer, At, Said, Wish } from "@web/addresses.ts";
import { post } from "./http.ts";

export const AFTER = 250; // ms without a key
export const AGAIN = 3_000; // without an answer

type BodyOf<P extends At<"post">> = Wish<"post", P> extends { body: infer B } ? B : never;

/** What was said last stays until there is a newer answer; null: nothing was said yet. Without `body` nothing is asked. */
export function useAnswer<P extends At<"post">>(address: P, body: BodyOf<P> | null): Answer<"post", P> | null {
  const [known, hear] = useState<Answer<"post", P> | null>(null);
  const wish = JSON.stringify(body);
  useEffect(() => {
    if (body === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let newest = true;
    const ask = async () => {
      try {
        const said = await post(address, ...([{ body: JSON.parse(wish) }] as unknown as Said<Wish<"post", P>>));
        if (newest) hear(() => said);
      } catch {
        if (newest) timer = setTimeout(() => void ask(), AGAIN);
      }
    };
    timer = setTimeout(() => void ask(), known === null ? 0 : AFTER);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [wish]);
  return known;
}
