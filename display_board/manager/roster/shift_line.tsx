// One shift: where, who, from when to when; once it is saved, whether its person is here.
import { Badge, Button } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import type { RosterDay } from "@web/wire.ts";
import { clock, placed, placeOf, savedRow, type Draft } from "./day.ts";
import { t } from "./roster_texts.ts";

interface Props {
  nth: number;
  row: Draft;
  day: RosterDay;
  /** Null takes it away. */
  put: (row: Draft | null) => void;
  mark: (person: string, absent: boolean) => Promise<void>;
}

export function ShiftLine({ nth, row, day, put, mark }: Props) {
  const saved = savedRow(row, day);
  const person = day.people.find(({ login }) => login === row.person);
  const known = row.post !== "counter" || day.counters.some(({ id }) => id === row.counter);
  const set = (more: Partial<Draft>) => put({ ...row, ...more });
  return (
    <li class={saved?.absent ? "absent" : ""} aria-label={t("nth", { n: nth })}>
      <label class="where">
        {t("place")}
        <select required value={known ? placeOf(row) : ""} onChange={(event) => set(placed(event.currentTarget.value))}>
          {!known && <option value="">{t("gone")}</option>}
          {day.counters.map(({ id, name }) => <option key={id} value={`counter ${id}`}>{tx(name)}</option>)}
          <option value="guide">{t("guide")}</option>
          <option value="leader">{t("leader")}</option>
        </select>
      </label>
      <label class="who">
        {t("person")}
        <select required value={person ? row.person : ""} onChange={(event) => set({ person: event.currentTarget.value })}>
          {!person && <option value="">{row.person ? t("gone") : t("choose")}</option>}
          {day.people.map(({ login, name }) => <option key={login} value={login}>{name === login ? login : `${name} ${login}`}</option>)}
        </select>
      </label>
      <Clock label={t("begins")} value={row.begins} put={(begins) => set({ begins })} />
      <Clock label={t("ends")} value={row.ends} put={(ends) => set({ ends })} />
      <p class="state">
        {saved && (
          <label class="tick">
            <input type="checkbox" checked={saved.absent} aria-label={t("absent_one", { name: saved.name })} onChange={(event) => void mark(row.person, event.currentTarget.checked)} /> {t("absent")}
          </label>
        )}
        {saved?.outside && <Badge tone="plain">{t("outside")}</Badge>}
        {!!saved?.late_minutes && <Badge tone="near">{t("late", { n: saved.late_minutes })}</Badge>}
      </p>
      <Button kind="quiet" aria-label={t("remove_one", { n: nth })} onClick={() => put(null)}>{t("remove")}</Button>
    </li>
  );
}

const Clock = ({ label, value, put }: { label: string; value: string; put: (clock: string) => void }) => (
  <label class="clock">
    {label}
    <input type="text" required inputMode="numeric" maxLength={5} autocomplete="off" value={value} onChange={(event) => put(clock(event.currentTarget.value))} />
  </label>
);
