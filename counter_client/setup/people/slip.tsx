// The section about what a slip says, beside a picture of it.
import { useRef } from "preact/hooks";
import { addressOf } from "@web/addresses.ts";
import { Button, notify, notifyRefusal } from "@web/parts.tsx";
import type { SlipTemplate } from "@web/wire.ts";
import { Checks, Choice, Field, Fields, Section, Switch, TwoTexts } from "@web/form/form.tsx";
import { post } from "../draft/http.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import "./slip.css";
import { SlipPreview } from "./slip_preview.tsx";
import { t, title } from "./slip_texts.ts";
import { draft } from "../draft/store.ts";

const LINES = ["wait", "zone", "materials", "phone", "missed", "map"] as const;
const keep = put("slip");

function SlipPart() {
  const slip = draft.value!.slip;
  const set = (change: Partial<SlipTemplate>) => keep({ ...slip, ...change });
  return (
    <Section title={t("title")} lead={t("lead")}>
      <div class="slip-and-preview">
        <div>
          <Logo slip={slip} set={set} />
          <Field label={t("head")} where="slip.head" wide><TwoTexts value={slip.head} onChange={(head) => set({ head })} /></Field>
          <Field label={t("foot")} hint={t("foot_hint")} where="slip.foot" wide><TwoTexts value={slip.foot} lines={2} onChange={(foot) => set({ foot })} /></Field>
          <Lines slip={slip} set={set} />
          <Fields>
            <Field label={t("languages")} where="slip.languages">
              <Choice value={slip.languages} options={[{ value: "both", label: t("both") }, { value: "zh", label: t("zh_only") }]}
                onChange={(languages) => set({ languages: languages === "zh" ? "zh" : "both" })} />
            </Field>
            <Field label={t("large")} hint={t("large_hint")} where="slip.large"><Switch value={slip.large} onChange={(large) => set({ large })} /></Field>
          </Fields>
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
const Lines = ({ slip, set }: Of) => (
  <Field label={t("lines")} where="slip.leaves_out" wide>
    <Checks value={LINES.filter((line) => !slip.leaves_out.includes(line))} options={LINES.map((line) => ({ value: line, label: t(`line_${line}`) }))}
      onChange={(printed) => set({ leaves_out: LINES.filter((line) => !printed.includes(line)) })} />
  </Field>
);

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
    <Field label={t("logo")} hint={t("logo_hint")} where="slip.logo" wide>
      <div class="slip-logo">
        {slip.logo && <img src={addressOf("/media/{name}", { path: { name: slip.logo } })} alt={t("logo")} />}
        <input ref={chooser} type="file" accept="image/png,image/jpeg,image/webp" hidden
          onChange={(event) => void bring(event.currentTarget.files?.[0]).then(() => chooser.current && (chooser.current.value = ""))} />
        <Button onClick={() => chooser.current?.click()}>{t("logo_put")}</Button>
        {slip.logo && <Button kind="quiet" onClick={() => set({ logo: "" })}>{t("logo_away")}</Button>}
      </div>
    </Field>
  );
}

export const slip: SetupSection = { id: "slip", title, part: SlipPart, keys: ["slip"] };
