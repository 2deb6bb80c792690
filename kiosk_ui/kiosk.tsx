// The kiosk: what a standing customer sees, from the first touch to the number.
import { useEffect } from "preact/hooks";
import { renewCatalogue } from "@web/catalogue/catalogue.ts";
import { now } from "@web/time/clock.ts";
import { lang } from "@web/language/i18n.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { idle } from "@web/dialogue/reload.ts";
import type { KioskView } from "@web/wire.ts";
import "./kiosk.css";
import { useAway } from "./kiosk/countdown.ts";
import { alone, catchUp, mayGoOn } from "./kiosk/alone/alone.ts";
import { Late, Priority } from "./kiosk/choosing/asked.tsx";
import { Before, Elsewhere } from "./kiosk/papers/before.tsx";
import { Choose } from "./kiosk/choosing/choose.tsx";
import { elder, low } from "./kiosk/comfort/comfort.ts";
import { Comfort } from "./kiosk/frame/comfort_bar.tsx";
import { segment, step } from "./kiosk/flow.ts";
import { Head } from "./kiosk/frame/head.tsx";
import { Home } from "./kiosk/choosing/home.tsx";
import { Issuing, Notice } from "./kiosk/number/notice.tsx";
import { OfflineResult, Result } from "./kiosk/number/result.tsx";
import { Rest } from "./kiosk/frame/rest.tsx";
import { Return, useScanner } from "./kiosk/coming_back/return.tsx";
import { asSeenBy } from "./kiosk/business/segments.ts";
import { useSwitches } from "./kiosk/keys_and_voice/switches.ts";
import { useVoice } from "./kiosk/keys_and_voice/voice.ts";

type Props = BodyProps<KioskView>;

/** What stands in the middle; a number under way or just given is never covered by a notice. */
function Middle({ live, place, away }: Props & { away: boolean }) {
  const at = step.value;
  const view = asSeenBy(live.view.value, segment.value);
  if (at.at === "result" && view) return <Result view={view} ticket={at.ticket} />;
  if (at.at === "alone") return <OfflineResult given={at.given} />;
  if (at.at === "issuing") return <Issuing away={away} />;
  if (!view || (away && !alone.value)) return <Notice kind="offline" view={view} />;
  if (view.hours.state !== "open") return <Notice kind={view.hours.state} view={view} />;
  switch (at.at) {
    case "home":
      return <Home view={view} />;
    case "before":
      return <Before view={view} live={live} service={at.service} />;
    case "elsewhere":
      return <Elsewhere view={view} service={at.service} />;
    case "late":
      return <Late view={view} live={live} service={at.service} untold={at.untold} />;
    case "priority":
      return <Priority />;
    case "return":
      return <Return live={live} problem={at.problem} code={at.code} />;
    case "choose": {
      const { group = "", on = "" } = at;
      return <Choose view={view} live={live} group={group} on={on} key={`${place} ${group} ${on}`} />;
    }
  }
}

function Kiosk({ live, place }: Props) {
  const away = useAway(live.online);
  const at = step.value.at;
  const size = `${elder.value ? " elder" : ""}${low.value ? " low" : ""}`;
  useEffect(() => void (idle.value = at === "home"), [at]);
  useVoice(live.view.value, away);
  useScanner(live);
  useSwitches(live.view.value);
  const view = live.view.value;
  const catalogue = live.view.value?.catalogue;
  useEffect(() => void (catalogue !== undefined && renewCatalogue()), [catalogue]);
  const hours = live.view.value?.hours.state;
  useEffect(() => void (alone.value = away && mayGoOn(live.view.peek())), [away, now.value]);
  useEffect(() => void (live.online.value && hours === "open" && catchUp(live)), [live.online.value, hours]);
  return (
    <div class={`kiosk at-${at}${size}`} lang={lang.value === "zh" ? "zh-CN" : "en"}>
      <Head view={live.view.value} away={away} />
      <main>
        <Middle live={live} place={place} away={away} />
      </main>
      <Comfort live={live} place={place} away={away} />
      <Rest />
    </div>
  );
}

mount<KioskView>("kiosk", Kiosk, { banner: false });
