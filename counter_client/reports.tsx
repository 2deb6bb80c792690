// The reports: waits, counters, remedies, satisfaction, care, calls out of order and what the remedy did; by day, week, month.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tx } from "@web/language/i18n.ts";
import { mount, type BodyProps } from "@web/page/mount.tsx";
import { logOut } from "@web/access/log_out.ts";
import { OwnName } from "@web/access/own_access.tsx";
import { Language } from "@web/drawing/language.tsx";
import { Button } from "@web/drawing/parts.tsx";
import { idle } from "@web/dialogue/reload.ts";
import type { ManagerView } from "@web/wire.ts";
import "./reports.css";
import { askedBehind, Events } from "../server/web/events/events.tsx";
import { ReportBar } from "./reports/bar.tsx";
import { ReportPage } from "./reports/page.tsx";
import { follow, name, names } from "./reports/state.ts";
import { t } from "./reports/texts.ts";
import { Tickets } from "./reports/tickets.tsx";

/** As a hall usually is, until its own figures have come. */
const USUAL = { goal_seconds: 600, threshold_seconds: 1200 };
const LOCKS = ["hall_manager", "admin", "region_office"];

const opened = signal<{ title: string; address: string } | null>(null);
const open = (title: string, address: string) => {
  opened.value = { title, address };
  idle.value = false;
};
const close = () => {
  opened.value = null;
  idle.value = true;
};

const isList = (address: string): boolean => address.startsWith("/api/reports/tickets");

function Reports({ live }: BodyProps<ManagerView>) {
  useEffect(follow, []);
  const view = live.view.value;
  return (
    <div class="reports">
      <header>
        <h1>{t("reports")} {view && <small>{tx(view.hall)}</small>}</h1>
        <a class="button quiet" href="/manager/">{t("board")}</a>
        <Language />
        <OwnName actor={live.actor.value} screen="manager" place="" />
        <Button kind="quiet" onClick={() => void logOut("manager")}>{t("log_out")}</Button>
      </header>
      <nav aria-label={t("which")}>
        {names.value.map((one) => (
          <Button key={one.name} aria-current={one.name === name.value ? "page" : undefined} onClick={() => (name.value = one.name)}>{tx(one.title)}</Button>
        ))}
      </nav>
      <main>
        <ReportBar always={name.value === "monthly" ? "month" : undefined} />
        <ReportPage limits={view ?? USUAL} mayLock={LOCKS.includes(live.actor.value?.role ?? "")} onOpen={open} />
      </main>
      {opened.value && (isList(opened.value.address) ? <Tickets {...opened.value} onClose={close} /> : <Events title={opened.value.title} asked={askedBehind(opened.value.address)} onClose={close} />)}
    </div>
  );
}

mount("manager", Reports, { login: true });
