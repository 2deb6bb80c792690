// An appointment as it is handed over: the code large, when, what to bring; on a screen or on paper.
import { addressOf } from "../dialogue/addresses.ts";
import { grouped } from "../hall/code.ts";
import { tx } from "../language/i18n.ts";
import { clockText, hallDay, momentText } from "../time/clock.ts";
import { dayWords } from "../time/hours.ts";
import type { AppointmentView, Text } from "../wire.ts";
import { t } from "./texts.ts";
import "./booking.css";

export const whenText = (slot: string): string => `${tx(dayWords(hallDay(Date.parse(slot))))} ${clockText(Date.parse(slot))}`;

const List = ({ name, of }: { name: string; of: readonly Text[] }) =>
  of.length ? (
    <div>
      <dt>{name}</dt>
      <dd>{of.map((one) => <span key={one.zh}>{tx(one)}</span>)}</dd>
    </div>
  ) : null;

/** `heads`: it is what the page is about. */
export function Appointment({ of, heads = false }: { of: AppointmentView; heads?: boolean }) {
  const Title = heads ? "h1" : "h2";
  const clock = (at: string) => clockText(Date.parse(at));
  return (
    <article class="appointment">
      <p class="hall">{tx(of.hall)}</p>
      <Title>
        {tx(of.service)} <b>{whenText(of.slot)}</b>
      </Title>
      <p class="code">
        <small>{t("your_code")}</small> <strong>{grouped(of.code)}</strong>
      </p>
      <img src={addressOf("/api/booking/{code}/code.svg", { path: { code: of.code } })} alt={t("qr", { code: grouped(of.code) })} width="200" height="200" />
      <p class="arrive">{t("arrive", { opens: clock(of.opens), closes: clock(of.closes) })}</p>
      {of.due && <p class="due">{t("due", { time: momentText(Date.parse(of.due)) })}</p>}
      <dl>
        <List name={t("bring")} of={of.materials} />
        <List name={t("agent")} of={of.agent_materials} />
        <List name={t("points")} of={of.key_points} />
        <List name={t("fee")} of={[of.fee].filter(tx)} />
      </dl>
    </article>
  );
}
