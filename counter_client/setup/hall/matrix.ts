// What each profile does with each queue: calls it as its own, helps when its own are empty (Q18), or neither.
import type { CounterPlace, HallConfig, Profile, Queue } from "@web/wire.ts";

export type Cell = "off" | "own" | "helps";

const NEXT: Readonly<Record<Cell, Cell>> = { off: "own", own: "helps", helps: "off" };

export const cellOf = (profile: Profile, queue: string): Cell =>
  profile.queues.includes(queue) ? "own" : profile.helps.includes(queue) ? "helps" : "off";

export const nextCell = (cell: Cell): Cell => NEXT[cell];

/** Both lists stay in the order of the hall's queues. */
export function withCell(profile: Profile, queue: string, cell: Cell, queues: readonly Queue[]): Profile {
  const become = (id: string): Cell => (id === queue ? cell : cellOf(profile, id));
  const those = (wanted: Cell) => queues.map((one) => one.id).filter((id) => become(id) === wanted);
  return { ...profile, queues: those("own"), helps: those("helps") };
}

/** The profiles that call or help a queue become just these; one that helps stays a help. */
export const calledBy = (profiles: readonly Profile[], queue: string, chosen: readonly string[], queues: readonly Queue[]): Profile[] =>
  profiles.map((profile) => {
    const [is, shall] = [cellOf(profile, queue) !== "off", chosen.includes(profile.id)];
    return is === shall ? profile : withCell(profile, queue, shall ? "own" : "off", queues);
  });

export const callsNothing = (profile: Profile): boolean => !profile.queues.length && !profile.helps.length;

type Hall = Pick<HallConfig, "queues" | "profiles" | "counters">;

/** Queues no profile calls: their customers would wait for ever. */
export const uncalled = ({ queues, profiles }: Hall): Queue[] =>
  queues.filter((queue) => profiles.every((profile) => cellOf(profile, queue.id) === "off"));

/** Queues some profile calls, but no counter has that profile by itself. */
export const withoutCounter = (config: Hall): Queue[] => {
  const lost = uncalled(config);
  return config.queues.filter((queue) => !lost.includes(queue) && !countersOf(config, queue.id).length);
};

/** The counters that call a queue as their own or help it. */
export const countersOf = ({ profiles, counters }: Hall, queue: string): CounterPlace[] =>
  counters.filter((counter) => {
    const profile = profiles.find((one) => one.id === counter.profile);
    return profile !== undefined && cellOf(profile, queue) !== "off";
  });
