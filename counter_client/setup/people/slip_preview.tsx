// A picture of the slip as the printer would make it, drawn anew a moment after the last key.
import { useEffect, useState } from "preact/hooks";
import { texts } from "@web/i18n.ts";
import { Refusal } from "@web/refusal.ts";
import type { SlipTemplate } from "@web/wire.ts";
import { Choice, Field, Fields } from "@web/form/form.tsx";
import { post } from "../draft/http.ts";
import { dotsText } from "./printers_words.ts";
import { t } from "./slip_texts.ts";
import { draft } from "../draft/store.ts";

const AFTER = 400; // ms without a key

interface Drawn {
  picture: string;
  problem: string;
  busy: boolean;
}

/** The newest picture; an answer that comes too late is thrown away. */
function useDrawn(template: SlipTemplate, dots: number, language: "zh" | "en"): Drawn {
  const [drawn, show] = useState<Drawn>({ picture: "", problem: "", busy: true });
  const wish = JSON.stringify({ template, dots, language });
  useEffect(() => {
    let newest = true;
    show((old) => ({ ...old, busy: true }));
    const draw = async () => {
      try {
        const picture = URL.createObjectURL(await post("/api/slip/preview", { body: { template, dots, language } }));
        if (newest) show((old) => (URL.revokeObjectURL(old.picture), { picture, problem: "", busy: false }));
        else URL.revokeObjectURL(picture);
      } catch (no) {
        const problem = no instanceof Refusal ? texts(no.text) : String(no);
        if (newest) show((old) => ({ ...old, problem, busy: false }));
      }
    };
    const timer = setTimeout(() => void draw(), AFTER);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [wish]);
  return drawn;
}

const PAPERS = [576, 384];
const WIDE = 480; // dots: what has more is shown as 80 mm paper

export function SlipPreview({ template }: { template: SlipTemplate }) {
  const [dots, cut] = useState(576);
  const papers = [...new Set([...PAPERS, ...(draft.value?.printers ?? []).map((one) => one.dots)])];
  const [language, speak] = useState<"zh" | "en">("zh");
  const { picture, problem, busy } = useDrawn(template, dots, language);
  return (
    <aside class="slip-preview" aria-label={t("preview")}>
      <h3>{t("preview")}</h3>
      <Fields>
        <Field label={t("paper")}>
          <Choice value={String(dots)} options={papers.map((one) => ({ value: String(one), label: dotsText(one) }))} onChange={(one) => cut(Number(one))} />
        </Field>
        <Field label={t("customer")}>
          <Choice value={language} options={[{ value: "zh", label: t("customer_zh") }, { value: "en", label: t("customer_en") }]} onChange={(one) => speak(one === "en" ? "en" : "zh")} />
        </Field>
      </Fields>
      <p role="status" class={problem ? "problem" : "faint"}>{problem ? t("no_preview", { why: problem }) : busy ? t("drawing") : ""}</p>
      {picture && <img class={`paper-${dots < WIDE ? 384 : 576}${busy ? " busy" : ""}`} src={picture} alt={t("picture")} />}
    </aside>
  );
}
