// From and to of a day; says what is wrong while it is typed.
import type { Hours, Text } from "@web/wire.ts";
import { Clock, Field } from "../form/form.tsx";
import { t } from "./hours_texts.ts";
import { wrongHours } from "./opening.ts";

interface Props {
  value: Hours;
  onChange: (hours: Hours) => void;
  where?: string;
  /** Just "from" and "to", for hours that open and close nothing. */
  plain?: boolean;
}

export function HoursFields({ value, onChange, where, plain }: Props) {
  return (
    <div class="clocks">
      <Field label={t(plain ? "from" : "opens")} problem={problemOf(value)} where={where}><Clock value={value.opens} onChange={(opens) => onChange({ ...value, opens })} /></Field>
      <Field label={t(plain ? "to" : "closes")}><Clock value={value.closes} onChange={(closes) => onChange({ ...value, closes })} /></Field>
    </div>
  );
}

export function problemOf(value: Hours): Text | null {
  const wrong = wrongHours(value);
  return wrong && { zh: t(wrong, {}, "zh"), en: t(wrong, {}, "en") };
}
