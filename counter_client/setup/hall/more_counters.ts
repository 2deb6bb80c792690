// New counters like those that are there: the next numbers, in the same zone, calling the same.
import type { CounterPlace, HallConfig, Text } from "@web/wire.ts";

type Hall = Pick<HallConfig, "counters" | "zones" | "profiles">;

export const counterName = (id: string): Text => ({ zh: `${id} 号窗口`, en: `Counter ${id}` });

const ordinary = (counter: CounterPlace): boolean => !counter.floating && !counter.dedicated && !counter.room;

function nextNumber(counters: readonly CounterPlace[]): string {
  let n = 1;
  while (counters.some((counter) => counter.id === String(n))) n++;
  return String(n);
}

/** Like the last ordinary counter, with a number of its own. */
function like({ counters, zones, profiles }: Hall, id: string): CounterPlace {
  const model = counters.filter(ordinary).pop() ?? counters[counters.length - 1];
  const [zone, profile] = [model?.zone ?? zones[0]?.id ?? "", model?.profile ?? profiles[0]?.id ?? ""];
  return { id, name: counterName(id), zone, profile, floating: false, dedicated: false, room: false, keeper: "", spot: null };
}

export const withCounter = <T extends Hall>(config: T, id: string): T => ({ ...config, counters: [...config.counters, like(config, id)] });

export function moreCounters<T extends Hall>(config: T, n: number): T {
  let more = config;
  for (let made = 0; made < n; made++) more = withCounter(more, nextNumber(more.counters));
  return more;
}

const COUNTER_ID = /^[\w-]+$/;

/** Why a new counter cannot have this number. */
export function wrongNumber(counters: readonly CounterPlace[], id: string): "form" | "taken" | null {
  if (!COUNTER_ID.test(id)) return "form";
  return counters.some((counter) => counter.id === id) ? "taken" : null;
}
