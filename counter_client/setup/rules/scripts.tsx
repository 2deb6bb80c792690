// What staff say (R02, R06): the wording in force, those of before, and a new one from a day on.
import { useSignal } from "@preact/signals";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Script, Text } from "@web/wire.ts";
import { Ask, Danger, Group } from "@web/form/form.tsx";
import { dayText, today } from "../draft/when.ts";
import { ALWAYS } from "./ladders.ts";
import { draft, put, setup } from "../draft/store.ts";
import { inForce, isSaved, momentsOf, piecesOf, replaced, unknownPlaces, versionsOf, withoutVersion, withVersion } from "./scripts.ts";
import type { SetupSection } from "../frame/section.tsx";

const MOMENTS: Readonly<Record<string, Text | undefined>> = {
  explain: { zh: "解释等候", en: "Explaining the wait" },
  water: { zh: "送水", en: "Giving water" },
  remedy: { zh: "服务补救", en: "The remedy" },
};

const momentName = (moment: string): string => (MOMENTS[moment] ? tx(MOMENTS[moment]) : moment);

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
    <Group title={momentName(moment)}>
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
  const sentence = (as: "zh" | "en") => t("unknown", { places: wrong.join(" ") }, as);
  return (
    <div class="new-version" onFocusOut={() => (asked.value = true)}>
      <Ask where={`scripts[${at}].text`} label={t("new_version", { n: script.version })} value={script.text} hint={t("places", { one: "{ahead}", other: "{wait}" })} onChange={(text) => set({ text })}
        problem={asked.value && wrong.length ? { zh: sentence("zh"), en: sentence("en") } : undefined} />
      <Ask where={`scripts[${at}].effective_from`} value={script.effective_from} onChange={(day) => day && set({ effective_from: day })} />
      <Danger quiet onConfirm={() => put("scripts")(withoutVersion(draft.value!.scripts, script))}>{t("drop")}</Danger>
    </div>
  );
}

export const wordings: SetupSection = { id: "scripts", part: ScriptsPart, keys: ["scripts"] };
