// Which business, which day, which time: three choices, each big enough for a thumb; a full time says so.
import type { ComponentChildren } from "preact";
import { tx } from "../language/i18n.ts";
import { clockText } from "../time/clock.ts";
import { dayWords } from "../time/hours.ts";
import type { BookableDay } from "../wire.ts";
import { t } from "./texts.ts";
import "./booking.css";

export interface Wish {
  service: string;
  /** The beginning of a slot, "" for none yet. */
  slot: string;
}

interface Props {
  bookable: BookableDay;
  wish: Wish;
  choose: (wish: Wish) => void;
  onDay: (day: string) => void;
}

interface OptionProps {
  group: string;
  chosen: boolean;
  disabled?: boolean;
  choose: () => void;
  children: ComponentChildren;
}

const Option = ({ group, chosen, disabled, choose, children }: OptionProps) => (
  <label class={`slot-choice${chosen ? " chosen" : ""}${disabled ? " full" : ""}`}>
    <input type="radio" name={group} checked={chosen} disabled={disabled} onChange={choose} />
    <span>{children}</span>
  </label>
);

const Group = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <fieldset>
    <legend>{name}</legend>
    <div class="options">{children}</div>
  </fieldset>
);

export function Times({ bookable, wish, choose, onDay }: Props) {
  if (!bookable.services.length) return <p class="calm">{t("none")}</p>;
  const business = bookable.services.find(({ id }) => id === wish.service);
  return (
    <div class="times">
      <Group name={t("business")}>
        {bookable.services.map(({ id, name }) => (
          <Option key={id} group={t("business")} chosen={id === wish.service} choose={() => choose({ service: id, slot: "" })}>{tx(name)}</Option>
        ))}
      </Group>
      <Group name={t("day")}>
        {bookable.days.map((day) => (
          <Option key={day} group={t("day")} chosen={day === bookable.day} choose={() => onDay(day)}>{tx(dayWords(day))}</Option>
        ))}
      </Group>
      {business && (
        <Group name={t("time")}>
          {!business.slots.length && <p class="calm" role="status">{t("no_times")}</p>}
          {business.slots.map(({ at, free }) => (
            <Option key={at} group={t("time")} chosen={at === wish.slot} disabled={free < 1} choose={() => choose({ ...wish, slot: at })}>
              <b>{clockText(Date.parse(at))}</b> <small>{free < 1 ? t("full") : t("room", { n: free })}</small>
            </Option>
          ))}
        </Group>
      )}
    </div>
  );
}
