// The ladder for everybody and those of single businesses, each as steps on a line of time.
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { Ladder, Rung } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import type { Day as DayOf } from "../draft/days.ts";
import { Ask, Danger, Group } from "@web/form/form.tsx";
import { Rungs } from "./ladder_rungs.tsx";
import { actingRungs, ALWAYS, doubled, generalOn, isUsual, ownLadder, withRungs } from "./ladders.ts";
import { change, draft, usualRungs } from "../draft/store.ts";

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

function nameOf({ services, valid_from }: Ladder): string {
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
    <Group title={nameOf(ladder)} lead={acts ? t("ladder_lead") : undefined}>
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
