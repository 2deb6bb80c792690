// The display above a counter: which counter, whom it calls, what it does.
import { useEffect } from "preact/hooks";
import { chineseAlone } from "@web/language/i18n.ts";
import { clockText } from "@web/time/clock.ts";
import type { Live } from "@web/dialogue/live.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import type { Text, WindowView } from "@web/wire.ts";
import { useReceipt } from "./window/call.ts";
import { Both, Scene } from "./window/scene.tsx";
import { filled, placeText, WORDS } from "./window/texts.ts";
import "./window.css";

const Numbered = ({ view }: { view: WindowView }) => (
  <>
    <b class={view.counter.length > 2 ? "plate long" : "plate"}>{view.counter}</b>
    <span>{placeText(view.counter, view.name).zh}</span>
    <span lang="en">{placeText(view.counter, view.name).en}</span>
  </>
);

/** A room is called by its name, so its name is what stands large. */
const Room = ({ name }: { name: Text }) => (
  <>
    <b class="plate room" style={{ "--letters": String(Math.min(6, Math.max(3, name.zh.length))) }}>{name.zh}</b>
    <span lang="en">{name.en}</span>
  </>
);

const Place = ({ view }: { view: WindowView }) => (
  <header class="place">
    <h1 data-fit aria-label={chineseAlone.value ? view.name.zh : `${view.name.zh} ${view.name.en}`}>
      {view.room ? <Room name={view.name} /> : <Numbered view={view} />}
    </h1>
    {view.dedicated && <Both text={WORDS.dedicated} class="dedicated" />}
  </header>
);

const Business = ({ view }: { view: WindowView }) => (
  <footer class="business">
    <Both text={view.profile} class="profile" fit />
    <Both
      class="services"
      fit
      text={{
        zh: view.business.map((name) => name.zh).join(" · "),
        en: view.business.map((name) => name.en).filter(Boolean).join(" · "),
      }}
    />
    {view.staff && <Both text={filled(WORDS.staff, { staff: view.staff })} class="staff" />}
  </footer>
);

/** Old news must say so; the last known state stays (5.5). */
function Freshness({ live }: { live: Live<WindowView> }) {
  const state = live.online.value ? live.freshness.value : live.freshness.value === "stale" ? "stale" : "updating";
  const words = state === "stale" ? filled(WORDS.stale, { time: clockText(live.lastAt.value) }) : WORDS.updating;
  return (
    <div role="status" class="freshness">
      {state !== "fresh" && <Both text={words} />}
    </div>
  );
}

function Drawn({ live, view }: { live: Live<WindowView>; view: WindowView }) {
  useReceipt(live, view);
  return (
    <div class={`window ${view.state}`}>
      <Place view={view} />
      <main class="scene" aria-live="polite">
        <Scene view={view} />
      </main>
      <Business view={view} />
      <Freshness live={live} />
    </div>
  );
}

function Window({ live }: BodyProps<WindowView>) {
  const view = live.view.value;
  if (!view) return <main class="gate"><h1>{WORDS.updating.zh}</h1></main>;
  return <Drawn live={live} view={view} />;
}

mount<WindowView>("window", Window, { dark: true, banner: false });
