// Profiles by queues: a tap goes from "does not call" to "calls" to "helps" and back.
import { tx } from "@web/language/i18n.ts";
import type { Profile, Queue } from "@web/wire.ts";
import { cellOf, nextCell, withCell, type Cell } from "./matrix.ts";
import { t } from "./hall_texts.ts";
import { change, draft, problemAt } from "../draft/store.ts";

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
