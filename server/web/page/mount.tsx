// How every page starts: who am I, then connect, then draw.
import { signal } from "@preact/signals";
import { render, type ComponentChildren, type ComponentType } from "preact";
import { clockText, hallTimeOf } from "../time/clock.ts";
import { ChoosePlace, Login, NotSetUp, TurnedAway } from "./gate.tsx";
import { keepFitting } from "./fit.ts";
import { startInOwn } from "../language/i18n.ts";
import { connect, type Live } from "../dialogue/live.ts";
import { Offered } from "./offered.tsx";
import { Pair } from "./pair.tsx";
import { Toast } from "../drawing/parts.tsx";
import { get } from "../dialogue/post.ts";
import type { Actor, Bye, HallInfo } from "../dialogue/protocol.ts";
import { renewWhenIdle } from "../dialogue/reload.ts";
import { forgetToken, keepToken, placeOf, tokenOf, type Session } from "../dialogue/session.ts";
import { SCREENS } from "../wire.ts";
import { t } from "./words.ts";

export interface BodyProps<V> {
  live: Live<V>;
  place: string;
}

interface MountOptions {
  /** People log in here; without it the device pairs. */
  login?: boolean;
  /** Show the connection banner; a page that says it itself turns this off. */
  banner?: boolean;
  dark?: boolean;
}

// Around every page: whether it hears the server, and notices.

/** Empty while all is well. */
function bannerText<V>(live: Live<V>): string {
  const time = clockText(hallTimeOf(live.lastAt.value));
  if (!live.online.value) return live.view.value ? t("reconnecting", { time }) : t("connecting");
  if (live.freshness.value === "stale") return t("stale", { time });
  return live.freshness.value === "updating" ? t("updating") : "";
}

function Frame<V>({ live, banner, children }: { live: Live<V>; banner: boolean; children: ComponentChildren }) {
  const text = banner ? bannerText(live) : "";
  return (
    <>
      <div class={text ? "banner" : "banner empty"} role="status">{text}</div>
      {children}
      <Toast />
    </>
  );
}

export function mount<V>(screen: keyof typeof SCREENS, Body: ComponentType<BodyProps<V>>, options: MountOptions = {}): void {
  const place = placeOf();
  const atACounter = SCREENS[screen].at === "counter";
  const live = signal<Live<V> | null>(null);
  const hall = signal<HallInfo | null>(null);
  const away = signal<Bye | null>(null);
  document.body.dataset.screen = screen;
  document.body.dataset.theme = options.dark ? "dark" : "light";

  const start = () => {
    const held = tokenOf(screen, place);
    const line = connect<V>(screen, place);
    line.bye.subscribe((bye) => {
      if (!bye) return;
      live.value = null;
      // A person may log in as somebody else; a device with a good token in the wrong place must not pair in circles.
      if (bye.code !== "wrong_token") away.value = bye;
      // A new one may lie there meanwhile, of a password that was just changed.
      if ((bye.code === "wrong_token" || options.login) && tokenOf(screen, place) === held) forgetToken(screen, place);
      // The address may have brought another one for a token that is no longer good.
      if (bye.code === "wrong_token" && tokenOf(screen, place) && tokenOf(screen, place) !== held) return start();
      askHall();
    });
    live.value = line;
  };
  const askHall = () =>
    void get("/api/hall").then((info) => (hall.value = info), () => setTimeout(askHall, 2_000));
  const begin = (session: Session) => {
    keepToken(screen, place, session.token);
    start();
  };

  const Gate = () => {
    if (away.value) return <TurnedAway bye={away.value} />;
    if (!hall.value) return <main class="gate"><h1>{t("connecting")}</h1></main>;
    if (!hall.value.name) return <NotSetUp login={options.login ?? false} onLook={askHall} />;
    // A clerk says which counter this is; where a display hangs, the manager says who lets it in.
    if (!place && atACounter && (options.login || hall.value.demo)) return <ChoosePlace hall={hall.value} />;
    if (options.login) return <Login screen={screen} place={place} hall={hall.value} onSession={begin} />;
    return <Pair screen={screen} place={place} onSession={begin} />;
  };
  /** A display is where the manager has put it, whatever its address says. */
  const standing = (actor: Actor | null) => (atACounter && actor?.kind === "device" && actor.place) || place || actor?.place || "";
  const App = () =>
    live.value ? (
      <Frame live={live.value} banner={options.banner ?? true}>
        <Body live={live.value} place={standing(live.value.actor.value)} />
      </Frame>
    ) : (
      <Gate />
    );

  if (options.login) startInOwn();
  renewWhenIdle();
  keepFitting();
  if (tokenOf(screen, place) && (place || !atACounter || !options.login)) start();
  else askHall();
  render(<><App /><Offered screen={screen} place={place} /></>, document.getElementById("app")!);
}
