// The section about what a slip says, beside a picture of it.
import { Ask, Asks, Checks } from "@web/form/form.tsx";
import { type Lang, pairs, tx } from "@web/language/i18n.ts";
import type { SlipTemplate } from "@web/wire.ts";
import { useState } from "preact/hooks";
import { usePicture } from "@web/dialogue/files.ts";
import { useAsked } from "../draft/http.ts";
import { fieldAt } from "../draft/asked.ts";
import { draft, put } from "../draft/store.ts";
import { inChinese } from "../hall/english.tsx";
import { dotsText } from "./printers.ts";
import "./slip.css";
import type { SetupSection } from "../draft/section.tsx";

const t = pairs({
  lines: ["印哪些内容", "What is printed"],
  preview: ["预览", "Preview"],
  drawing: ["正在画小票…", "Drawing the slip…"],
  no_preview: ["暂时画不出预览：{why}", "No preview just now: {why}"],
  picture: ["小票预览", "Preview of the slip"],
});

const PAPERS = [576, 384];
const WIDE = 480; // dots: what has more is shown as 80 mm paper

/** A picture of the slip as the printer would make it, drawn anew a moment after the last key. */
function SlipPreview({ template }: { template: SlipTemplate }) {
  const [wanted, want] = useState({ dots: 576, language: "zh" as Lang });
  const papers = [...new Set([...PAPERS, ...(draft.value?.printers ?? []).map((one) => one.dots)])];
  const dots = Number(wanted.dots);
  const alone = inChinese();
  const printed = alone ? { template: { ...template, languages: "zh" as const }, language: "zh" as const } : { template, language: wanted.language };
  const { answer, no, busy } = useAsked("/api/slip/preview", { ...printed, dots });
  const picture = usePicture(answer);
  return (
    <aside class="slip-preview" aria-label={t("preview")}>
      <h3>{t("preview")}</h3>
      <Asks where="slip_preview" item={wanted} set={want} only={alone ? ["dots"] : ["dots", "language"]} more={{ dots: { options: papers.map((one) => ({ value: String(one), label: dotsText(one) })) } }} />
      <p role="status" class={no ? "problem" : "faint"}>{no ? t("no_preview", { why: tx(no.text) }) : busy ? t("drawing") : ""}</p>
      {picture && <img class={`paper-${dots < WIDE ? 384 : 576}${busy ? " busy" : ""}`} src={picture} alt={t("picture")} />}
    </aside>
  );
}

const keep = put("slip");

function SlipPart() {
  const slip = draft.value!.slip;
  return (
    <div class="slip-and-preview">
      <div>
        <Asks where="slip" item={slip} set={keep} only={["logo", "head", "foot"]} />
        <Lines slip={slip} />
        <Asks where="slip" item={slip} set={keep} only={inChinese() ? ["large"] : ["languages", "large"]} />
      </div>
      <SlipPreview template={slip} />
    </div>
  );
}

/** Shown as what is printed; kept as what is left out. */
function Lines({ slip }: { slip: SlipTemplate }) {
  const all = fieldAt("slip.leaves_out")!.choices;
  const but = (some: readonly string[]) => all.map(({ value }) => value).filter((line) => !some.includes(line));
  return (
    <Ask where="slip.leaves_out" label={t("lines")} value={slip.leaves_out} onChange={() => undefined}>
      <Checks value={but(slip.leaves_out)} options={all.map(({ value, text }) => ({ value, label: text }))} onChange={(printed) => keep({ ...slip, leaves_out: but(printed) })} />
    </Ask>
  );
}

export const slip: SetupSection = { id: "slip", part: SlipPart, keys: ["slip"] };
