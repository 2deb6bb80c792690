// The virtual printer's tray: every slip as a picture, newest first.
import { signal } from "@preact/signals";
import { render } from "preact";
import "./slips.css";
import { clockText } from "@web/clock.ts";
import { get } from "@web/post.ts";
import { t } from "./start/texts.ts";
import type { SlipPicture } from "@web/wire.ts";

const EVERY = 2_000;
const slips = signal<readonly SlipPicture[] | null>(null);

async function look(): Promise<void> {
  try {
    slips.value = await get<SlipPicture[]>("/api/slips");
  } catch {
    // The tray keeps what it holds until the server is back.
  }
  setTimeout(() => void look(), EVERY);
}

const Tray = () => (
  <div class="tray">
    <header>
      <a class="button secondary" href="/">{t("home")}</a>
      <h1>{t("slips")}</h1>
      <p>{t("slipsHelp")}</p>
    </header>
    <main>
      {slips.value === null && <p role="status">{t("waiting")}</p>}
      {slips.value?.length === 0 && (
        <div class="none" role="status">
          <h2>{t("none")}</h2>
          <p>{t("noneHelp")}</p>
        </div>
      )}
      <ul>
        {slips.value?.map(({ url, at }) => {
          const time = clockText(Date.parse(at));
          return (
            <li key={url}>
              <img src={url} alt={t("slip", { time })} />
              <time dateTime={at}>{time}</time>
            </li>
          );
        })}
      </ul>
    </main>
  </div>
);

void look();
render(<Tray />, document.getElementById("app")!);
