// What the server says of something that is being typed, asked a moment after the last key.
import { useEffect, useState } from "preact/hooks";
import type { Posts } from "@web/wire.ts";
import { call } from "./http.ts";

export const AFTER = 250; // ms without a key
export const AGAIN = 3_000; // without an answer

/** What was said last stays until there is a newer answer; null: nothing was said yet. Without `body` nothing is asked. */
export function useAnswer<P extends keyof Posts>(path: P, body: Posts[P]["body"] | null): Posts[P]["answer"] | null {
  const [known, hear] = useState<Posts[P]["answer"] | null>(null);
  const wish = JSON.stringify(body);
  useEffect(() => {
    if (body === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let newest = true;
    const ask = async () => {
      try {
        const said = await call<Posts[P]["answer"]>("POST", path, JSON.parse(wish));
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
