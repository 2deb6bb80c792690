// Inputs that choose: one of several, several in an order, yes or no; and a button that asks twice.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { texts } from "../language/i18n.ts";
import { Button } from "../drawing/parts.tsx";
import { useField, type Option } from "./field.tsx";
import { t } from "./texts.ts";
import { movedBy } from "./lists.ts";

interface ChoiceProps {
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  /** Words for choosing nothing, which is the value "". */
  none?: string;
  disabled?: boolean;
}

export function Choice({ value, options, onChange, none, disabled }: ChoiceProps) {
  const { id, aria } = useField();
  const lost = value !== "" && !options.some((option) => option.value === value);
  return (
    <select id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)} {...aria}>
      {(none !== undefined || value === "") && <option value="">{none ?? t("none")}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{texts(option.label)}</option>)}
      {lost && <option value={value}>{value}</option>}
    </select>
  );
}

interface ChecksProps {
  value: readonly string[];
  options: readonly Option[];
  onChange: (value: readonly string[]) => void;
  /** The order of what is chosen matters: it is shown and can be changed. */
  ordered?: boolean;
}

export function Checks({ value, options, onChange, ordered }: ChecksProps) {
  const { id, aria } = useField();
  const toggle = (one: string) => onChange(value.includes(one) ? value.filter((other) => other !== one) : inOrder([...value, one]));
  const inOrder = (chosen: readonly string[]) =>
    ordered ? chosen : options.map((option) => option.value).filter((one) => chosen.includes(one));
  const shown = ordered ? [...value.map((one) => options.find((o) => o.value === one) ?? { value: one, label: one }), ...options.filter((o) => !value.includes(o.value))] : options;
  return (
    <div class={ordered ? "checks ordered" : "checks"} role="group" id={id} tabIndex={-1} aria-labelledby={`${id}-label`} {...aria}>
      {shown.map(({ value: one, label }) => {
        const at = value.indexOf(one);
        return (
          <span key={one} class="check-row">
            <label class="check">
              <input type="checkbox" checked={at >= 0} onChange={() => toggle(one)} />
              {ordered && at >= 0 && <b>{at + 1}</b>}
              <span>{texts(label)}</span>
            </label>
            {ordered && at >= 0 && value.length > 1 && <Moves name={texts(label)} at={at} of={value.length} onMove={(by) => onChange(movedBy(value, at, by))} />}
          </span>
        );
      })}
      {!shown.length && <span class="faint">{t("empty")}</span>}
    </div>
  );
}

/** Up and down in a list. */
export const Moves = ({ name, at, of, onMove }: { name: string; at: number; of: number; onMove: (by: -1 | 1) => void }) => (
  <span class="moves">
    <button type="button" class="move" aria-label={t("upOf", { name })} title={t("up")} disabled={at === 0} onClick={() => onMove(-1)}>↑</button>
    <button type="button" class="move" aria-label={t("downOf", { name })} title={t("down")} disabled={at === of - 1} onClick={() => onMove(1)}>↓</button>
  </span>
);

/** Yes or no; inside a Field its label is the switch's name, `text` says more beside it. */
export function Switch({ value, onChange, text, disabled }: { value: boolean; onChange: (value: boolean) => void; text?: string; disabled?: boolean }) {
  const { id, aria } = useField();
  return (
    <label class="switch">
      <input id={id || undefined} type="checkbox" role="switch" checked={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} {...aria} />
      <i aria-hidden="true" />
      <span aria-hidden={id && !text ? "true" : undefined}>{text ?? t(value ? "on" : "off")}</span>
    </label>
  );
}

interface DangerProps {
  children: ComponentChildren;
  onConfirm: () => void;
  /** What the second tap says; by default "tap again". */
  again?: string;
  label?: string;
  quiet?: boolean;
  disabled?: boolean;
}

const MEANT_FOR = 4_000;

/** Acts at the second tap only; a lone first one is forgotten. */
export function Danger({ children, onConfirm, again, label, quiet, disabled }: DangerProps) {
  const [armed, arm] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => arm(false), MEANT_FOR);
    return () => clearTimeout(timer);
  }, [armed]);
  const tap = () => {
    arm(!armed);
    if (armed) onConfirm();
  };
  return (
    <Button kind={quiet && !armed ? "quiet" : "danger"} class={armed ? "armed" : "danger-button"} disabled={disabled} onClick={tap} onBlur={() => arm(false)}
      aria-label={label ? (armed ? `${label}: ${again ?? t("again")}` : label) : undefined}>
      {armed ? (again ?? t("again")) : children}
    </Button>
  );
}
