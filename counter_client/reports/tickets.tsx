// The tickets that a figure counts, all of them, a page at a time; a number opens its life.
import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { clockText, mmss, momentText } from "@web/time/clock.ts";
import { caseText } from "@web/language/code_words.ts";
import { texts, tx } from "@web/language/i18n.ts";
import { Badge, Button, Dialog } from "@web/drawing/parts.tsx";
import { get } from "@web/dialogue/post.ts";
import { noAnswer, Refusal } from "@web/dialogue/refusal.ts";
import { tokenOf } from "@web/dialogue/session.ts";
import type { Text, TicketListed, TicketsShown } from "@web/wire.ts";
import { PastLife } from "../../server/web/events/events.tsx";
import { NOTHING } from "./cells.ts";
import { askedTickets, PAGE, pageText, type Order } from "./tickets.ts";
import { t } from "./texts.ts";
import type { People } from "./shapes.ts";

interface Props {
  title: string;
  address: string;
  onClose: () => void;
}

export function Tickets({ title, address, onClose }: Props) {
  const life = useSignal<TicketListed | null>(null);
  const of = life.value;
  const close = () => (of ? (life.value = null) : onClose());
  return (
    <Dialog title={of ? t("life_of", { number: of.number }) : title} onClose={close} wide>
      <div hidden={of !== null}><List title={title} address={address} onLife={(one) => (life.value = one)} /></div>
      {of && <PastLife ticket={of.ticket} number={of.number} day={of.day} />}
      <p class="choices">
        {of && <Button icon="back" onClick={() => (life.value = null)}>{t("back_to_list")}</Button>}
        <Button onClick={onClose}>{t("close")}</Button>
      </p>
    </Dialog>
  );
}

function List({ title, address, onLife }: { title: string; address: string; onLife: (one: TicketListed) => void }) {
  const shown = useSignal<TicketsShown | null>(null);
  const problem = useSignal<Text | null>(null);
  const order = useSignal<Order>("taken");
  const first = useSignal(0);
  useEffect(() => {
    let late = false;
    problem.value = null;
    get("/api/reports/tickets", { query: askedTickets(address, order.value, first.value), token: tokenOf("manager", "") }).then(
      (answer) => !late && (shown.value = answer),
      (no: unknown) => !late && (problem.value = (no instanceof Refusal ? no : noAnswer()).text),
    );
    return () => void (late = true);
  }, [order.value, first.value]);
  const turn = (to: Order) => {
    order.value = to;
    first.value = 0;
  };
  if (problem.value) return <p role="alert" class="problem">{tx(problem.value)}</p>;
  if (!shown.value) return <p role="status">{t("reading")}</p>;
  const { n, tickets, people } = shown.value;
  return (
    <>
      <div class="list-bar">
        <b role="status">{pageText(n, first.value)}</b>
        <span class="segments" role="group" aria-label={t("order")}>
          {(["taken", "longest"] as const).map((one) => (
            <Button key={one} aria-pressed={order.value === one} onClick={() => turn(one)}>{t(one)}</Button>
          ))}
        </span>
        {n > PAGE && (
          <span class="turn">
            <Button icon="back" aria-label={t("page_before")} disabled={first.value === 0} onClick={() => (first.value -= PAGE)} />
            <Button icon="forward" aria-label={t("page_after")} disabled={first.value + PAGE >= n} onClick={() => (first.value += PAGE)} />
          </span>
        )}
      </div>
      <div class="sheet" tabIndex={0} role="region" aria-label={title}>
        <table class="listed">
          <thead>
            <tr>
              <th scope="col">{t("number")}</th><th scope="col">{t("business")}</th><th scope="col">{t("taken_at")}</th><th scope="col" class="right">{t("waited")}</th>
              <th scope="col">{t("called_at")}</th><th scope="col">{t("counter")}</th><th scope="col">{t("staff")}</th><th scope="col">{t("outcome")}</th>
            </tr>
          </thead>
          <tbody>{tickets.map((one, n) => <Line key={`${one.ticket}.${n}`} one={one} people={people} onLife={onLife} />)}</tbody>
        </table>
      </div>
    </>
  );
}

function Line({ one, people, onLife }: { one: TicketListed; people: People; onLife: (one: TicketListed) => void }) {
  const { number, service, priority, issued_at, called_at, waited_seconds, counter, staff, outcome, remedy, rating } = one;
  return (
    <tr>
      <td class="number">
        <button class="link" aria-label={t("life_of", { number })} onClick={() => onLife(one)}>{number}</button> {priority && <Badge>{t("priority")}</Badge>}
      </td>
      <td>{tx(service)}</td>
      <td class="when">{momentText(Date.parse(issued_at))}</td>
      <td class="right">{waited_seconds === null ? NOTHING : mmss(Math.round(waited_seconds))}</td>
      <td>{called_at ? clockText(Date.parse(called_at)) : NOTHING}</td>
      <td>{tx(counter) || NOTHING}</td>
      <td>{people[staff] ? texts(people[staff]) : staff || NOTHING}</td>
      <td>{[tx(outcome), remedy && t("remedy_is", { state: caseText(remedy) }), rating ? t("rated_as", { level: rating }) : ""].filter(Boolean).join(" · ")}</td>
    </tr>
  );
}
