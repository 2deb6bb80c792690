// What a remedy may hand over (R07): name, price, stock to start with, when to reorder.
import { lang, tx } from "@web/i18n.ts";
import type { GiftItem, Text } from "@web/wire.ts";
import { valueText, yuan } from "./figure_words.ts";
import { Field, Fields, NumberInput, Rows, Section, TwoTexts } from "../form/form.tsx";
import { t, title } from "./gifts_texts.ts";
import { put } from "../draft/put.ts";
import type { SetupSection } from "../sections.ts";
import { draft, setup } from "../draft/store.ts";


const cap = (): number => Math.min(draft.value!.figures.gift_cap_fen, setup.value!.dearest_gift_fen);
const fresh = (id: string): GiftItem => ({ id, name: { zh: "", en: "" }, unit_cost_fen: 100, stock: 40, alert_below: 10 });
const brief = (gift: GiftItem): string =>
  [valueText(gift.unit_cost_fen, "fen", lang.value), ...(gift.unit_cost_fen > cap() ? [t("too_dear_short")] : [])].join(" · ");

const GiftsPart = () => (
  <Section title={t("title")} lead={t("lead", { yuan: yuan(cap()) })}>
    <Rows items={draft.value!.gifts} onChange={put("gifts")} fresh={fresh} prefix="gift" title={(gift) => tx(gift.name)} brief={brief} where="gifts" add={t("add")} empty={t("none")} ordered>
      {(gift, set, at) => <GiftForm gift={gift} set={set} at={at} />}
    </Rows>
  </Section>
);

function GiftForm({ gift, set, at }: { gift: GiftItem; set: (gift: GiftItem) => void; at: number }) {
  const where = `gifts[${at}]`;
  const saved = setup.value!.config.gifts.some((one) => one.id === gift.id);
  return (
    <>
      <Field label={t("name")} where={`${where}.name`} wide><TwoTexts value={gift.name} onChange={(name) => set({ ...gift, name })} /></Field>
      <Fields>
        <Field label={t("cost")} where={`${where}.unit_cost_fen`} problem={gift.unit_cost_fen > cap() ? tooDear() : null}>
          <NumberInput value={gift.unit_cost_fen / 100} unit={t("yuan")} min={0} max={1000} step={0.1} onChange={(n) => set({ ...gift, unit_cost_fen: Math.round(n * 100) })} />
        </Field>
        <Field label={t("stock")} hint={t(saved ? "stock_saved" : "stock_hint")} where={`${where}.stock`}>
          <NumberInput value={gift.stock} unit={t("pieces")} disabled={saved} onChange={(stock) => set({ ...gift, stock })} />
        </Field>
        <Field label={t("alert")} hint={t("alert_hint")} where={`${where}.alert_below`}>
          <NumberInput value={gift.alert_below} unit={t("pieces")} onChange={(alert_below) => set({ ...gift, alert_below })} />
        </Field>
      </Fields>
    </>
  );
}

function tooDear(): Text {
  const said = (as: "zh" | "en") => t("too_dear", { yuan: yuan(cap()) }, as);
  return { zh: said("zh"), en: said("en") };
}

export const gifts: SetupSection = { id: "gifts", title, part: GiftsPart, keys: ["gifts"] };
