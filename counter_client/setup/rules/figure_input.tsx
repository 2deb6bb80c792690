// The input that fits a figure's unit.
import { Choice, Duration, NumberInput, Switch, TextInput } from "../form/form.tsx";
import { percentOf, type Value } from "./figure_words.ts";
import { t } from "./figure_texts.ts";
import type { Figure } from "../draft/shapes.ts";

interface Props {
  figure: Figure;
  value: Value;
  onChange: (value: Value) => void;
}

export function FigureInput({ figure, value, onChange }: Props) {
  if (figure.choices.length) return <Choice value={String(value)} options={figure.choices.map(({ value, text }) => ({ value, label: text }))} onChange={onChange} />;
  if (typeof value === "boolean") return <Switch value={value} onChange={onChange} />;
  if (typeof value === "string") return <TextInput value={value} onChange={onChange} />;
  return <OfUnit figure={figure} value={value} onChange={onChange} />;
}

function OfUnit({ figure: { unit, least, most }, value, onChange }: Omit<Props, "value"> & { value: number }) {
  const of: string = unit;
  if (of === "s") return <Duration value={value} onChange={onChange} />;
  if (of === "fen") return <NumberInput value={value / 100} unit={t("yuan")} min={(least ?? 0) / 100} max={most === null ? undefined : most / 100} step={0.1} onChange={(yuan) => onChange(Math.round(yuan * 100))} />;
  if (of === "%") return <NumberInput value={percentOf(value)} unit="%" min={0} max={100} onChange={(percent) => onChange(percent / 100)} />;
  return <NumberInput value={value} unit={of === "ms" ? t("ms") : undefined} min={least ?? 0} max={most ?? undefined} onChange={onChange} />;
}
