// The day's calls as a chart can draw them: a dot per call, and the mean of the half hour before each.
import { signal } from "@preact/signals";
import type { Point, WaitSeries } from "@web/wire.ts";
import { get } from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";

const HALF_HOUR = 1800;

export type Columns = [number[], (number | null)[], (number | null)[], (number | null)[]];

/** Seconds of the day, then minutes: ordinary calls, remedied ones, the running mean. */
export function columns(points: readonly Point[]): Columns {
  const at = points.map((point) => Date.parse(point.at) / 1000);
  const waited = points.map((point) => point.waited_seconds / 60);
  return [
    at,
    points.map((point, n) => (point.remedied ? null : waited[n]!)),
    points.map((point, n) => (point.remedied ? waited[n]! : null)),
    runningMean(at, waited),
  ];
}

/** One pass: what falls out of the half hour is taken off as what comes in is added. */
function runningMean(at: readonly number[], waited: readonly number[]): number[] {
  let first = 0;
  let sum = 0;
  return at.map((time, n) => {
    sum += waited[n]!;
    while (at[first]! <= time - HALF_HOUR) sum -= waited[first++]!;
    return sum / (n - first + 1);
  });
}

/** How many calls the running mean's last value is made of. */
export function lastWindow(points: readonly Point[]): number {
  const last = points[points.length - 1];
  return last ? points.filter((p) => Date.parse(p.at) > Date.parse(last.at) - HALF_HOUR * 1000).length : 0;
}

/** Those behind a figure, the longest wait first. */
export const longestFirst = (points: readonly Point[], service = ""): readonly Point[] =>
  points.filter((point) => !service || point.service === service).sort((a, b) => b.waited_seconds - a.waited_seconds);

// The day's calls, asked for every half minute; what the chart draws and what stands behind a figure.
export const series = signal<WaitSeries | null>(null);
export const seriesLost = signal(false);

const EVERY = 30_000;

/** Keeps asking until the answer is called; the last good day stays while the server is away. */
export function follow(day: string): () => void {
  let timer = 0;
  let over = false;
  const ask = () =>
    get("/api/reports/waits/series", { query: { date: day }, token: tokenOf("manager", "") })
      .then((answer) => {
        if (over) return;
        series.value = answer;
        seriesLost.value = false;
      }, () => (seriesLost.value = true))
      .finally(() => !over && (timer = window.setTimeout(ask, EVERY)));
  void ask();
  return () => ((over = true), clearTimeout(timer));
}
