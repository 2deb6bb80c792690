// What hangs in the hall: plain sections of layouts, notices and strips, with a picture of a layout and a trial of a strip.
import { useState } from "preact/hooks";
import { hallDay, now } from "@web/time/clock.ts";
import { Asks } from "@web/form/form.tsx";
import { inWords } from "@web/form/in_words.ts";
import { tx, pairs } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import { orRefusal, Refusal } from "@web/dialogue/refusal.ts";
import type { BoardLayout, Strip } from "@web/wire.ts";
import { fieldAt, nameOf } from "../draft/asked.ts";
import { post } from "../draft/http.ts";
import { dayText } from "../draft/when.ts";
import { draft } from "../draft/store.ts";
import { listed } from "../form/listed.tsx";

// The words around the boards' plain sections; those of their fields come from the server.

export const t = pairs({
  now: ["显示中", "Shown"],
  later: ["{day} 起", "From {day}"],
  over: ["已过期", "Over"],
  never: ["日期前后颠倒", "The days are the wrong way round"],
  look: ["打开大屏", "Open the board"],
  every: ["所有大屏", "every board"],
  no_map: ["还没有画平面图，请到“平面图”里画", "There is no map yet; draw it under “Hall map”"],
  preview: ["预览：{name}", "Preview of {name}"],
  calls: ["叫号", "Calls"],
  waits: ["等候", "Waits"],
  media: ["图片影片", "Media"],
  map: ["平面图", "Map"],
  notices: ["过号 · 通知", "Missed · notices"],
  try: ["试一下", "Try it"],
  try_text: ["测试 A037→3号窗口", "测试 A037→3号窗口"],
  trying: ["正在发送…", "Sending…"],
  held: ["没有发出去：{why}", "Not sent: {why}"],
});

// From when to when something hangs on the boards, and whether it hangs today.

export interface Hanging {
  first_day: string | null;
  last_day: string | null;
}

export type Hangs = "now" | "later" | "over" | "never";

/** Days as "2026-11-22"; both ends count. */
export function hangs({ first_day, last_day }: Hanging, today: string): Hangs {
  if (first_day && last_day && last_day < first_day) return "never";
  if (first_day && today < first_day) return "later";
  return last_day && last_day < today ? "over" : "now";
}

const MARK = { now: "good", later: "near", over: "over", never: "over" } as const;

export function HangsToday({ thing }: { thing: Hanging }) {
  const state = hangs(thing, hallDay(now.value, draft.value!.timezone));
  const day = thing.first_day ? dayText(thing.first_day) : "";
  return <span class={`mark ${MARK[state]}`}>{t(state, { day })}</span>;
}

/** In a hall of one zone nobody is asked for zones. */
export const DATED = () => (draft.value!.zones.length > 1 ? (["first_day", "last_day", "places"] as const) : (["first_day", "last_day"] as const));

export const notices = listed("notices", () => ({
  title: (notice) => tx(notice.text),
  brief: (notice) => <HangsToday thing={notice} />,
  only: ["text", ...DATED()],
}));

export const layouts = listed("layouts", () => ({
  brief: ({ places }) => (places.length ? draft.value!.zones.filter((zone) => places.includes(zone.id)).map((zone) => tx(zone.name)).join(" · ") : t("every")),
  children: (layout, set, at) => (
    <div class="layout-form">
      <div>
        <Asks where={`layouts[${at}]`} item={layout} set={set} only={layout.shows_queues ? LAYOUT : LAYOUT.filter((id) => id !== "queues")}
          more={{ shows_map: { hint: layout.shows_map && !mapped() ? <a href="#map">{t("no_map")}</a> : "" } }} />
      </div>
      <LayoutPicture layout={layout} queues={layout.queues.length || draft.value!.queues.length} name={tx(layout.name)} />
    </div>
  ),
}), { tools: () => <a class="button" href="/lobby/" target="_blank" rel="noreferrer">{t("look")}</a> });

/** A layout in small: where calls, waits and media stand on the board. */
function LayoutPicture({ layout, queues, name }: { layout: BoardLayout; queues: number; name: string }) {
  const { orientation, rows, shows_queues, shows_media, shows_map } = layout;
  const beside = [shows_media && t("media"), shows_map && t("map")].filter(Boolean).join(" · ");
  const boxes = (n: number, words: string) => Array.from({ length: n }, (_, nth) => <i key={nth}>{nth ? "" : words}</i>);
  return (
    <div class={`layout-picture ${orientation}`} role="img" aria-label={t("preview", { name })}>
      <div class="board">
        <div class="title"><i /><i /></div>
        <div class="calls">
          <i class="hero">{[t("calls"), beside].filter(Boolean).join(" / ")}</i>
          {rows > 1 && <div class="others">{boxes(Math.min(5, rows - 1), "A036 → 2")}</div>}
        </div>
        <i>{t("notices")}</i>
        {shows_queues && <div class="queues">{boxes(Math.max(1, Math.min(6, queues)), t("waits"))}</div>}
      </div>
    </div>
  );
}

const LAYOUT = ["name", "orientation", "rows", "shows_queues", "shows_media", "shows_map", "queues", "places"] as const;
const mapped = (): boolean => draft.value!.zones.some((zone) => zone.area) || draft.value!.counters.some((counter) => counter.spot);

export const strips = listed("strips", () => ({
  title: ({ counter }) => inWords(fieldAt("strips.counter")!, counter, nameOf),
  brief: ["address"],
  below: (strip) => <Trial strip={strip} />,
}));

async function tried(strip: Strip): Promise<string> {
  const answer = await orRefusal(post("/api/strips/test", { body: { strip, text: t("try_text") } }));
  return answer instanceof Refusal ? t("held", { why: tx(answer.text) }) : tx(answer.sentence);
}

function Trial({ strip }: { strip: Strip }) {
  const [result, say] = useState("");
  const send = () => {
    say(t("trying"));
    void tried(strip).then(say);
  };
  return (
    <p class="trial">
      <Button disabled={!strip.address || result === t("trying")} onClick={send}>{t("try")}</Button>
      <span role="status">{result}</span>
    </p>
  );
}
