// Everybody who waits, the longest first; zones to bring water to, and filters.
import { tx } from "@web/language/i18n.ts";
import { Marks } from "@web/hall/marks.tsx";
import { Button, Badge, StateMark, waitText, waitWhy, type Tone } from "@web/drawing/parts.tsx";
import type { GuideView, Command, GuideRow } from "@web/wire.ts";
import { mmss, now } from "@web/time/clock.ts";
import { Away } from "./away.tsx";
import type { GuideDesk } from "./desk.ts";
import { Peak } from "./peak.tsx";
import { FILTERS, shown, coming, due, mayWaitTooLong, rowState, waitedSeconds } from "./waiting.ts";
import { t, sayOr, type Word } from "./texts.ts";

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
      <Peak desk={desk} view={view} />
      {rows.length === 0 && <p class="calm">{t(view.rows.length ? "none_such" : "nobody")}</p>}
      <ul class="rows" aria-label={t("tab_waiting")}>
        {rows.map((row) => <Row key={row.id} desk={desk} view={view} row={row} />)}
      </ul>
      <Away desk={desk} view={view} />
      {more > 0 && <p class="faint">{t("more", { n: more })}</p>}
    </>
  );
}

// One customer who waits: how long, what comes next, and everything a guide can do.
interface RowProps {
  desk: GuideDesk;
  view: GuideView;
  row: GuideRow;
}

const CASES: Readonly<Record<string, Word>> = {
  given: "badge_given",
  declined: "badge_declined",
  waived: "badge_waived",
};

function Badges({ desk, view, row }: RowProps) {
  const settled = CASES[row.case]; // one that is due says so beside the time
  const words: readonly (readonly [boolean, Word, Tone])[] = [
    [mayWaitTooLong(row, view, now.value), "badge_at_risk", "plain"],
    [row.wait.doubtful, "badge_doubtful", "plain"],
    [row.state === "form_filling", "badge_form", "plain"],
    [row.explained, "badge_explained", "good"],
    [row.watered, "badge_water", "good"],
    ...(settled ? [[true, settled, "remedy"] as const] : []),
  ];
  const ticked = row.steps.filter(({ done }) => done).length;
  const unsent = desk.open.value.filter((errand) => errand.about === row.id);
  return (
    <span class="badges">
      <Marks of={row} />
      {row.priority && (
        <button type="button" class="badge brand" aria-label={t("show_reason", { number: row.number })} onClick={() => (desk.sheet.value = { kind: "reason", ticket: row.id })}>
          {t("badge_priority")}
        </button>
      )}
      {tx(row.segment) && <Badge tone="brand">{tx(row.segment)}</Badge>}
      {ticked > 0 && <Badge tone="good">{t("badge_steps", { done: ticked, n: row.steps.length })}</Badge>}
      {words.map(([so, word, tone]) => so && <Badge key={word} tone={tone}>{t(word)}</Badge>)}
      {row.owner && <Badge>{t("badge_owner", { staff: row.owner })}</Badge>}
      {unsent.map((errand) => <Badge key={errand.name} tone="near">{t("sync")} · {errand.what}</Badge>)}
    </span>
  );
}

/** What this customer was told of the wait that is left, as their phone says it. */
function ToldWait({ row: { wait, state } }: { row: GuideRow }) {
  if (state !== "waiting" || wait.state === "unknown") return null;
  return <span class="told" title={waitWhy(wait)}>{wait.state === "soon" ? t("told_soon") : t("told_wait", { wait: waitText(wait) })}</span>;
}

/** Before the fact: when the next step of the ladder is due (R12). */
function Next({ row }: { row: GuideRow }) {
  const next = coming(row, now.value);
  if (!next) return null;
  const left = next.seconds > 60 ? t("in_minutes", { n: Math.ceil(next.seconds / 60) }) : t("in_seconds", { n: next.seconds });
  return (
    <span class={next.near ? "next near" : "next"}>
      {next.seconds > 0 ? left : t("any_moment")} · {sayOr("act_", next.act)}
    </span>
  );
}

const Do = ({ word, name, press, kind, disabled }: { word: Word; name: string; press: () => void; kind?: "primary"; disabled?: boolean }) => (
  <Button kind={kind} class={word} aria-label={name} disabled={disabled} onClick={press}>
    {t(word)}
  </Button>
);

function Actions({ desk, row }: RowProps) {
  const { id: ticket, number } = row;
  const ask = (command: Command, word: Word) => void desk.ask(command, t(word), ticket);
  const open = (kind: "explain" | "remedy" | "leave" | "notice" | "send") => (desk.sheet.value = { kind, ticket });
  const filling = row.state === "form_filling";
  const urgent = !row.explained && row.reached.includes("explain");
  return (
    <span class="actions">
      {due(row) && <Do word="gift" kind="primary" name={t("do_gift", { number })} press={() => open("remedy")} />}
      <Do word="explain" kind={urgent && !due(row) ? "primary" : undefined} name={t("do_explain", { number })} press={() => open("explain")} />
      {!filling && !due(row) && <Do word="water" name={t("do_water", { number })} disabled={row.watered} press={() => ask({ type: "give_water", ticket }, "water")} />}
      {filling && <Do word="form_end" name={t("do_form_end", { number })} press={() => ask({ type: "end_form_filling", ticket }, "form_end")} />}
      <Do word="send" name={t("do_send", { number })} press={() => open("send")} />
      <Do word="notice" name={t("do_notice", { number })} press={() => open("notice")} />
      <Do word="leave" name={t("do_leave", { number })} press={() => open("leave")} />
    </span>
  );
}

export function Row(props: RowProps) {
  const { row, view } = props;
  const state = rowState(row, view, now.value);
  return (
    <li class={`row ${state}`}>
      <span class="who">
        <button type="button" class="number" aria-label={t("find_one", { number: row.number })} onClick={() => (props.desk.sheet.value = { kind: "find", number: row.number })}>{row.number}</button>
        <button type="button" class="service" aria-label={t("look_up_one", { service: tx(row.service_name) })} onClick={() => (props.desk.sheet.value = { kind: "look_up", service: row.service, ticket: row.id })}>{tx(row.service_name)}</button>
      </span>
      <span class="wait">
        <time aria-label={t("waited")}>{mmss(waitedSeconds(row, now.value))}</time> <StateMark state={state} />
        <ToldWait row={row} />
        <Next row={row} />
      </span>
      <Badges {...props} />
      <Actions {...props} />
    </li>
  );
}
