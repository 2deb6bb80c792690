// One thing that is supposed: its kind, and what that needs.
import { Button } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import type { ManagerView } from "@web/wire.ts";
import { fitting, KINDS, needs, ofKind, type Draft, type Kind } from "./supposals.ts";
import { t } from "./what_if_texts.ts";

interface Props {
  nth: number;
  row: Draft;
  view: ManagerView;
  put: (row: Draft) => void;
  /** The last row stays. */
  remove?: () => void;
}

export function SupposalLine({ nth, row, view, put, remove }: Props) {
  const need = needs(row.kind);
  const counters = fitting(row.kind, view.counters);
  const profiles = view.profiles.filter(({ id }) => row.kind === "counter_opens" || id !== view.counters.find((one) => one.id === row.counter)?.profile);
  const [least, most] = row.kind === "people_come" ? [1, 200] : row.kind === "lunch_moves" ? [-120, 120] : [1, 120];
  return (
    <li aria-label={t("nth", { n: nth })}>
      <label>
        {t("kind")}
        <select value={row.kind} onChange={(event) => put(ofKind(event.currentTarget.value as Kind, row, view))}>
          {KINDS.map((kind) => <option key={kind} value={kind}>{t(kind)}</option>)}
        </select>
      </label>
      {need.counter && (
        <label>
          {t("counter")}
          <select required value={counters.some(({ id }) => id === row.counter) ? row.counter : ""} onChange={(event) => put({ ...row, counter: event.currentTarget.value })}>
            {!counters.some(({ id }) => id === row.counter) && <option value="">{t(counters.length ? "choose" : "none_fits")}</option>}
            {counters.map(({ id, name }) => <option key={id} value={id}>{tx(name)}</option>)}
          </select>
        </label>
      )}
      {need.profile && (
        <label>
          {t("profile")}
          <select required={row.kind === "profile_changes"} value={row.profile} onChange={(event) => put({ ...row, profile: event.currentTarget.value })}>
            <option value="">{t(row.kind === "counter_opens" ? "usual" : "choose")}</option>
            {profiles.map(({ id, name }) => <option key={id} value={id}>{tx(name)}</option>)}
          </select>
        </label>
      )}
      {need.queue && (
        <label>
          {t("queue")}
          <select required value={row.queue} onChange={(event) => put({ ...row, queue: event.currentTarget.value })}>
            {view.queues.map(({ id, name, letter }) => <option key={id} value={id}>{letter} {tx(name)}</option>)}
          </select>
        </label>
      )}
      {need.n && (
        <label class="n">
          {t(row.kind === "people_come" ? "people" : row.kind === "lunch_moves" ? "later" : "minutes")}
          <input type="number" required min={least} max={most} step={1} value={row.n} onInput={(event) => put({ ...row, n: Math.trunc(event.currentTarget.valueAsNumber) || 0 })} />
        </label>
      )}
      {remove && <Button kind="quiet" aria-label={t("remove_nth", { n: nth })} onClick={remove}>{t("remove")}</Button>}
    </li>
  );
}
