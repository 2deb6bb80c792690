// The virtual printer's tray: every slip as a picture, newest first. A demo's is open; a hall's own asks who is there.
import { signal } from "@preact/signals";
import { usePicture } from "@web/dialogue/files.ts";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import "./slips.css";
import { clockText } from "@web/time/clock.ts";
import { startInOwn, texts } from "@web/language/i18n.ts";
import { mount } from "@web/page/mount.tsx";
import { get } from "@web/dialogue/post.ts";
import type { HallInfo } from "@web/dialogue/protocol.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { ManagerView, SlipPicture } from "@web/wire.ts";
import { t } from "./slips/texts.ts";

const EVERY = 2_000;
const slips = signal<readonly SlipPicture[] | null>(null);
const problem = signal("");
const isDemo = signal(false);
const token = (): string => (isDemo.value ? "" : tokenOf("manager", ""));

/** Until it is stopped; the tray keeps what it holds until the server is back. */
function follow(): () => void {
  let timer = 0;
  const look = async (): Promise<void> => {
    try {
      slips.value = await get("/api/slips", { token: token() });
      problem.value = "";
    } catch (no) {
      problem.value = no instanceof Refusal && !slips.value ? texts(no.text) : "";
    }
    timer = window.setTimeout(() => void look(), EVERY);
  };
  void look();
  return () => clearTimeout(timer);
}

const nameIn = (url: string): string => decodeURIComponent(/([^/]*)\.png$/.exec(url)?.[1] ?? "");

/** A picture by this page's leave: the address alone opens nothing. */
function Slip({ url, at }: SlipPicture) {
  const [drawn, draw] = useState<Blob | null>(null);
  const picture = usePicture(drawn);
  const time = clockText(Date.parse(at));
  useEffect(() => void get("/slips/{name}.png", { path: { name: nameIn(url) }, token: token() }).then(draw, () => undefined), [url]); // the tray may have been tidied
  return (
    <li>
      <img src={picture || undefined} alt={t("slip", { time })} />
      <time dateTime={at}>{time}</time>
    </li>
  );
}

function Tray() {
  useEffect(follow, []);
  return (
    <div class="tray">
      <header>
        <a class="button secondary" href="/">{t("home")}</a>
        <h1>{t("slips")}</h1>
        <p>{t("slipsHelp")}</p>
      </header>
      <main>
        {slips.value === null && <p role="status">{problem.value || t("waiting")}</p>}
        {slips.value?.length === 0 && (
          <div class="none" role="status">
            <h2>{t("none")}</h2>
            <p>{t("noneHelp")}</p>
          </div>
        )}
        <ul>{slips.value?.map((slip) => <Slip key={slip.url} {...slip} />)}</ul>
      </main>
    </div>
  );
}

function begin({ demo }: HallInfo): void {
  isDemo.value = demo;
  if (demo) render(<Tray />, document.getElementById("app")!);
  else mount<ManagerView>("manager", Tray, { login: true });
}

const ask = (): void => void get("/api/hall").then(begin, () => setTimeout(ask, EVERY));
startInOwn();
ask();
