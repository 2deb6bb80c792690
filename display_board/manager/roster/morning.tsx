// The morning's sheet, to read before the doors open and to print: the forecast beside the roster; in the evening beside what came.
import { useEffect, useState } from "preact/hooks";
import { get } from "@web/dialogue/post.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import { Button } from "@web/drawing/parts.tsx";
import { tx } from "@web/language/i18n.ts";
import type { ExpectedToday, ManagerView, RosterDay } from "@web/wire.ts";
import { gapText } from "./day.ts";
import { headlines, lines } from "./morning.ts";
import { t } from "./morning_texts.ts";
import "../hall/sheet.css";
import "./morning.css";

interface Props {
  view: ManagerView;
  today: ExpectedToday;
}

export function MorningButton(props: Props) {
  const [open, show] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => show(true)}>{t("open")}</Button>
      {open && <Morning {...props} close={() => show(false)} />}
    </>
  );
}

function Morning({ view, today, close }: Props & { close: () => void }) {
  const [roster, set] = useState<RosterDay | null>(null);
  useEffect(() => void get("/api/roster", { query: { day: null }, token: tokenOf("manager", "") }).then(set, () => undefined), []); // who may not see it has the forecast alone
  useEffect(() => {
    const { classList } = document.documentElement; // the board behind it is no second page
    classList.add("one-page");
    return () => classList.remove("one-page");
  }, []);
  const rows = lines(today, roster);
  const gaps = roster?.shifts.length ? roster.gaps.map(gapText) : [];
  return (
    <section class="paper-sheet morning" role="dialog" aria-label={t("title")}>
      <p class="not-printed">
        <Button big kind="primary" onClick={() => print()}>{t("print")}</Button>
        <Button big onClick={close}>{t("close")}</Button>
        <a href="/reports/?report=forecast">{t("report")}</a>
      </p>
      <h2>{tx(view.hall)} · {t("title")}</h2>
      <p><b>{today.date} {tx(today.kind)}{today.peak_day && ` · ${t("peak_day")}`}</b></p>
      <p>{tx(today.opening)}</p>
      {headlines(today, rows).map((line) => <p key={line}>{line}</p>)}
      {roster && !roster.shifts.length && <p>{t("no_roster")}</p>}
      {gaps.map((line) => <p key={line}>▲ {line}</p>)}
      {roster !== null && roster.shifts.length > 0 && !gaps.length && rows.some(({ needed }) => needed) && <p>{t("enough")}</p>}
      {view.roster.absent.length > 0 && <p>{t("absent", { names: view.roster.absent.join(tx({ zh: "、", en: ", " })) })}</p>}
      <table>
        <thead><tr><th>{t("clock")}</th><th>{t("expected")}</th><th>{t("between")}</th><th>{t("came")}</th><th>{t("needed")}</th><th>{t("planned")}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.clock}>
              <td>{row.clock}</td><td>{row.expected ?? "—"}</td><td>{row.expected === null ? "—" : `${row.low}–${row.high}`}</td><td>{row.came ?? ""}</td>
              <td>{row.needed ?? "—"}</td><td>{row.short ? "▲ " : ""}{row.planned ?? "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
