// What a remedy may hand over (R07): a plain section that knows the cap.
import { inWords, yuan } from "@web/form/in_words.ts";
import { pairs } from "@web/language/i18n.ts";
import { fieldAt } from "../draft/asked.ts";
import { draft, setup } from "../draft/store.ts";
import { listed } from "../form/listed.tsx";

const t = pairs({
  lead: ["超时补救时可以送的小礼品，单价不超过 {yuan} 元。", "Small things a remedy may hand over, up to {yuan} yuan each."],
  stock_saved: ["现在的库存请在管理大屏上盘点", "Count today's stock on the manager's board"],
  too_dear: ["超过 {yuan} 元，柜台上不能送", "Above {yuan} yuan, so no counter can give it"],
  too_dear_short: ["超过限额，不能送", "above the cap"],
});

const cap = (): number => Math.min(draft.value!.figures.gift_cap_fen, setup.value!.dearest_gift_fen);
const isSaved = (id: string): boolean => setup.value!.config.gifts.some((one) => one.id === id);

export const gifts = listed("gifts", () => ({
  brief: ({ unit_cost_fen: cost }) => [inWords(fieldAt("gifts.unit_cost_fen")!, cost), cost > cap() ? t("too_dear_short") : ""].filter(Boolean).join(" · "),
  more: ({ id, unit_cost_fen: cost }) => ({
    ...(cost > cap() && { unit_cost_fen: { problem: t("too_dear", { yuan: yuan(cap()) }) } }),
    ...(isSaved(id) && { stock: { disabled: true, hint: t("stock_saved") } }),
  }),
}), { lead: () => t("lead", { yuan: yuan(cap()) }) });
