// Behind a share: what it counts, how it stands by business, and the calls it was made of, the longest wait first.
import type { EventsAsked } from "@web/events/events.tsx";
import { clockText, mmss } from "@web/time/clock.ts";
import { tx } from "@web/language/i18n.ts";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import type { ManagerView, Point, Share } from "@web/wire.ts";
import { t } from "./care_texts.ts";
import { series, longestFirst } from "./chart.ts";
import { hide, show, type ShareName } from "../dialogs.ts";
import { within } from "./care.ts";
import { Percent, TicketButton } from "./parts.tsx";

const LISTED = 300;

/** A share that is not about waits: its report, and the events it is made of. */
const BEHIND: Partial<Record<ShareName, { report: string; what: EventsAsked["what"] }>> = {
  in_standard: { report: "counters", what: "calls" },
  satisfied: { report: "satisfaction", what: "ratings" },
};

export function ShareDialog({ of, view }: { of: ShareName; view: ManagerView }) {
  const minutes = view.goal_seconds / 60;
  const behind = BEHIND[of];
  const within = of === "peak" || of === "all_day";
  const title = within ? t(of, { minutes }) : t(of as "at_once");
  const share: Share = of === "peak" ? view.within_peak : of === "all_day" ? view.within_day : view.three_do[of];
  return (
    <Dialog title={title} onClose={hide} wide>
      <p><Percent share={share} /> · {t("of", { part: share.part, n: share.n })}</p>
      <p class="today">{within ? t("within_help", { minutes }) : t(`${of as "at_once"}_help`)}</p>
      {of === "all_day" && <ByBusiness view={view} />}
      {!behind && <Calls points={longestFirst(series.value?.points ?? [])} goal={of === "at_once" ? 60 : view.goal_seconds} />}
      <p class="choices">
        {behind && <Button onClick={() => show({ kind: "events", title, asked: { limit: 500, what: behind.what } })}>{t("events_of")}</Button>}
        {behind && <a class="button secondary" href={`/reports/?report=${behind.report}`}>{t("reports")}</a>}
        <Button onClick={hide}>{t("close")}</Button>
      </p>
    </Dialog>
  );
}

const ByBusiness = ({ view }: { view: ManagerView }) => (
  <ul class="shares">
    {view.services.map((service) => (
      <li key={service.id}>{tx(service.name)} <span><Percent share={within(service)} /></span></li>
    ))}
  </ul>
);

function Calls({ points, goal }: { points: readonly Point[]; goal: number }) {
  const names = series.value?.services ?? {};
  const name = (point: Point) => names[point.service];
  return (
    <div class="sheet" tabIndex={0} role="region" aria-label={t("calls")}>
      <table>
        <thead><tr><th>{t("number")}</th><th>{t("business")}</th><th>{t("called_at")}</th><th>{t("waited")}</th></tr></thead>
        <tbody>
          {points.slice(0, LISTED).map((point) => (
            <tr key={`${point.ticket} ${point.at}`} class={point.waited_seconds > goal ? "over" : ""}>
              <td><TicketButton ticket={point.ticket} number={point.number} /></td>
              <td>{name(point) ? tx(name(point)!) : point.service}</td>
              <td>{clockText(Date.parse(point.at))}</td>
              <td class="waited">{mmss(point.waited_seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
