// What staff say (R02, R06): the wording in force, those of before, and a new one from a day on.
import { useSignal } from "@preact/signals";
import { pairs, texts, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Script, Text } from "@web/wire.ts";
import { Ask, Danger, Group } from "@web/form/form.tsx";
import { dayText, today } from "../draft/when.ts";
import { ALWAYS } from "./ladders.ts";
import { draft, put, setup } from "../draft/store.ts";
import type { SetupSection } from "../draft/section.tsx";
import type { Day } from "@web/time/days.ts";

const FILLED = ["ahead", "wait"];

/** The newest first. */
export const versionsOf = (scripts: readonly Script[], moment: string): Script[] =>
  scripts.filter((script) => script.moment === moment).sort((a, b) => b.version - a.version);

/** Moments the hall has words for, the known ones first. */
export const momentsOf = (scripts: readonly Script[]): string[] =>
  Array.from(new Set([...Object.keys(MOMENTS), ...scripts.map((script) => script.moment)]));

export const inForce = (scripts: readonly Script[], moment: string, today: Day): Script | null =>
  versionsOf(scripts, moment).find((script) => script.effective_from <= today) ?? null;

/** Another wording is a version of its own; the old one stays. */
export function withVersion(scripts: readonly Script[], moment: string, text: Text, from: Day): Script[] {
  const version = (versionsOf(scripts, moment)[0]?.version ?? 0) + 1;
  return [...scripts, { moment, version, text, effective_from: from }];
}

const isOne = (a: Script, b: Script): boolean => a.moment === b.moment && a.version === b.version;

export const withoutVersion = (scripts: readonly Script[], gone: Script): Script[] => scripts.filter((one) => !isOne(one, gone));

/** Only what the hall does not have yet may be reworded: a version that was saved may have been said. */
export const replaced = (scripts: readonly Script[], script: Script): Script[] => scripts.map((one) => (isOne(one, script) ? script : one));

export const isSaved = (saved: readonly Script[], script: Script): boolean => saved.some((one) => isOne(one, script));

const PLACES = new RegExp(`\\{(${FILLED.join("|")})\\}`);

/** Words and, at every odd place, the name of what is filled in between them. */
export const piecesOf = (text: string): string[] => text.split(PLACES);

/** Words in braces nobody would fill in. */
export function unknownPlaces(text: Text): string[] {
  const names = Array.from(`${text.zh} ${text.en}`.matchAll(/\{([^}]*)\}?/g), (match) => match[1]!);
  return Array.from(new Set(names.filter((place) => !FILLED.includes(place)))).map((place) => `{${place}}`);
}

const MOMENTS: Readonly<Record<string, Text | undefined>> = {
  explain: { zh: "解释等候", en: "Explaining the wait" },
  water: { zh: "送水", en: "Giving water" },
  remedy: { zh: "服务补救", en: "The remedy" },
};

const t = pairs({
  in_force: ["现在使用", "in force"],
  to_come: ["将来使用", "to come"],
  past: ["已停用", "no longer used"],
  version: ["第 {n} 版", "Version {n}"],
  since: ["{day}起", "since {day}"],
  reword: ["改写", "Reword"],
  write: ["写一版", "Write one"],
  others: ["其他版本 {n}", "Other versions: {n}"],
  new_version: ["第 {n} 版（新）", "Version {n} (new)"],
  unknown: ["不认识 {places}，只能用 {ahead} 和 {wait}", "Nobody fills in {places}; use {ahead} and {wait} only"],
  ahead: ["前面人数", "people ahead"],
  wait: ["预计等候", "expected wait"],
  places: ["{one} 说的时候换成前面的人数，{other} 换成预计等候时间", "{one} becomes the people ahead, {other} the expected wait, as it is said"],
  drop: ["不要这一版", "Drop this version"],
});

const ScriptsPart = () => <>{momentsOf(draft.value!.scripts).map((moment) => <Moment key={moment} moment={moment} today={today.value} />)}</>;

function Moment({ moment, today }: { moment: string; today: string }) {
  const { scripts } = draft.value!;
  const current = inForce(scripts, moment, today);
  const drafts = versionsOf(scripts, moment).filter((one) => !isSaved(setup.value!.config.scripts, one));
  const others = versionsOf(scripts, moment).filter((one) => one !== current && !drafts.includes(one));
  const reword = () => put("scripts")(withVersion(scripts, moment, current?.text ?? { zh: "", en: "" }, today));
  return (
    <Group title={texts(MOMENTS[moment] ?? moment)}>
      {current && !drafts.includes(current) && <Spoken script={current} mark={t("in_force")} />}
      {drafts.map((script) => <Draft key={script.version} script={script} />)}
      {!drafts.length && <p><Button onClick={reword}>{t(current ? "reword" : "write")}</Button></p>}
      {others.length > 0 && (
        <details>
          <summary>{t("others", { n: others.length })}</summary>
          {others.map((script) => <Spoken key={script.version} script={script} mark={script.effective_from > today ? t("to_come") : t("past")} />)}
        </details>
      )}
    </Group>
  );
}

const Spoken = ({ script, mark }: { script: Script; mark: string }) => (
  <blockquote class="said">
    <p>{piecesOf(tx(script.text)).map((piece, at) => (at % 2 ? <span key={at} class="chip">{t(piece as "ahead")}</span> : piece))}</p>
    <footer>{t("version", { n: script.version })} · {mark}{script.effective_from !== ALWAYS && ` · ${t("since", { day: dayText(script.effective_from) })}`}</footer>
  </blockquote>
);

/** A version that is not saved yet can still be worded and dated. */
function Draft({ script }: { script: Script }) {
  const at = draft.value!.scripts.indexOf(script);
  const asked = useSignal(false);
  const wrong = unknownPlaces(script.text);
  const set = (part: Partial<Script>) => put("scripts")(replaced(draft.value!.scripts, { ...script, ...part }));
  return (
    <div class="new-version" onFocusOut={() => (asked.value = true)}>
      <Ask where={`scripts[${at}].text`} label={t("new_version", { n: script.version })} value={script.text} hint={t("places", { one: "{ahead}", other: "{wait}" })} onChange={(text) => set({ text })}
        problem={asked.value && wrong.length ? t("unknown", { places: wrong.join(" ") }) : undefined} />
      <Ask where={`scripts[${at}].effective_from`} value={script.effective_from} onChange={(day) => day && set({ effective_from: day })} />
      <Danger quiet onConfirm={() => put("scripts")(withoutVersion(draft.value!.scripts, script))}>{t("drop")}</Danger>
    </div>
  );
}

export const wordings: SetupSection = { id: "scripts", part: ScriptsPart, keys: ["scripts"] };
