// What several parts of the board show: a share with its n, a number that opens what happened to it.
import type { Share } from "@web/wire.ts";
import { percentText } from "./care.ts";
import { t } from "./care_texts.ts";
import { show } from "../dialogs.ts";

/** Never a share without its n; of too few it is a count, and says so. */
export function Percent({ share, n = t("n", { n: share.n }) }: { share: Share; n?: string }) {
  if (!share.n) return <span class="faint">{t("no_figure")} <small>{n}</small></span>;
  if (!share.enough) return <><b>{t("of", { part: share.part, n: share.n })}</b> <small>{t("too_few")}</small></>;
  return <><b>{t("percent", { percent: percentText(share) })}</b> <small>{n}</small></>;
}

export const TicketButton = ({ ticket, number }: { ticket: string; number: string }) => (
  <button class="number link" aria-label={t("open_events", { number })} onClick={() => show({ kind: "ticket", ticket, number })}>{number}</button>
);
