// What the hall proposes to do now: each in words, with what it would do; and what became of those that were taken.
import { clockText } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import type { Command, ManagerView, ProposalRow, TakenRow } from "@web/wire.ts";
import { t } from "./proposals_texts.ts";

export const JUDGED_AFTER = 1800; // s, or the threshold where that is longer

const minutes = (seconds: number): number => Math.round(Math.abs(seconds) / 60);

export const what = ({ step, counter_name, profile_name, number, begins, minutes }: ProposalRow): string =>
  t(step, { counter: tx(counter_name), profile: tx(profile_name), number, minutes, time: begins ? clockText(Date.parse(begins)) : "" });

/** Where a person has to act, a tap asks somebody to. */
export const isAsked = ({ step }: ProposalRow): boolean => ["open", "later", "assist"].includes(step);

/** How many more are served in time; beside it the mean wait, where that changes by a minute. Where no run can say: why. */
export function effect({ step, people, without, after, mean_wait }: ProposalRow, view: Pick<ManagerView, "threshold_seconds">): string {
  if (step === "assist") return t("waiting", { n: people });
  const kept = t("kept", { minutes: minutes(view.threshold_seconds), n: Math.round(after - without) });
  if (!minutes(mean_wait)) return kept;
  return `${kept}${tx({ zh: "，", en: ", " })}${t(mean_wait < 0 ? "shorter" : "longer", { minutes: minutes(mean_wait) })}`;
}

export const taking = ({ step, counter, profile }: ProposalRow): Command => ({ type: "take_proposal", step, counter, profile });

/** What was taken a moment ago and can still be taken back, the newest first. */
export const undoable = ({ taken }: Pick<ManagerView, "taken">, at: number): readonly TakenRow[] =>
  taken.filter(({ undo_until }) => undo_until && at <= Date.parse(undo_until));

export const undoing = ({ id }: TakenRow): Command => ({ type: "undo_proposal", proposal: id });

/** The proposal that a command on the board would carry out. */
export function proposedBy(command: Command | undefined, rows: readonly ProposalRow[]): ProposalRow | undefined {
  if (command?.type === "change_profile") return rows.find((row) => row.step === "switch" && row.counter === command.counter && row.profile === command.profile);
  if (command?.type === "mark_no_show") return rows.find((row) => row.step === "miss" && row.counter === command.counter);
  return command?.type === "resume_counter" ? rows.find((row) => row.step === "resume" && row.counter === command.counter) : undefined;
}

/** What became of one, or what is known of it yet. */
export function became(taken: TakenRow, view: Pick<ManagerView, "threshold_seconds">): string[] {
  const { step, people, without, after } = taken.of;
  const round = (n: number) => Math.round(n);
  const known = Date.parse(taken.at) + Math.max(JUDGED_AFTER, view.threshold_seconds) * 1000;
  if (taken.undone) return [t("taken_back")];
  return [
    step === "assist" ? t("expected_plain", { people }) : t("expected", { people, minutes: minutes(view.threshold_seconds), after: round(after), without: round(without) }),
    taken.judged ? t("became", { n: taken.in_time }) : t("so_far", { n: taken.in_time, time: clockText(known) }),
    ...(taken.left ? [t("left", { n: taken.left })] : []),
  ];
}
