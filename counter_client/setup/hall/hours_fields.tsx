// From and to of a day; what is wrong with them the server says while they are typed.
import type { Hours, Text } from "@web/wire.ts";
import { typedProblem } from "../draft/judged.ts";
import { Clock, Field } from "@web/form/form.tsx";
import { t } from "./hours_texts.ts";

interface Props {
  value: Hours;
  onChange: (hours: Hours) => void;
  where?: string;
  /** Of hours that stand at no place of the draft yet. */
  problem?: Text | null;
  /** Just "from" and "to", for hours that open and close nothing. */
  plain?: boolean;
}

export function HoursFields({ value, onChange, where, problem, plain }: Props) {
  const wrong = problem ?? (where ? typedProblem(where) : null);
  return (
    <div class="clocks">
      <Field label={t(plain ? "from" : "opens")} problem={wrong} where={where}><Clock value={value.opens} onChange={(opens) => onChange({ ...value, opens })} /></Field>
      <Field label={t(plain ? "to" : "closes")}><Clock value={value.closes} onChange={(closes) => onChange({ ...value, closes })} /></Field>
    </div>
  );
}
