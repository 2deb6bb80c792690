// Numbers taken at home whose holders are not here yet: who comes to the guide instead of a code is confirmed here (Q42).
import { tx } from "@web/language/i18n.ts";
import { Badge, Button } from "@web/drawing/parts.tsx";
import { clockText } from "@web/time/clock.ts";
import type { GuideView } from "@web/wire.ts";
import type { GuideDesk } from "./desk.ts";
import { t } from "./texts.ts";

export function Away({ desk, view }: { desk: GuideDesk; view: GuideView }) {
  if (!view.away.length && !view.door_code) return null;
  return (
    <section class="away">
      <h2>{t("away_title", { n: view.away.length })} {view.door_code && <small>{t("away_code", { code: view.door_code })}</small>}</h2>
      <ul>
        {view.away.map(({ id, number, service_name, until }) => (
          <li key={id}>
            <b class="number">{number}</b> {tx(service_name)} <Badge tone="plain">{t("badge_away")}</Badge>
            {until && <small>{t("away_until", { time: clockText(Date.parse(until)) })}</small>}
            <Button aria-label={t("do_arrived", { number })} onClick={() => void desk.ask({ type: "confirm_arrival", ticket: id }, t("arrived"), id)}>{t("arrived")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
