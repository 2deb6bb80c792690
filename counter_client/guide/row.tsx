// One customer who waits: how long, what comes next, and everything a guide can do.
import { mmss, now } from "@web/clock.ts";
import { tx } from "@web/i18n.ts";
import { Badge, Button, StateMark, type Tone } from "@web/parts.tsx";
import type { Command, GuideRow, GuideView } from "@web/wire.ts";
import type { GuideDesk } from "./desk.ts";
import { coming, due, rowState, waitedSeconds } from "./rows.ts";
import { sayOr, t, type Word } from "./texts.ts";

interface Props {
  desk: GuideDesk;
  view: GuideView;
  row: GuideRow;
}

const CASES: Readonly<Record<string, Word>> = {
  given: "badge_given",
  declined: "badge_declined",
  waived: "badge_waived",
};

function Badges({ desk, row }: Props) {
  const settled = CASES[row.case]; // one that is due says so beside the time
  const words: readonly (readonly [boolean, Word, Tone])[] = [
    [row.state === "form_filling", "badge_form", "plain"],
    [row.explained, "badge_explained", "good"],
    [row.watered, "badge_water", "good"],
    ...(settled ? [[true, settled, "remedy"] as const] : []),
  ];
  const unsent = desk.open.value.filter((errand) => errand.about === row.id);
  return (
    <span class="badges">
      {row.priority && (
        <button type="button" class="badge brand" aria-label={t("show_reason", { number: row.number })} onClick={() => (desk.sheet.value = { kind: "reason", ticket: row.id })}>
          {t("badge_priority")}
        </button>
      )}
      {words.map(([so, word, tone]) => so && <Badge key={word} tone={tone}>{t(word)}</Badge>)}
      {unsent.map((errand) => <Badge key={errand.name} tone="near">{t("sync")} · {errand.what}</Badge>)}
    </span>
  );
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

function Actions({ desk, row }: Props) {
  const { id: ticket, number } = row;
  const ask = (command: Command, word: Word) => void desk.ask(command, t(word), ticket);
  const open = (kind: "explain" | "remedy" | "leave") => (desk.sheet.value = { kind, ticket });
  const filling = row.state === "form_filling";
  const urgent = !row.explained && row.reached.includes("explain");
  return (
    <span class="actions">
      {due(row) && <Do word="gift" kind="primary" name={t("do_gift", { number })} press={() => open("remedy")} />}
      <Do word="explain" kind={urgent && !due(row) ? "primary" : undefined} name={t("do_explain", { number })} press={() => open("explain")} />
      <Do word="water" name={t("do_water", { number })} disabled={row.watered} press={() => ask({ type: "give_water", ticket }, "water")} />
      {filling ? (
        <Do word="form_end" name={t("do_form_end", { number })} press={() => ask({ type: "end_form_filling", ticket }, "form_end")} />
      ) : (
        <Do word="form" name={t("do_form", { number })} press={() => ask({ type: "start_form_filling", ticket }, "form")} />
      )}
      <Do word="leave" name={t("do_leave", { number })} press={() => open("leave")} />
    </span>
  );
}

export function Row(props: Props) {
  const { row, view } = props;
  const state = rowState(row, view.goal_seconds, view.threshold_seconds, now.value);
  return (
    <li class={`row ${state}`}>
      <span class="who">
        <b class="number">{row.number}</b>
        <span class="service">{tx(row.service_name)}</span>
      </span>
      <span class="wait">
        <time aria-label={t("waited")}>{mmss(waitedSeconds(row, now.value))}</time> <StateMark state={state} />
        <Next row={row} />
      </span>
      <Badges {...props} />
      <Actions {...props} />
    </li>
  );
}
