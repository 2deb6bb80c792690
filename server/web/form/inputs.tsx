// Plain inputs of a form: words, numbers, spans, clocks, days. Each tells only what is fit to keep.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "@web/wire.ts";
import { clockTyped } from "./clock_typed.ts";
import { useField, useInChinese } from "./field.tsx";
import { t } from "./texts.ts";

interface Of<T> {
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean;
}

interface Words extends Of<string> {
  placeholder?: string;
  maxLength?: number;
  autocomplete?: string;
  type?: "text" | "tel" | "url" | "password";
  inputMode?: "text" | "tel" | "url" | "numeric";
  required?: boolean;
  /** More than one line. */
  lines?: number;
}

export function TextInput({ value, onChange, disabled, lines, type, ...rest }: Words) {
  const { id, described, aria } = useField();
  const most = rest.maxLength ?? described?.letters;
  const typed = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (lines) return <textarea id={id} rows={lines} value={value} disabled={disabled} placeholder={rest.placeholder} maxLength={most} onInput={typed} {...aria} />;
  return <input id={id} type={(type ?? "text") as "text"} value={value} disabled={disabled} onInput={typed} {...rest} autocomplete={rest.autocomplete ?? "off"} maxLength={most} {...aria} />;
}

/**
 * A text in both languages, Chinese first. In Chinese alone the English of before stays unseen, until other words stand
 * there: what nobody sees must not say something else once it is shown again.
 */
export function TwoTexts({ value, onChange, disabled, lines }: Of<Text> & { lines?: number }) {
  const { id, label, described, aria } = useField();
  const alone = useInChinese();
  const part = (key: "zh" | "en") => {
    const attributes = {
      id: key === "zh" ? id : `${id}-en`,
      lang: key === "zh" ? "zh-CN" : "en",
      "aria-label": alone ? label : `${label} ${t(key)}`,
      autocomplete: "off",
      maxLength: described?.letters,
      value: value[key],
      disabled,
      onInput: (event: { currentTarget: { value: string } }) => onChange({ ...value, ...(alone && { en: "" }), [key]: event.currentTarget.value }),
      ...aria,
    } as const;
    return (
      <span class="pair-part">
        {!alone && <span class="pair-tag" aria-hidden="true">{t(key === "zh" ? "zhTag" : "enTag")}</span>}
        {lines ? <textarea rows={lines} {...attributes} /> : <input type="text" {...attributes} />}
      </span>
    );
  };
  return <div class={alone ? "pair alone" : "pair"}>{part("zh")}{!alone && part("en")}</div>;
}

interface Numbers extends Of<number> {
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
}

/** Beyond every bound a figure has, and small enough to reach the server, which says in words what the bound is. */
const FAR = 10_000_000;

type Box = Numbers & { id: string; name?: string; aria: object };

/** Keeps what is being typed as it is; only a number is told, and an emptied box falls back when it is left. */
function NumberBox({ value, onChange, disabled, unit, min, max, step, id, name, aria }: Box) {
  const [typed, type] = useState(String(value));
  useEffect(() => {
    if (typed.trim() === "" || Number(typed) !== value) type(String(value));
  }, [value]);
  const hear = (text: string) => {
    type(text);
    if (text.trim() !== "" && Number.isFinite(Number(text))) onChange(Math.max(-FAR, Math.min(FAR, Number(text))));
  };
  return (
    <span class="with-unit">
      <input id={id} type="number" inputMode="decimal" min={min} max={max} step={step ?? 1} value={typed} disabled={disabled}
        aria-label={name} onInput={(event) => hear(event.currentTarget.value)} onBlur={() => type(String(value))} {...aria} />
      {unit && <span class="unit">{unit}</span>}
    </span>
  );
}

/** Its least and most are those of its place, unless it is shown in another unit. */
export function NumberInput(numbers: Numbers) {
  const { id, described, aria } = useField();
  return <NumberBox min={described?.ends?.least} max={described?.ends?.most} {...numbers} id={id} aria={aria} />;
}

/** Seconds, shown and typed as minutes and seconds. */
export function Duration({ value, onChange, disabled }: Of<number>) {
  const { id, label, aria } = useField();
  const [minutes, seconds] = [Math.floor(value / 60), value % 60];
  const whole = (n: number) => Math.max(0, Math.floor(n));
  const box = { disabled, aria, min: 0 };
  return (
    <span class="duration">
      <NumberBox {...box} id={id} unit={t("minutes")} name={`${label} ${t("minutes")}`} value={minutes} onChange={(n) => onChange(whole(n) * 60 + seconds)} />
      <NumberBox {...box} id={`${id}-s`} unit={t("seconds")} name={`${label} ${t("seconds")}`} value={seconds} max={59} onChange={(n) => onChange(minutes * 60 + Math.min(whole(n), 59))} />
    </span>
  );
}

/** "HH:MM" on 24 hours whatever the browser's own habit; "830" and "8：30" are understood, too. */
export function Clock({ value, onChange, disabled }: Of<string>) {
  const { id, aria } = useField();
  const [typed, type] = useState(value);
  useEffect(() => {
    if (clockTyped(typed) !== value) type(value);
  }, [value]);
  const hear = (text: string) => {
    type(text);
    const clock = clockTyped(text);
    if (clock) onChange(clock);
  };
  const leave = () => {
    const clock = clockTyped(typed);
    type(clock ?? typed);
    if (!clock && typed !== value) onChange(typed); // the server says what is wrong with it
  };
  return (
    <input id={id} class="clock" type="text" inputMode="numeric" autocomplete="off" placeholder="08:30" maxLength={5} value={typed} disabled={disabled}
      onInput={(event) => hear(event.currentTarget.value)} onBlur={leave} {...aria} />
  );
}

/** "YYYY-MM-DD"; null while no day is chosen. */
export function Day({ value, onChange, disabled }: Of<string | null>) {
  const { id, aria } = useField();
  return <input id={id} class="short" type="date" value={value ?? ""} disabled={disabled} onInput={(event) => onChange(event.currentTarget.value || null)} {...aria} />;
}
