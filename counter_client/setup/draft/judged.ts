// What the hall itself says of the draft: what it changes, in words, and what is wrong with it.
import { computed, effect, signal } from "@preact/signals";
import { problemOf as isWrong } from "@web/form/form.tsx";
import type { ChangeShown as Change, HallConfig, Judged, Text } from "@web/wire.ts";
import { fieldAt } from "./asked.ts";
import { AFTER, AGAIN, post } from "./http.ts";
import { byPlace, same, valueAt } from "@web/form/at.ts";
import { base, changed, draft, problemAt, problems, seen } from "./store.ts";

interface Heard extends Judged {
  of: HallConfig;
  from: HallConfig;
}

const heard = signal<Heard | null>(null);

/** As they were said last; of a draft that has just been typed in the answer is under way. */
export const changes = computed<readonly Change[]>(() => (changed.value ? (heard.value?.changes ?? []) : []));

/** Asks, unless the draft as it stands was judged already. */
export async function judge(): Promise<void> {
  const [from, of] = [base.peek(), draft.peek()];
  if (!from || !of || (heard.peek()?.of === of && heard.peek()?.from === from)) return;
  const judgement = await post("/api/setup/draft", { body: { base: from, config: of, confirmed: [...seen.peek()] } });
  if (draft.peek() === of && base.peek() === from) heard.value = { ...judgement, of, from };
}

/** What is wrong stands beside its field before anything is saved. */
export async function check(): Promise<void> {
  await judge();
  problems.value = heard.peek()?.problems ?? [];
}

/** For a field that is told while somebody types; a problem of what has changed since is not said again. */
function typedProblem(where: string): Text | null {
  const judgement = heard.value;
  const place = byPlace(draft.value, where);
  const fault = judgement?.problems.find((problem) => byPlace(judgement.of, problem.where) === place);
  return fault && same(valueAt(judgement!.of, place), valueAt(draft.value, place)) ? fault.text : null;
}

const isBlank = (value: unknown): boolean => !value || same(value, { zh: "", en: "" });

/** Beside a field: what was found when somebody looked, else what is known while they type; an empty one is still to be filled in. */
export function faultAt(where: string): Text | null {
  const known = problemAt(where);
  const value = valueAt(draft.value, byPlace(draft.value, where));
  if (known || isBlank(value)) return known;
  const field = fieldAt(where);
  return typedProblem(where) ?? (field ? isWrong(field, value) : null);
}

/** Asks a moment after each change, until the answer is called. */
export function followDraft(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => void judge().catch(() => (timer = setTimeout(ask, AGAIN)));
  const stop = effect(() => {
    clearTimeout(timer);
    void seen.value;
    if (base.value && draft.value && changed.value) timer = setTimeout(ask, AFTER);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
