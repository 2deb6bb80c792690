// What an over-wait earns (R05, R12): whether at all, after how long, whom to tell at each step, what may be handed over.
import { Ask, Danger, Group, Table } from "@web/form/form.tsx";
import { inWords, joined, yuan } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Ladder, Rung, Text } from "@web/wire.ts";
import { useState } from "preact/hooks";
import { fieldAt, optionsOf } from "../draft/asked.ts";
import { change, draft, put, setup, usualRungs } from "../draft/store.ts";
import { today } from "../draft/when.ts";
import type { SetupSection } from "../draft/section.tsx";
import { listed } from "../form/listed.tsx";
import { actingRungs, actsLeft, ALWAYS, doubled, generalOn, isUsual, ownLadder, withRungs } from "./ladders.ts";

const t = pairs({
  lead: ["客户等得太久时一步步做什么、告诉谁。每位客户每一步只做一次。", "What happens step by step when a customer waits too long, and who is told. Each step once a visit."],
  whether: ["要不要补救", "Whether at all"],
  key_yes: ["本厅是重点厅，所以执行", "This is a key hall, so they are on"],
  key_no: ["本厅不是重点厅，所以不执行（在“基本信息”里改）", "This is no key hall, so they are off (change it under “Basics”)"],
  ladder: ["等候阶梯（所有业务）", "Ladder for all businesses"],
  ladder_lead: ["等候严格超过该时间才执行。“服务补救”的时间就是全厅的超时标准，在“时限与规则”里改。", "A step comes strictly after its time. The remedy's time is the hall's over-wait threshold: change it under “Limits and rules”."],
  ladder_of: ["等候阶梯：{names}", "Ladder: {names}"],
  dated: ["{whose}，{day} 起", "{whose}, from {day}"],
  usual_ladder: ["恢复通常的阶梯", "Back to the usual ladder"],
  own: ["个别业务的阶梯", "Ladders of single businesses"],
  own_lead: ["有的业务本来就久，例如“工商业用气”，可以有自己的阶梯；没有的按上面的来。", "Some businesses take long by nature and can have a ladder of their own; the others go by the one above."],
  no_own: ["现在没有，所有业务用同一个阶梯。", "None now; all businesses have the same ladder."],
  add_own: ["加一个业务的阶梯", "Add a ladder for a business"],
  remove_ladder: ["删除这个阶梯", "Remove this ladder"],
  gifts_lead: ["超时补救时可以送的小礼品，单价不超过 {yuan} 元。", "Small things a remedy may hand over, up to {yuan} yuan each."],
  stock_saved: ["现在的库存请在管理大屏上盘点", "Count today's stock on the manager's board"],
  too_dear: ["超过 {yuan} 元，柜台上不能送", "Above {yuan} yuan, so no counter can give it"],
  too_dear_short: ["超过限额，不能送", "above the cap"],
  twice: ["这些业务在两个阶梯里都有：{names}", "These businesses are in two ladders: {names}"],
});

const LATER = 600;
const named = (id: string): Text => draft.value!.services.find((one) => one.id === id)?.name ?? { zh: id, en: id };
const set = (at: number, part: Partial<Ladder>): void => change((config) => ({ ...config, ladders: config.ladders.map((one, i) => (i === at ? { ...one, ...part } : one)) }));

/** The steps of one ladder: after how long, what happens, who is told. Each happens once a visit. */
function Rungs({ ladder, at, acts: general, onChange }: { ladder: Ladder; at: number; acts: boolean; onChange: (rungs: readonly Rung[]) => void }) {
  const acting = actingRungs(draft.value!, ladder, usualRungs());
  // While a time is typed its step stays where it is; the next look shows them in their order.
  const [order] = useState(() => acting.map((rung) => rung.act));
  const place = ({ act }: Rung) => (order.includes(act) ? order.indexOf(act) : order.length);
  const rungs = [...acting].sort((a, b) => place(a) - place(b));
  const acts = optionsOf("acts");
  const left = actsLeft(acts.map((act) => act.value), ladder);
  const fresh = (): Rung => ({ act: left[0]!, after_seconds: (rungs[rungs.length - 1]?.after_seconds ?? 0) + LATER, tells: ["guide"] });
  return (
    <Table<Rung> where={`ladders[${at}].rungs`} items={rungs} onChange={onChange} fresh={left.length ? fresh : undefined} only={["after_seconds", "act", "tells"]}
      more={(rung) => ({ ...(general && rung.act === "remedy" && { after_seconds: { disabled: true } }), act: { options: acts.filter(({ value }) => value === rung.act || left.includes(value)) } })} />
  );
}

function OneLadder({ ladder, at, acts }: { ladder: Ladder; at: number; /** The general one of today, whose remedy is the hall's threshold. */ acts: boolean }) {
  const { services, valid_from } = ladder;
  const put = (rungs: readonly Rung[]) => change((config) => withRungs(config, at, rungs, today.value));
  const usual = isUsual({ services: [], valid_from: ALWAYS, rungs: actingRungs(draft.value!, ladder, usualRungs()) }, usualRungs());
  const whose = services.length ? t("ladder_of", { names: joined(services.map((id) => tx(named(id)))) }) : t("ladder");
  return (
    <Group title={valid_from === ALWAYS ? whose : t("dated", { whose, day: valid_from })} lead={acts ? t("ladder_lead") : undefined}>
      {services.length > 0 && <Whose ladder={ladder} at={at} />}
      <Rungs ladder={ladder} at={at} acts={acts} onChange={put} />
      <p class="buttons">
        {!usual && <Button kind="quiet" onClick={() => put(usualRungs())}>{t("usual_ladder")}</Button>}
        {!acts && services.length > 0 && <Danger quiet onConfirm={() => change((config) => ({ ...config, ladders: config.ladders.filter((_, i) => i !== at) }))}>{t("remove_ladder")}</Danger>}
      </p>
    </Group>
  );
}

function Whose({ ladder, at }: { ladder: Ladder; at: number }) {
  const twice = doubled(draft.value!.ladders).filter((service) => ladder.services.includes(service));
  return (
    <>
      <Ask where={`ladders[${at}].services`} value={ladder.services} problem={twice.length ? t("twice", { names: joined(twice.map((id) => tx(named(id)))) }) : null} onChange={(services) => services.length && set(at, { services })} />
      <Ask where={`ladders[${at}].valid_from`} value={ladder.valid_from === ALWAYS ? null : ladder.valid_from} onChange={(day) => set(at, { valid_from: day ?? ALWAYS })} />
    </>
  );
}

const add = (): void =>
  change((config) => {
    const taken = new Set(config.ladders.flatMap((ladder) => ladder.services));
    const first = config.services.find((service) => !taken.has(service.id)) ?? config.services[0];
    return first ? { ...config, ladders: [...config.ladders, ownLadder(config, first.id, today.value, usualRungs())] } : config;
  });

function CarePart() {
  const { remedies, remedy_share, key_hall, ladders } = draft.value!;
  const general = generalOn(ladders, today.value);
  return (
    <>
      <Group title={t("whether")}>
        <Ask where="remedies" value={remedies} onChange={put("remedies")} hint={remedies === null ? t(key_hall ? "key_yes" : "key_no") : ""} />
        {(remedies ?? key_hall) && <Ask where="remedy_share" value={remedy_share} onChange={put("remedy_share")} />}
      </Group>
      {ladders.map((ladder, at) => <OneLadder key={at} ladder={ladder} at={at} acts={ladder === general} />)}
      <Group title={t("own")} lead={t("own_lead")}>
        {ladders.every(({ services }) => !services.length) && <p class="faint">{t("no_own")}</p>}
        <p><Button class="add" onClick={add}>＋ {t("add_own")}</Button></p>
      </Group>
    </>
  );
}

export const care: SetupSection = { id: "care", title: { zh: "超时补救", en: "Over-waits" }, lead: () => t("lead"), part: CarePart, keys: ["remedies", "remedy_share", "ladders"] };

// What a remedy may hand over (R07): a plain section that knows the cap.

const cap = (): number => Math.min(draft.value!.figures.gift_cap_fen, setup.value!.dearest_gift_fen);
const isSaved = (id: string): boolean => setup.value!.config.gifts.some((one) => one.id === id);

export const gifts = listed("gifts", () => ({
  brief: ({ unit_cost_fen: cost }) => [inWords(fieldAt("gifts.unit_cost_fen")!, cost), cost > cap() ? t("too_dear_short") : ""].filter(Boolean).join(" · "),
  more: ({ id, unit_cost_fen: cost }) => ({
    ...(cost > cap() && { unit_cost_fen: { problem: t("too_dear", { yuan: yuan(cap()) }) } }),
    ...(isSaved(id) && { stock: { disabled: true, hint: t("stock_saved") } }),
  }),
}), { lead: () => t("gifts_lead", { yuan: yuan(cap()) }) });
