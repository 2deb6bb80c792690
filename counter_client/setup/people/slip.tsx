// The section about what a slip says, beside a picture of it.
import { addressOf } from "@web/addresses.ts";
import { Ask, Asks, Checks, Choice, Field, Fields, Section } from "@web/form/form.tsx";
import { texts, tx } from "@web/i18n.ts";
import { Button, notify, notifyRefusal } from "@web/parts.tsx";
import { Refusal } from "@web/refusal.ts";
import type { SlipTemplate } from "@web/wire.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { fieldAt } from "../draft/asked.ts";
import { post } from "../draft/http.ts";
import { put } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import { dotsText } from "./printers.ts";
import "./slip.css";
import { t } from "./slip_texts.ts";
import type { SetupSection } from "../frame/section.ts";

// A picture of the slip as the printer would make it, drawn anew a moment after the last key.

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

const keep = put("slip");

function SlipPart() {
  const slip = draft.value!.slip;
  const known = fieldAt("slip")!;
  const set = (change: Partial<SlipTemplate>) => keep({ ...slip, ...change });
  return (
    <Section title={tx(known.label)} lead={tx(known.help)}>
      <div class="slip-and-preview">
        <div>
          <Logo slip={slip} set={set} />
          <Asks where="slip" item={slip} set={keep} only={["head", "foot"]} />
          <Lines slip={slip} set={set} />
          <Asks where="slip" item={slip} set={keep} only={["languages", "large"]} />
        </div>
        <SlipPreview template={slip} />
      </div>
    </Section>
  );
}

interface Of {
  slip: SlipTemplate;
  set: (change: Partial<SlipTemplate>) => void;
}

/** Shown as what is printed; kept as what is left out. */
function Lines({ slip, set }: Of) {
  const all = fieldAt("slip.leaves_out")!.choices;
  const but = (some: readonly string[]) => all.map(({ value }) => value).filter((line) => !some.includes(line));
  return (
    <Ask where="slip.leaves_out" label={t("lines")} value={slip.leaves_out} onChange={() => undefined}>
      <Checks value={but(slip.leaves_out)} options={all.map(({ value, text }) => ({ value, label: text }))} onChange={(printed) => set({ leaves_out: but(printed) })} />
    </Ask>
  );
}

function Logo({ slip, set }: Of) {
  const chooser = useRef<HTMLInputElement>(null);
  const bring = async (file: File | undefined) => {
    if (!file) return;
    try {
      const kept = await post("/api/media", { body: file });
      set({ logo: kept.file });
      notify(t("logo_put_in"), "good");
    } catch (problem) {
      notifyRefusal(problem);
    }
  };
  return (
    <Ask where="slip.logo" value={slip.logo} onChange={(logo) => set({ logo })}>
      <div class="slip-logo">
        {slip.logo && <img src={addressOf("/media/{name}", { path: { name: slip.logo } })} alt={t("logo")} />}
        <input ref={chooser} type="file" accept="image/png,image/jpeg,image/webp" hidden
          onChange={(event) => void bring(event.currentTarget.files?.[0]).then(() => chooser.current && (chooser.current.value = ""))} />
        <Button onClick={() => chooser.current?.click()}>{t("logo_put")}</Button>
        {slip.logo && <Button kind="quiet" onClick={() => set({ logo: "" })}>{t("logo_away")}</Button>}
      </div>
    </Ask>
  );
}

export const slip: SetupSection = { id: "slip", part: SlipPart, keys: ["slip"] };
