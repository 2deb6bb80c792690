// What hangs in the hall: plain sections of layouts, notices and strips, with a picture of a layout and a trial of a strip.
import { useState } from "preact/hooks";
import { hallDay, now } from "@web/time/clock.ts";
import { Asks } from "@web/form/form.tsx";
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import { Refusal } from "@web/dialogue/refusal.ts";
import type { Strip } from "@web/wire.ts";
import { post } from "../draft/http.ts";
import { dayText } from "../draft/when.ts";
import { draft } from "../draft/store.ts";
import { listed } from "../form/listed.tsx";
import { t } from "./boards_texts.ts";
import { hangs, type Hanging } from "./hanging.ts";
import { LayoutPicture } from "./layout_picture.tsx";

export function HangsToday({ thing }: { thing: Hanging }) {
  const state = hangs(thing, hallDay(now.value, draft.value!.timezone));
  const day = thing.first_day ? dayText(thing.first_day) : "";
  return <span class={`hangs ${state}`}>{t(state, { day })}</span>;
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

const LAYOUT = ["name", "orientation", "rows", "shows_queues", "shows_media", "shows_map", "queues", "places"] as const;
const mapped = (): boolean => draft.value!.zones.some((zone) => zone.area) || draft.value!.counters.some((counter) => counter.spot);

export const strips = listed("strips", () => ({
  title: (strip) => tx(draft.value!.counters.find(({ id }) => id === strip.counter)?.name ?? { zh: t("whole", {}, "zh"), en: t("whole", {}, "en") }),
  brief: ["address"],
  below: (strip) => <Trial strip={strip} />,
}));

async function tried(strip: Strip): Promise<string> {
  try {
    const { outcome, detail } = await post("/api/strips/test", { body: { strip, text: t("try_text") } });
    if (outcome === "shown") return t("shown");
    return t("held", { why: detail === "offline" || detail === "no_answer" ? t(detail) : detail });
  } catch (no) {
    if (!(no instanceof Refusal)) throw no;
    return t("held", { why: tx(no.text) });
  }
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
