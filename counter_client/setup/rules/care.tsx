// What an over-wait earns (R05, R12): whether at all, after how long, and whom to tell at each step.
import { Ask, Danger, Group, type Option, Section } from "@web/form/form.tsx";
import { replacedAt } from "@web/form/lists.ts";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { Ladder, Rung } from "@web/wire.ts";
import { useState } from "preact/hooks";
import { nameOf, optionsOf } from "../draft/asked.ts";
import type { Day as DayOf } from "../draft/days.ts";
import { put } from "../draft/put.ts";
import { change, draft, problemAt, usualRungs } from "../draft/store.ts";
import { today } from "../draft/today.ts";
import { t, title } from "./care_texts.ts";
import { actingRungs, actsLeft, ALWAYS, doubled, generalOn, isUsual, ownLadder, withRungs } from "./ladders.ts";
import type { SetupSection } from "../frame/section.ts";

// The steps of one ladder: after how long, what happens, who is told.

interface RungsProps {
  ladder: Ladder;
  at: number;
  onChange: (rungs: readonly Rung[]) => void;
}

const LATER = 600;

export function Rungs({ ladder, at, onChange }: RungsProps) {
  const acting = actingRungs(draft.value!, ladder, usualRungs());
  // While a time is typed its step stays where it is; the next look shows them in their order.
  const [order] = useState(() => acting.map((rung) => rung.act));
  const place = (rung: Rung) => (order.includes(rung.act) ? order.indexOf(rung.act) : order.length);
  const rungs = acting.slice().sort((a, b) => place(a) - place(b));
  const acts = optionsOf("acts");
  const left = actsLeft(acts.map((act) => act.value), ladder);
  const last = acting[acting.length - 1]?.after_seconds ?? 0;
  const add = () => onChange([...rungs, { act: left[0]!, after_seconds: last + LATER, tells: ["guide"] }]);
  const wrong = problemAt(`ladders[${at}]`);
  return (
    <div class="ladder" data-where={`ladders[${at}]`}>
      {wrong && <p class="problem" role="alert">{tx(wrong)}</p>}
      <ol>
        {rungs.map((rung, nth) => (
          <li key={rung.act}>
            <Step rung={rung} where={`ladders[${at}].rungs[${ladder.rungs.findIndex((one) => one.act === rung.act)}]`} acts={acts.filter((act) => act.value === rung.act || left.includes(act.value))}
              onChange={(next) => onChange(replacedAt(rungs, nth, next))} onRemove={() => onChange(rungs.filter((_, i) => i !== nth))} />
          </li>
        ))}
      </ol>
      {left.length > 0 && <p><Button class="add" onClick={add}>＋ {t("add_step")}</Button></p>}
    </div>
  );
}

function Step({ rung, where, acts, onChange, onRemove }: { rung: Rung; where: string; acts: readonly Option[]; onChange: (rung: Rung) => void; onRemove: () => void }) {
  return (
    <div class="step">
      <Ask where={`${where}.after_seconds`} value={rung.after_seconds} onChange={(after_seconds) => onChange({ ...rung, after_seconds })} />
      <Ask where={`${where}.act`} value={rung.act} options={acts} onChange={(act) => onChange({ ...rung, act })} />
      <Ask where={`${where}.tells`} value={rung.tells} onChange={(tells) => onChange({ ...rung, tells })} />
      <Danger quiet label={t("remove_step", { act: nameOf("acts", rung.act) })} onConfirm={onRemove}>{t("remove")}</Danger>
    </div>
  );
}

// The ladder for everybody and those of single businesses, each as steps on a line of time.

export function LadderList({ today }: { today: DayOf }) {
  const config = draft.value!;
  const general = generalOn(config.ladders, today);
  const own = config.ladders.some((ladder) => ladder.services.length > 0);
  return (
    <>
      {config.ladders.map((ladder, at) => <OneLadder key={at} ladder={ladder} at={at} acts={ladder === general} today={today} />)}
      <Group title={t("own")} lead={t("own_lead")}>
        {!own && <p class="faint">{t("no_own")}</p>}
        <p><Button class="add" onClick={() => add(today)}>＋ {t("add_own")}</Button></p>
      </Group>
    </>
  );
}

const add = (today: DayOf): void =>
  change((config) => {
    const named = new Set(config.ladders.flatMap((ladder) => ladder.services));
    const first = config.services.find((service) => !named.has(service.id)) ?? config.services[0];
    return first ? { ...config, ladders: [...config.ladders, ownLadder(config, first.id, today, usualRungs())] } : config;
  });

const set = (at: number, part: Partial<Ladder>): void =>
  change((config) => ({ ...config, ladders: config.ladders.map((one, i) => (i === at ? { ...one, ...part } : one)) }));

const drop = (at: number): void => change((config) => ({ ...config, ladders: config.ladders.filter((_, i) => i !== at) }));

interface Props {
  ladder: Ladder;
  at: number;
  /** The general one of today, whose remedy is the hall's threshold. */
  acts: boolean;
  today: DayOf;
}

function ladderName({ services, valid_from }: Ladder): string {
  const names = services.map((id) => tx(draft.value!.services.find((service) => service.id === id)?.name ?? { zh: id, en: id }));
  const whose = names.length ? t("ladder_of", { names: names.join(t("and")) }) : t("ladder");
  return valid_from === ALWAYS ? whose : t("dated", { whose, day: valid_from });
}

function OneLadder({ ladder, at, acts, today }: Props) {
  const put = (rungs: readonly Rung[]) => change((config) => withRungs(config, at, rungs, today));
  const usual = isUsual({ ...ladder, services: [], valid_from: ALWAYS, rungs: actingRungs(draft.value!, ladder, usualRungs()) }, usualRungs());
  const keeps = acts || !ladder.services.length; // what everybody falls back to
  const tools = (
    <p class="buttons">
      {!usual && <Button kind="quiet" onClick={() => put(usualRungs())}>{t("usual_ladder")}</Button>}
      {!keeps && <Danger quiet onConfirm={() => drop(at)}>{t("remove_ladder")}</Danger>}
    </p>
  );
  return (
    <Group title={ladderName(ladder)} lead={acts ? t("ladder_lead") : undefined}>
      {ladder.services.length > 0 && <Whose ladder={ladder} at={at} />}
      <Rungs ladder={ladder} at={at} onChange={put} />
      {tools}
    </Group>
  );
}

function Whose({ ladder, at }: { ladder: Ladder; at: number }) {
  const twice = doubled(draft.value!.ladders).filter((service) => ladder.services.includes(service));
  const names = (lang: "zh" | "en") => twice.map((id) => draft.value!.services.find((one) => one.id === id)?.name[lang] ?? id).join(", ");
  const said = (lang: "zh" | "en") => t("twice", { names: names(lang) }, lang);
  return (
    <>
      <Ask where={`ladders[${at}].services`} value={ladder.services} problem={twice.length ? { zh: said("zh"), en: said("en") } : null}
        onChange={(services) => services.length && set(at, { services })} />
      <Ask where={`ladders[${at}].valid_from`} value={ladder.valid_from === ALWAYS ? null : ladder.valid_from} onChange={(day) => set(at, { valid_from: day ?? ALWAYS })} />
    </>
  );
}

function CarePart() {
  const { remedies, remedy_share, key_hall } = draft.value!;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Group title={t("whether")}>
        <Ask where="remedies" value={remedies} onChange={put("remedies")} hint={remedies === null ? t(key_hall ? "key_yes" : "key_no") : ""} />
        {(remedies ?? key_hall) && <Ask where="remedy_share" value={remedy_share} onChange={put("remedy_share")} />}
      </Group>
      <LadderList today={today.value} />
    </Section>
  );
}

export const care: SetupSection = { id: "care", title, part: CarePart, keys: ["remedies", "remedy_share", "ladders"] };
