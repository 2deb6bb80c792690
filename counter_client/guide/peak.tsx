// Peak mode (Q13): who need not wait for a counter, the oldest first, with what would help.
import { tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { GuideView } from "@web/wire.ts";
import { mmss, now } from "@web/time/clock.ts";
import type { GuideDesk } from "./desk.ts";
import { suited, waitedSeconds } from "./waiting.ts";
import { t, sayOr } from "./texts.ts";

const FIRST = 8;

export function Peak({ desk, view }: { desk: GuideDesk; view: GuideView }) {
  if (!view.peak) return null;
  const rows = view.rows.filter(suited);
  return (
    <section class="peak" aria-label={t("peak_title")}>
      <h2>{t(rows.length ? "peak_list" : "peak_none", { n: rows.length })}</h2>
      <ul>
        {rows.slice(0, FIRST).map((row) => (
          <li key={row.id}>
            <Button class="one" aria-label={t("do_send", { number: row.number })} onClick={() => (desk.sheet.value = { kind: "send", ticket: row.id })}>
              <b class="number">{row.number}</b> <time>{mmss(waitedSeconds(row, now.value))}</time>
              <span class="service">{tx(row.service_name)}</span>
              <small>{row.ways.map((way) => sayOr("suits_", way)).join(" · ")}</small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
