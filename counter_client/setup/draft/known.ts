// Changes of the set-up in words, with the names this page knows.
import { base, draft, setup } from "./store.ts";
import { changeLine, placeWords, type Known } from "./change_words.ts";
import type { Change } from "./shapes.ts";

const known = (): Known => ({
  configs: [draft.value, base.value, setup.value?.config ?? null],
  figures: Object.fromEntries((setup.value?.figures ?? []).map((figure) => [figure.name, figure.text])),
});

export const lineOf = (change: Change): string => changeLine(change, known());
/** A place in words: "业务“缴费” 标准时长". */
export const placeOf = (where: string): string => placeWords(where, draft.value, known());
