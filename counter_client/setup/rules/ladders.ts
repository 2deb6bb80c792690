// The ladder of an over-wait (R12) as the page edits it; the hall's threshold (R05) and the remedy's rung stay one figure.
import { same } from "@web/form/at.ts";
import type { HallConfig, Ladder, Rung } from "@web/wire.ts";
import type { Day } from "@web/time/days.ts";

export const ALWAYS: Day = "2000-01-01";
const REMEDY = "remedy";

/** The rungs a hall starts with, as the server says them: there the remedy's rung follows the figure by itself. */
type Usual = readonly Rung[];

const plain = (rungs: readonly Rung[]) => rungs.map(({ act, after_seconds, tells }) => [act, after_seconds, tells]);

export const isUsual = (ladder: Ladder, usual: Usual): boolean =>
  !ladder.services.length && ladder.valid_from === ALWAYS && same(plain(ladder.rungs), plain(usual));

const remedyAt = (rungs: readonly Rung[], seconds: number): Rung[] =>
  rungs.map((rung) => (rung.act === REMEDY ? { ...rung, after_seconds: seconds } : rung));

type Hall = Pick<HallConfig, "ladders" | "figures">;

/** The rungs as they act: soonest first, and in the usual ladder the remedy at the hall's threshold. */
export const actingRungs = ({ figures }: Pick<Hall, "figures">, ladder: Ladder, usual: Usual): readonly Rung[] =>
  [...(isUsual(ladder, usual) ? remedyAt(ladder.rungs, figures.remedy_threshold_seconds) : ladder.rungs)].sort((a, b) => a.after_seconds - b.after_seconds);

/** The ladder for all services that acts on a day: the newest in force. */
export const generalOn = (ladders: readonly Ladder[], day: Day): Ladder | null =>
  ladders.filter((one) => !one.services.length && one.valid_from <= day).sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0] ?? null;

/** New rungs of one ladder; in the general one of today the remedy's time is the hall's threshold, too. */
export function withRungs<T extends Hall>(config: T, at: number, rungs: readonly Rung[], today: Day): T {
  const ladder = config.ladders[at]!;
  const ladders = config.ladders.map((one, i) => (i === at ? { ...one, rungs } : one));
  const remedy = rungs.find((rung) => rung.act === REMEDY);
  if (!remedy || generalOn(config.ladders, today) !== ladder) return { ...config, ladders };
  return { ...config, ladders, figures: { ...config.figures, remedy_threshold_seconds: remedy.after_seconds } };
}

/** A new threshold; general ladders that no longer follow it by themselves are taken along. */
export function withThreshold<T extends Hall>(config: T, seconds: number, usual: Usual): T {
  const ladders = config.ladders.map((one) =>
    one.services.length || isUsual(one, usual) ? one : { ...one, rungs: remedyAt(one.rungs, seconds) },
  );
  return { ...config, ladders, figures: { ...config.figures, remedy_threshold_seconds: seconds } };
}

/** What a ladder has not yet got; each act is told once a visit. */
export const actsLeft = (acts: readonly string[], ladder: Pick<Ladder, "rungs">): string[] =>
  acts.filter((act) => ladder.rungs.every((rung) => rung.act !== act));

/** A ladder to start from: like the general one, for nobody yet. */
export const ownLadder = (config: Hall, service: string, today: Day, usual: Usual): Ladder => {
  const general = generalOn(config.ladders, today);
  return { rungs: general ? actingRungs(config, general, usual) : usual, services: [service], valid_from: ALWAYS };
};

/** Services that stand in two ladders from the same day on, so that chance would decide. */
export const doubled = (ladders: readonly Ladder[]): string[] => {
  const seen = ladders.flatMap((one) => one.services.map((service) => `${one.valid_from} ${service}`));
  return Array.from(new Set(seen.filter((one, at) => seen.indexOf(one) !== at).map((one) => one.split(" ")[1]!)));
};
