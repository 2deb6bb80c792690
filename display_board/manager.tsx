// The manager's live board: who waits too long, which counter does what, what needs a person; five seconds to read.
import { mount, type BodyProps } from "@web/page/mount.tsx";
import type { ManagerView } from "@web/wire.ts";
import "./manager.css";
import { t } from "./manager/texts.ts";
import { Alerts, Devices } from "./manager/matters/alerts.tsx";
import { Care } from "./manager/care/care.tsx";
import { Today } from "./manager/care/today.tsx";
import { WaitChart } from "./manager/care/chart.tsx";
import { Counters, ROOMY } from "./manager/hall/counters.tsx";
import { Dialogs } from "./manager/dialogs.tsx";
import { Handovers } from "./manager/handovers.tsx";
import { ManagerHeader } from "./manager/header.tsx";
import { Matters } from "./manager/matters/matters.tsx";
import { Queues } from "./manager/hall/queues.tsx";
import { Tasks } from "./manager/matters/tasks.tsx";
import { WaitingList } from "./manager/hall/waiting.tsx";

function Manager({ live }: BodyProps<ManagerView>) {
  const view = live.view.value;
  if (!view) return <main class="manager"><h1>{t("connecting")}</h1></main>;
  const acts = role(live) !== "region_office";
  return (
    <main class="manager">
      <ManagerHeader view={view} pairs={pairs(live)} acts={acts} actor={live.actor.value} />
      <Matters view={view} live={live} acts={acts} />
      <Care view={view} live={live} acts={acts} />
      <Today view={view} />
      <Queues view={view} live={live} />
      <div class={`places${view.counters.length > ROOMY ? " crowded" : ""}`}>
        <Counters view={view} live={live} acts={acts} />
        <WaitChart view={view} />
      </div>
      <WaitingList view={view} live={live} />
      <div class="needs" tabIndex={0} role="region" aria-label={t("needs")}>
        <Tasks view={view} live={live} acts={acts} />
        <Handovers view={view} acts={acts} />
        <Alerts view={view} live={live} />
        <Devices devices={view.devices} />
      </div>
      <Dialogs view={view} live={live} acts={acts} />
    </main>
  );
}

const role = (live: BodyProps<ManagerView>["live"]): string => live.actor.value?.role ?? "";

/** Only who answers for the hall lets a screen in. */
const pairs = (live: BodyProps<ManagerView>["live"]): boolean => ["hall_manager", "admin"].includes(role(live));

mount("manager", Manager, { login: true });
