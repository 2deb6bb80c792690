// A case goes to the back office or another department: reached, or a masked number and a time at which they call (Q21).
import { useEffect, useState } from "preact/hooks";
import { get } from "../dialogue/post.ts";
import type { DoneOf } from "../dialogue/protocol.ts";
import { noAnswer, Refusal } from "../dialogue/refusal.ts";
import { Button, Dialog, notify } from "../drawing/parts.tsx";
import { tx } from "../language/i18n.ts";
import { clockText } from "../time/clock.ts";
import { dayWords } from "../time/hours.ts";
import type { CloseHandover, DayTimes, HandOver, Text, Way } from "../wire.ts";
import { masked } from "./masked.ts";
import { t } from "./texts.ts";
import "./handover.css";

export type HandoverAsk = <C extends HandOver | CloseHandover>(command: C) => Promise<DoneOf<C> | null>;

interface Props {
  token: string;
  /** Whose number ends with it; none for somebody without one. */
  ticket?: { id: string; number: string };
  /** Null where it was not done; whoever is asked has said why. */
  ask: HandoverAsk;
  onClose: () => void;
}

export function HandOverDialog({ token, ticket, ask, onClose }: Props) {
  const [way, go] = useState<Way>("other_dept");
  const [department, name] = useState("");
  const [words, say] = useState("");
  const [reached, reach] = useState(true);
  const [phone, type] = useState("");
  const [days, offer] = useState<readonly DayTimes[]>([]);
  const [due, choose] = useState("");
  const [problem, setProblem] = useState<Text | null>(null);
  const [busy, wait] = useState(false);

  useEffect(() => {
    get("/api/handovers", { token }).then(
      (shown) => (offer(shown.days), choose(shown.days[0]?.times[0] ?? "")),
      (no: unknown) => setProblem((no instanceof Refusal ? no : noAnswer()).text),
    );
  }, []);

  const kept = masked(phone);
  const day = days.find(({ times }) => times.includes(due));
  const whole = department.trim() && (reached || (kept && due));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!whole || busy) return;
    wait(true);
    const promised = reached ? {} : { phone: kept ?? "", due };
    const done = await ask({ type: "hand_over", way, department: department.trim(), words: words.trim(), reached, ...promised, ...(ticket ? { ticket: ticket.id } : {}) });
    wait(false);
    if (!done) return;
    notify(t("handed", { department: department.trim() }), "good");
    onClose();
  };

  return (
    <Dialog title={ticket ? t("title_of", { number: ticket.number }) : t("title")} onClose={onClose} wide>
      <form class="handover" autocomplete="off" onSubmit={(event) => void submit(event)}>
        {problem && <p role="alert" class="problem">{tx(problem)}</p>}
        <Pick legend={t("to")} value={way} options={[["other_dept", t("other_dept")], ["back_office", t("back_office")]]} choose={(to) => go(to as Way)} />
        <label>{t("department")}<input required maxLength={60} autofocus placeholder={t("department_help")} value={department} onInput={(event) => name(event.currentTarget.value)} /></label>
        <label>{t("words")}<input maxLength={120} value={words} onInput={(event) => say(event.currentTarget.value)} /></label>
        <Pick legend={t("called")} value={reached ? "yes" : "no"} options={[["yes", t("reached")], ["no", t("not_reached")]]} choose={(to) => reach(to === "yes")} />
        {!reached && (
          <>
            <label>
              {t("phone")}
              <input type="tel" required inputMode="tel" maxLength={24} aria-describedby="handover-kept" value={phone} onInput={(event) => type(event.currentTarget.value)} />
            </label>
            <p id="handover-kept" class="kept" role="status">{t("phone_help", { masked: kept ?? t("sample") })}</p>
            <div class="when">
              <label>
                {t("day")}
                <select value={day?.day ?? ""} onChange={(event) => choose(days.find((one) => one.day === event.currentTarget.value)?.times[0] ?? "")}>
                  {days.map((one) => <option key={one.day} value={one.day}>{tx(dayWords(one.day))}</option>)}
                </select>
              </label>
              <label>
                {t("time")}
                <select value={due} onChange={(event) => choose(event.currentTarget.value)}>
                  {day?.times.map((at) => <option key={at} value={at}>{clockText(Date.parse(at))}</option>)}
                </select>
              </label>
            </div>
          </>
        )}
        {ticket && <p class="faint">{t("ends")}</p>}
        <div class="foot">
          <Button big onClick={onClose}>{t("cancel")}</Button>
          <Button big kind="primary" type="submit" disabled={!whole || busy} aria-busy={busy}>{t("hand")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PickProps {
  legend: string;
  value: string;
  options: readonly (readonly [string, string])[];
  choose: (value: string) => void;
}

const Pick = ({ legend, value, options, choose }: PickProps) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map(([id, words]) => (
      <label key={id} class={id === value ? "option chosen" : "option"}>
        <input type="radio" name={legend} checked={id === value} onChange={() => choose(id)} /> <span>{words}</span>
      </label>
    ))}
  </fieldset>
);
