// What to say now: before the customer is there (Q45), and before the customer goes (Q32), with the keys of each answer.
import { mmss, now } from "@web/time/clock.ts";
import { onPointer } from "@web/drawing/parts.tsx";
import type { ClerkTicket, CounterView } from "@web/wire.ts";
import type { Desk } from "../desk/desk.ts";
import { KEYCAPS, type Action } from "../keys/keys.ts";
import { possible, unsettled } from "../keys/moments.ts";
import { t, type Word } from "../texts.ts";

interface Props {
  desk: Desk;
  view: CounterView;
  ticket: ClerkTicket;
}

const ANSWERS: readonly (readonly [Action, Word])[] = [["add", "more_here"], ["transfer", "more_elsewhere"], ["unsolved", "unsolved"]];

/** The usual answer is "no": F or the space bar ends it, and nothing more is asked. */
const SendOff = ({ desk, view }: Omit<Props, "ticket">) => (
  <>
    <dt>{t("send_off_label")}</dt>
    <dd class="greet send-off">
      {t("send_off")}
      <span class="answers">
        {ANSWERS.filter(([action]) => possible(action, view)).map(([action, word]) => (
          <button key={action} type="button" aria-keyshortcuts={KEYCAPS[action]} onClick={onPointer(() => desk.do(action))}>
            {t(word)} <kbd aria-hidden="true">{KEYCAPS[action]}</kbd>
          </button>
        ))}
      </span>
    </dd>
  </>
);

export function Cue({ desk, view, ticket }: Props) {
  const called = ticket.state !== "serving";
  const ends = possible("finish", view) || possible("unsolved", view);
  return (
    <>
      {called && !unsettled(ticket) && <dt>{t("greet_label")}</dt> /* the apology greets */}
      {called && !unsettled(ticket) && <dd class="greet">{t(ticket.over_goal ? "greet_long" : "greet")}{view.rain && ` ${t("greet_rain")}`}</dd>}
      {ends && <SendOff desk={desk} view={view} />}
    </>
  );
}

/** Since the number was taken, through every counter (Q44). */
export const stayOf = (ticket: Pick<ClerkTicket, "issued_at">): string =>
  t("stay", { time: mmss((now.value - Date.parse(ticket.issued_at)) / 1000) });
