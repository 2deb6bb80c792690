// Pictures and films of the boards: brought here, named, dated, ordered.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { addressOf } from "@web/dialogue/addresses.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { orRefusal, Refusal } from "@web/dialogue/refusal.ts";
import { upload } from "@web/dialogue/upload.ts";
import type { Medium } from "@web/wire.ts";
import { Asks } from "@web/form/form.tsx";
import { freshOf } from "../draft/asked.ts";
import { newId } from "@web/form/lists.ts";
import { listed } from "../form/listed.tsx";
import { DATED, HangsToday } from "./boards.tsx";
import { change } from "../draft/store.ts";
import { FileButton, PICTURES } from "@web/form/file_button.tsx";
import { token } from "../draft/http.ts";

// What is worth sending to the server, and what a file is called.

const MIB = 1024 * 1024;

/** Said here already: a server that stops listening to a body halfway cannot say why. */
export const tooLarge = ({ size, type }: { size: number; type: string }): boolean => size > (type.startsWith("image/") ? 5 : 20) * MIB;

/** "用电安全.png" is called 用电安全. */
export const plainName = (file: string): string => file.replace(/\.[A-Za-z0-9]{2,5}$/, "");

const t = pairs({
  choose: ["上传图片或影片", "Upload a picture or film"],
  choose_hint: ["PNG、JPG、WebP 图片，不超过 5 MB；MP4、WebM 影片，不超过 20 MB。可以拖到这里", "PNG, JPG or WebP pictures up to 5 MB; MP4 or WebM films up to 20 MB. You may drop them here"],
  sending: ["正在上传 {name}：{percent}%", "Sending {name}: {percent} %"],
  checking: ["正在检查 {name}…", "Checking {name}…"],
  failed: ["{name}：{why}", "{name}: {why}"],
  to_end: ["影片放到结束", "A film plays to its end"],
  film: ["影片", "Film"],
  picture: ["图片 · {seconds} 秒", "Picture · {seconds} s"],
  gone: ["找不到这个文件，请重新上传", "This file is missing; please upload it again"],
  unplayable: ["浏览器放不了这个影片，请转成 H.264 的 MP4 再上传", "A browser cannot play this film; please make it an H.264 MP4 and upload it again"],
  too_large: ["文件过大。图片不超过 5 MB，影片不超过 20 MB", "The file is too large. Pictures up to 5 MB, films up to 20 MB"],
});

const FILM = /\.(mp4|webm)$/;
const isFilm = (medium: Medium): boolean => FILM.test(medium.file);

const saying = signal("");
const failures = signal<readonly string[]>([]);

/** One after the other; what fails is said and the next goes on. */
async function bring(files: readonly File[]): Promise<void> {
  failures.value = [];
  const failed = (name: string, why: string) => (failures.value = [...failures.peek(), t("failed", { name, why })]);
  for (const file of files) {
    const name = file.name;
    if (tooLarge(file)) {
      failed(name, t("too_large"));
      continue;
    }
    const kept = await orRefusal(upload("/api/media", file, token(), (part) => {
      saying.value = part < 1 ? t("sending", { name, percent: Math.round(part * 100) }) : t("checking", { name });
    })).finally(() => (saying.value = ""));
    if (kept instanceof Refusal) failed(name, tx(kept.text));
    else hang(kept.file, plainName(name));
  }
}

const hang = (file: string, name: string): void =>
  change((config) => {
    const fresh = freshOf("media", newId("medium", config.media.map(({ id }) => id))) as Medium;
    return { ...config, media: [...config.media, { ...fresh, file, name: { zh: name, en: name } }] };
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
      <FileButton kind="primary" multiple accept={`${PICTURES},video/mp4,video/webm`} disabled={saying.value !== ""} onFiles={bring}>{t("choose")}</FileButton>
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
