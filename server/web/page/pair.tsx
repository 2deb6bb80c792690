// A screen nobody knows yet: it shows a code, and a picture that leads a phone to it, until a manager lets it in.
import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../dialogue/refusal.ts";
import type { Session } from "../dialogue/session.ts";
import { post } from "../dialogue/post.ts";
import { tx } from "../language/i18n.ts";
import { SCREENS, type PairingCode } from "../wire.ts";
import { t } from "./words.ts";

const ASK_EVERY = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows a code until somebody confirms it or it is too old; a demo hall says yes at once. */
async function pair(screen: string, place: string, show: (shown: PairingCode) => void, wanted: () => boolean): Promise<Session | null> {
  const pairing = await post("/api/pairing", { body: { screen, place } });
  if ("token" in pairing) return pairing;
  show(pairing);
  while (wanted()) {
    await pause(ASK_EVERY);
    const claim = await post("/api/pairing/claim", { body: { secret: pairing.secret } });
    if ("token" in claim) return claim;
  }
  return null;
}

/** Goes on for ever: a code that is too old is renewed at once, a server that is away is asked again. */
async function keepPairing(screen: string, place: string, show: (shown: PairingCode) => void, wanted: () => boolean): Promise<Session | null> {
  while (wanted()) {
    try {
      return await pair(screen, place, show, wanted);
    } catch (problem) {
      // The clock of a bare screen may be years off: only the server says when a code is too old.
      if (!(problem instanceof Refusal) || problem.code !== "code_expired") await pause(ASK_EVERY * 2);
    }
  }
  return null;
}

export const screenName = (screen: string): string => (screen in SCREENS ? tx(SCREENS[screen as keyof typeof SCREENS].name) : screen);

const inTwo = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export function Pair({ screen, place, onSession }: { screen: string; place: string; onSession: (s: Session) => void }) {
  const [shown, show] = useState<Partial<PairingCode>>({});
  useEffect(() => {
    let mounted = true;
    void keepPairing(screen, place, show, () => mounted).then((session) => mounted && session && onSession(session));
    return () => void (mounted = false);
  }, [screen, place]);
  return (
    <main class="gate pairing">
      <h1>{t("pairTitle", { screen: screenName(screen) })}</h1>
      <div class="pairing-card">
        {shown.qr && <img src={shown.qr} alt={t("pairPicture")} />}
        <div>
          <p>{t("pairHelp")}</p>
          <p class="code" aria-live="polite">{shown.code ? inTwo(shown.code) : t("pairing")}</p>
          <p class="faint">{t("pairAfter")}</p>
        </div>
      </div>
      {place && <p class="faint">{t("place")} {place}</p>}
    </main>
  );
}
