// Everybody who waits, the longest first; zones to bring water to, and filters.
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { GuideView } from "@web/wire.ts";
import type { GuideDesk } from "./desk.ts";
import { FILTERS, shown } from "./rows.ts";
import { t } from "./texts.ts";
import { Row } from "./row.tsx";

interface Props {
  desk: GuideDesk;
  view: GuideView;
}

const Filters = ({ desk, view }: Props) => (
  <div class="filters" role="group" aria-label={t("filters")}>
    {FILTERS.map((filter) => (
      <button key={filter} type="button" aria-pressed={desk.filter.value === filter} onClick={() => (desk.filter.value = filter)}>
        {t(filter)} <b>{filter === "all" ? view.total : shown(view.rows, filter).length}</b>
      </button>
    ))}
  </div>
);

const Zones = ({ desk, view }: Props) => (
  <ul class="zones">
    {view.zones.filter((zone) => zone.waiting > 0).map((zone) => (
      <li key={zone.id}>
        <span>
          {tx(zone.name)} <b>{t("zone_waiting", { n: zone.waiting })}</b>
        </span>
        <Button aria-label={t("zone_water_of", { zone: tx(zone.name) })} onClick={() => (desk.sheet.value = { kind: "water", zone })}>
          {t("zone_water")}
        </Button>
      </li>
    ))}
  </ul>
);

export function Waiting({ desk, view }: Props) {
  const rows = shown(view.rows, desk.filter.value);
  const more = view.total - view.rows.length;
  return (
    <>
      <div class="bar">
        <Filters desk={desk} view={view} />
        <Zones desk={desk} view={view} />
      </div>
      {rows.length === 0 && <p class="calm">{t(view.rows.length ? "none_such" : "nobody")}</p>}
      <ul class="rows" aria-label={t("tab_waiting")}>
        {rows.map((row) => <Row key={row.id} desk={desk} view={view} row={row} />)}
      </ul>
      {more > 0 && <p class="faint">{t("more", { n: more })}</p>}
    </>
  );
}
