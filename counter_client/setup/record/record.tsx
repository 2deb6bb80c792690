// A record under its days, newest first, with a way to see earlier lines; what is in a line says who shows it.
import { effect, type Signal } from "@preact/signals";
import { clockText, hallDay } from "@web/time/clock.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { dayText } from "../draft/when.ts";
import { setup } from "../draft/store.ts";
import type { LiveList } from "@web/drawing/live_list.ts";
import { together } from "@web/hall/together.ts";
import type { Entry } from "../draft/http.ts";

// The record's lines put in days, and which of them were taken back.

/** Newest day first, as the lines come; each day's lines in their own order. */
export const byDay = <E extends { at: string }>(entries: readonly E[], dayOf: (at: string) => string) =>
  together(entries, ({ at }) => dayOf(at));

/** Changes that were taken back and not put in force again by taking back the taking back. */
export function takenBack(entries: readonly Entry[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const entry of entries) {
    if (entry.undoes && !taken.has(entry.seq)) taken.add(entry.undoes); // newest first: what undid it is known by now
  }
  return taken;
}

const t = pairs({
  loading: ["正在读取记录…", "Reading the record…"],
  unread: ["读不到记录：{why}", "The record cannot be read: {why}"],
  retry: ["重试", "Try again"],
  empty: ["还没有记录", "Nothing here yet"],
  more: ["显示更早的记录", "Show earlier ones"],
});

export const dayOf = (at: string): string => hallDay(Date.parse(at), setup.value?.config.timezone);

interface Props<E> {
  lines: LiveList<readonly E[]>;
  /** How many are read, and how many there can be. */
  limit: Signal<number>;
  most: number;
  top?: ComponentChildren;
  children: (entry: E, all: readonly E[]) => ComponentChildren;
}

export function Record<E extends { at: string; kind?: string }>({ lines, limit, most, top, children }: Props<E>) {
  useEffect(() => effect(() => void (setup.value?.seq, limit.value, lines.read())), []);
  const entries = lines.all.value;
  const no = lines.unread.value;
  return (
    <>
      {top}
      {no && <p class="refused" role="alert">{t("unread", { why: tx(no.text) })} <Button onClick={() => void lines.read()}>{t("retry")}</Button></p>}
      {!entries && !no && <p role="status">{t("loading")}</p>}
      {entries?.length === 0 && <p class="faint">{t("empty")}</p>}
      {byDay(entries ?? [], dayOf).map(([day, those]) => (
        <section key={day} class="record-day">
          <h3>{dayText(day)}</h3>
          <ol class="record">
            {those.map((entry, nth) => (
              <li key={`${entry.at}${nth}`} class={entry.kind}>
                <time dateTime={entry.at}>{clockText(Date.parse(entry.at))}</time>
                {children(entry, entries!)}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {entries && entries.length >= limit.value && limit.value < most && <Button onClick={() => (limit.value = Math.min(most, limit.value * 3))}>{t("more")}</Button>}
    </>
  );
}
