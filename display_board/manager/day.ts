// The day's calls, asked for every half minute; what the chart draws and what stands behind a figure.
import { signal } from "@preact/signals";
import { get } from "@web/post.ts";
import { tokenOf } from "@web/session.ts";
import type { WaitSeries } from "./series.ts";

export const series = signal<WaitSeries | null>(null);
export const seriesLost = signal(false);

const EVERY = 30_000;

/** Keeps asking until the answer is called; the last good day stays while the server is away. */
export function follow(day: string): () => void {
  let timer = 0;
  let over = false;
  const ask = () =>
    get<WaitSeries>(`/api/reports/waits/series?date=${day}`, tokenOf("manager", ""))
      .then((answer) => {
        if (over) return;
        series.value = answer;
        seriesLost.value = false;
      }, () => (seriesLost.value = true))
      .finally(() => !over && (timer = window.setTimeout(ask, EVERY)));
  void ask();
  return () => ((over = true), clearTimeout(timer));
}
