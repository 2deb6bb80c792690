// A screen nobody knows yet: it shows a code until a manager has typed it in.
import { useEffect, useState } from "preact/hooks";
import type { Session } from "./session.ts";
import { post } from "./post.ts";
import { t } from "./words.ts";

interface Pairing extends Partial<Session> {
  code?: string;
  secret?: string;
  expires_at?: string;
}

const ASK_EVERY = 2_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for a code until somebody confirms it; a demo hall says yes at once. */
async function pair(screen: string, place: string, show: (code: string) => void, wanted: () => boolean): Promise<Session> {
  for (;;) {
    const pairing = await post<Pairing>("/api/pairing", { screen, place });
    if (pairing.token) return pairing as Session;
    show(pairing.code ?? "");
    const until = Date.parse(pairing.expires_at ?? "");
    while (wanted() && !(Date.now() > until)) {
      await pause(ASK_EVERY);
      const claim = await post<Partial<Session>>("/api/pairing/claim", { secret: pairing.secret });
      if (claim.token) return claim as Session;
    }
  }
}

export function Pair({ screen, place, onSession }: { screen: string; place: string; onSession: (s: Session) => void }) {
  const [code, show] = useState("");
  useEffect(() => {
    let here = true;
    const run = async (): Promise<void> => {
      try {
        const session = await pair(screen, place, show, () => here);
        if (here) onSession(session);
      } catch {
        await pause(ASK_EVERY); // the server is away or has forgotten the code: begin again
        if (here) await run();
      }
    };
    void run();
    return () => void (here = false);
  }, [screen, place]);
  return (
    <main class="gate pairing">
      <h1>{t("pairTitle")}</h1>
      <p>{t("pairHelp")}</p>
      <p class="code" aria-live="polite">{code || t("pairing")}</p>
      <p class="faint">
        {t("screen")} {screen}
        {place && ` · ${t("place")} ${place}`}
      </p>
    </main>
  );
}
