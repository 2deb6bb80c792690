// Pictures and films of the boards: brought here, named, dated, ordered.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { addressOf } from "@web/addresses.ts";
import { tx } from "@web/i18n.ts";
import { Refusal } from "@web/refusal.ts";
import type { Medium } from "@web/wire.ts";
import { Asks } from "@web/form/form.tsx";
import { newId } from "@web/form/lists.ts";
import { listed } from "../form/listed.tsx";
import { DATED, HangsToday } from "./boards.tsx";
import { plainName, tooLarge, upload } from "./media.ts";
import { t } from "./media_texts.ts";
import { change } from "../draft/store.ts";

const FILM = /\.(mp4|webm)$/;
const isFilm = (medium: Medium): boolean => FILM.test(medium.file);

const saying = signal("");
const failures = signal<readonly string[]>([]);

/** One after the other; what fails is said and the next goes on. */
async function bring(files: readonly File[]): Promise<void> {
  failures.value = [];
  for (const file of files) {
    const name = file.name;
    if (tooLarge(file)) {
      failures.value = [...failures.peek(), t("failed", { name, why: t("too_large") })];
      continue;
    }
    try {
      const kept = await upload(file, (part) => {
        saying.value = part < 1 ? t("sending", { name, percent: Math.round(part * 100) }) : t("checking", { name });
      });
      hang(kept.file, plainName(name));
    } catch (no) {
      if (!(no instanceof Refusal)) throw no;
      failures.value = [...failures.peek(), t("failed", { name, why: tx(no.text) })];
    } finally {
      saying.value = "";
    }
  }
}

const hang = (file: string, name: string): void =>
  change((config) => {
    const id = newId("medium", config.media.map((medium) => medium.id));
    const medium: Medium = { id, file, name: { zh: name, en: name }, seconds: 10, first_day: null, last_day: null, places: [] };
    return { ...config, media: [...config.media, medium] };
  });

function Bring() {
  const [over, hover] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    hover(false);
    void bring([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <div class={`bring${over ? " over" : ""}`} onDrop={drop} onDragLeave={() => hover(false)} onDragOver={(event) => (event.preventDefault(), hover(true))}>
      <label class="button primary">
        {t("choose")}
        <input class="hidden" type="file" multiple accept="image/png,image/jpeg,image/webp,video/mp4,video/webm" disabled={saying.value !== ""}
          onChange={(event) => {
            const input = event.currentTarget;
            void bring([...(input.files ?? [])]).then(() => (input.value = ""));
          }} />
      </label>
      <p class="hint">{t("choose_hint")}</p>
      <p role="status" class="saying">{saying.value}</p>
      {failures.value.length > 0 && <div role="alert">{failures.value.map((why) => <p key={why} class="problem">{why}</p>)}</div>}
    </div>
  );
}

function Thumb({ medium }: { medium: Medium }) {
  const [gone, lose] = useState(false);
  const source = addressOf("/media/{name}", { path: { name: medium.file } });
  if (gone) return <p class="problem">{t(isFilm(medium) ? "unplayable" : "gone")}</p>;
  if (isFilm(medium)) return <video class="thumb" src={source} muted controls preload="metadata" aria-label={tx(medium.name)} onError={() => lose(true)} />;
  return <img class="thumb" src={source} alt={tx(medium.name)} onError={() => lose(true)} />;
}

export const media = listed("media", () => ({
  top: <Bring />,
  brief: (medium) => <>{isFilm(medium) ? t("film") : t("picture", { seconds: medium.seconds })} · <HangsToday thing={medium} /></>,
  children: (medium, set, at) => (
    <div class="medium-form">
      <Thumb medium={medium} />
      <div>
        <Asks where={`media[${at}]`} item={medium} set={set} only={isFilm(medium) ? ["name", ...DATED()] : ["name", "seconds", ...DATED()]} />
        {isFilm(medium) && <p class="hint">{t("to_end")}</p>}
      </div>
    </div>
  ),
}));
