// Profiles by queues: a tap goes from "does not call" to "calls" to "helps" and back.
import { tx } from "@web/language/i18n.ts";
import type { Profile, Queue, CounterPlace, HallConfig } from "@web/wire.ts";
import { t } from "./hall_texts.ts";
import { change, draft, problemAt } from "../draft/store.ts";

// What each profile does with each queue: calls it as its own, helps when its own are empty (Q18), or neither.

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

const SIGN: Readonly<Record<Cell, string>> = { off: "", own: "●", helps: "○" };

export function ProfileMatrix() {
  const { profiles, queues } = draft.value!;
  return (
    <div class="matrix" role="region" aria-label={t("profiles")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("profile")}</th>
            {queues.map((queue) => <th key={queue.id} scope="col"><b>{queue.letter}</b> <span>{tx(queue.name)}</span></th>)}
          </tr>
        </thead>
        <tbody>{profiles.map((profile, at) => <Row key={profile.id} profile={profile} queues={queues} at={at} />)}</tbody>
      </table>
      <p class="legend">
        {(["own", "helps", "off"] as const).map((cell) => <span key={cell}><i class={`cell-sign ${cell}`}>{SIGN[cell]}</i> {t(`${cell}_means`)}</span>)}
      </p>
    </div>
  );
}

function Row({ profile, queues, at }: { profile: Profile; queues: readonly Queue[]; at: number }) {
  const wrong = problemAt(`profiles[${at}].queues`);
  return (
    <tr data-where={`profiles[${at}].queues`} class={wrong ? "wrong" : ""}>
      <th scope="row">{tx(profile.name) || t("unnamed")}{wrong && <small class="problem" role="alert">{tx(wrong)}</small>}</th>
      {queues.map((queue) => <td key={queue.id}><MatrixCell profile={profile} queue={queue} queues={queues} /></td>)}
    </tr>
  );
}

function MatrixCell({ profile, queue, queues }: { profile: Profile; queue: Queue; queues: readonly Queue[] }) {
  const cell = cellOf(profile, queue.id);
  const label = t("cell", { profile: tx(profile.name), queue: `${queue.letter} ${tx(queue.name)}`, state: t(cell) });
  const tap = () =>
    change((config) => ({
      ...config,
      profiles: config.profiles.map((one) => (one.id === profile.id ? withCell(one, queue.id, nextCell(cell), queues) : one)),
    }));
  return (
    <button type="button" class={`matrix-cell ${cell}`} aria-label={label} title={t(cell)} onClick={tap}>
      <span aria-hidden="true">{SIGN[cell]}</span>
      <small aria-hidden="true">{cell === "off" ? "" : t(cell)}</small>
    </button>
  );
}
