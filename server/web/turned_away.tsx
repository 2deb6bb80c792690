// The server knows this screen but will not let it in here: say why, and look again now and then.
import { useEffect } from "preact/hooks";
import { Button } from "./button.tsx";
import { tx } from "./i18n.ts";
import type { Bye } from "./protocol.ts";
import { t } from "./words.ts";

const AGAIN = 15_000; // a counter may be set up meanwhile; a display on the wall must heal by itself

export function TurnedAway({ bye }: { bye: Bye }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), AGAIN);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="gate">
      <h1>{tx(bye.text)}</h1>
      <p class="faint">{location.pathname + location.search}</p>
      <Button kind="primary" big onClick={() => location.reload()}>{t("retry")}</Button>
      <p><a href="/">{t("home")}</a></p>
    </main>
  );
}
