// Customers who would wait for nobody: queues no profile calls, or none that stands at a counter.
import { lang, tx } from "@web/i18n.ts";
import type { Queue } from "@web/wire.ts";
import { uncalled, withoutCounter } from "./matrix.ts";
import { t } from "./profiles_texts.ts";
import { draft } from "../draft/store.ts";

const names = (queues: readonly Queue[]): string => queues.map((queue) => `${queue.letter} ${tx(queue.name)}`.trim()).join(lang.value === "zh" ? "、" : ", ");

export function Uncalled() {
  const [lost, bare] = [uncalled(draft.value!), withoutCounter(draft.value!)];
  return (
    <>
      {lost.length > 0 && <p class="warning over" role="status">{t("uncalled", { queues: names(lost) })}</p>}
      {bare.length > 0 && <p class="warning" role="status">{t("without_counter", { queues: names(bare) })}</p>}
    </>
  );
}
