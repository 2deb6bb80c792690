// The one renderer: draws any described field, part or table for finger and keyboard, in both languages.
import type { ComponentChildren } from "preact";
import { texts, tx } from "../language/i18n.ts";
import type { Field as Described, Text } from "@web/wire.ts";
import { Checks, Choice, Switch } from "./choices.tsx";
import { Field, Fields, Group, useInChinese, useKnown, type Option } from "./field.tsx";
import { hallDay, serverNow } from "../time/clock.ts";
import { useRef, useState } from "preact/hooks";
import { Clock, Day, Duration, NumberInput, TextInput, TwoTexts } from "./inputs.tsx";
import { Document } from "./document.tsx";
import { Picture } from "./picture.tsx";
import { Rows, type RowsProps } from "./rows.tsx";
import { joined, percentOf, inWords, isText, written } from "./in_words.ts";
import { Room } from "./room.tsx";
import { t } from "./texts.ts";

type Item = Record<string, unknown>;

/** A new value of a field; of a choice that cannot be left open the first there is. */
export function blank(field: Described, options: (of: string, value: unknown) => readonly Option[]): unknown {
  if (field.starts) return JSON.parse(field.starts);
  if (field.kind === "words") return { zh: "", en: "" };
  if (field.kind === "choice") return field.of ? (options(field.of, undefined)[0]?.value ?? "") : field.choices[0]!.value;
  if (field.kind === "tick") return false;
  if (field.kind === "table" || field.kind === "choices") return [];
  if (field.kind === "date") return hallDay(serverNow());
  return field.ends ? field.ends.least : field.kind === "part" ? null : "";
}

/** A new item of a table. */
export function blankItem(table: Described, options: Parameters<typeof blank>[1], id = ""): unknown {
  const [cell] = table.fields;
  if (cell && !cell.id) return blank(cell, options);
  return Object.fromEntries(table.fields.map((field) => [field.id, field.id === "id" ? id : blank(field, options)]));
}

interface AskProps<T = unknown> {
  /** Its place: what is known of it, its faults and its links hang on that. */
  where: string;
  value: T;
  onChange: (value: T) => void;
  label?: string;
  /** Instead of the description's own words; "" for none. */
  hint?: ComponentChildren;
  problem?: Text | string | null;
  options?: readonly Option[];
  disabled?: boolean;
  autocomplete?: string;
  type?: "text" | "password";
  /** Of a table: what the fields of an item are given beside their description. */
  more?: (item: any, at: number) => AsksProps<any>["more"];
  /** Instead of the input that fits its kind. */
  children?: ComponentChildren;
}

/** One field with its label, help, unit, bounds and choices, and its fault beside it. */
export function Ask<T>({ where, value, label, hint, problem, children, more, ...input }: AskProps<T>) {
  const { fieldAt, below } = useKnown();
  const alone = useInChinese();
  const field = fieldAt(where);
  if (!field) return null;
  if (field.kind === "table") return <Group title={label ?? tx(field.label)} lead={tx(field.help)}><Table where={where} items={value as readonly unknown[]} onChange={input.onChange as (items: readonly unknown[]) => void} more={more} /></Group>;
  if (field.kind === "part") return <Part where={where} field={field} value={value} label={label} onChange={input.onChange as (value: unknown) => void} />;
  const chosenHelp = field.choices.find((known) => known.value === written(value))?.help;
  return (
    <Field label={label ?? tx(field.label)} hint={hint ?? tx(chosenHelp?.zh ? chosenHelp : field.help)} where={where} wide={isWide(field)} {...(problem !== undefined && { problem })}>
      {children || <Input field={field} value={value} {...(input as Omit<AskProps, "where" | "value">)} />}
      {field.room && isText(value) && <Room room={field.room} name={alone ? { zh: value.zh, en: "" } : value} />}
      {below?.(where, value)}
    </Field>
  );
}

/** Several fields that are one; where there may be none of it, a switch says so, and what was there comes back. */
function Part({ where, field, value, label, onChange }: { where: string; field: Described; value: unknown; label?: string; onChange: (value: unknown) => void }) {
  const { optionsOf } = useKnown();
  const last = useRef(value);
  if (value !== null) last.current = value;
  const begin = () => last.current ?? blankItem(field, optionsOf);
  return (
    <>
      {field.none.zh && (
        <Field label={label ?? tx(field.label)} hint={tx(field.help)}>
          <Switch value={value === null} text={tx(field.none)} onChange={(none) => onChange(none ? null : begin())} />
        </Field>
      )}
      {value !== null && (folds(field) ? <Folded where={where} field={field} value={value} onChange={onChange} /> : <PartFields where={where} item={value} set={onChange} />)}
    </>
  );
}

/** A part that asks for lists of its own would make its item endless: it stands folded under its name. */
const folds = (field: Described): boolean => !field.none.zh && field.fields.some(({ kind }) => kind === "table");

/** What of a part is filled in, by the names of its fields. */
function filledIn(field: Described, value: Item): string {
  const usual = (known: Described) => (known.starts ? JSON.stringify(JSON.parse(known.starts)) : '""');
  const named = field.fields.filter((known) => {
    const now = value[known.id];
    return Array.isArray(now) ? now.length > 0 : JSON.stringify(now) !== usual(known);
  });
  return joined(named.map(({ label }) => tx(label)));
}

function Folded({ where, field, value, onChange }: { where: string; field: Described; value: unknown; onChange: (value: unknown) => void }) {
  const wrong = useKnown().problemAt(where);
  const [open, show] = useState(false);
  const shown = open || wrong !== null;
  return (
    <details class="folded" data-where={where} open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary><b>{tx(field.label)}</b> <small>{filledIn(field, value as Item) || t("empty")}</small></summary>
      {shown && <PartFields where={where} item={value} set={onChange} />}
    </details>
  );
}

/** The fields of a part side by side; what is wrong with the whole stands below them. */
export function PartFields<T>(props: AsksProps<T>) {
  const wrong = useKnown().problemAt(props.where);
  return (
    <div class="part" data-where={props.where}>
      <Asks {...props} />
      {wrong && <p class="problem">{texts(wrong)}</p>}
    </div>
  );
}

const isWide = ({ kind, lines }: Described): boolean => kind === "words" || kind === "choices" || lines > 1;
const KEYS: Record<string, "tel" | "url" | undefined> = { phone: "tel", url: "url" };
const chosen = (field: Described, text: string): unknown => (field.choices.some((known) => known.value === text) && /^(-?\d+|true|false|null)$/.test(text) ? JSON.parse(text) : text);

/** What comes with the software has a name; what a hall has dropped in is called by its file. */
export const namedBy = (field: Described, options: readonly Option[]): readonly Option[] =>
  options.map(({ value, label }) => ({ value, label: label === value ? (field.choices.find((known) => known.value === value)?.text ?? label) : label }));

function Input({ field, value, onChange, options, disabled, autocomplete, type }: Omit<AskProps, "where"> & { field: Described }) {
  const { optionsOf } = useKnown();
  const lines = field.lines > 1 ? field.lines : undefined;
  const common = { disabled, onChange };
  const those = options ?? (field.of ? namedBy(field, optionsOf(field.of, value)) : field.choices.map((known) => ({ value: known.value, label: known.text })));
  const ends = field.ends && { min: field.ends.least, max: field.ends.most };
  switch (field.kind) {
    case "words": return <TwoTexts value={value as Text} lines={lines} {...common} />;
    case "number": return <NumberInput value={value as number} unit={tx(field.unit)} {...ends} disabled={disabled} onChange={(n) => onChange(Math.round(n))} />;
    case "money_fen": return <NumberInput value={(value as number) / 100} unit={tx(field.unit)} step={0.1} min={(ends?.min ?? 0) / 100} max={ends ? ends.max / 100 : undefined} disabled={disabled} onChange={(n) => onChange(Math.round(n * 100))} />;
    case "share": return <NumberInput value={percentOf(value as number)} unit="%" min={0} max={100} disabled={disabled} onChange={(n) => onChange(n / 100)} />;
    case "span": return <Span field={field} value={value as number} {...common} />;
    case "tick": return <Switch value={value as boolean} {...common} />;
    case "choice": return <Choice value={written(value)} options={those} none={field.none.zh ? tx(field.none) : undefined} disabled={disabled} onChange={(text) => onChange(chosen(field, text))} />;
    case "choices": return <Checks value={value as readonly string[]} options={those} ordered={field.ordered} {...common} />;
    case "date": return <Day value={value as string | null} {...common} />;
    case "document": return <Document value={value as string} {...common} />;
    case "picture": return <Picture value={value as string} {...common} />;
    case "time": return <Clock value={value as string} {...common} />;
    default: return <TextInput value={value as string} lines={lines} placeholder={tx(field.empty) || undefined} inputMode={KEYS[field.id]} autocomplete={autocomplete} type={type} {...common} />;
  }
}

/** Where no time of its own has a name ("as the standard time"), a switch says so. */
function Span({ field, value, onChange, disabled }: { field: Described; value: number; onChange: (value: number) => void; disabled?: boolean }) {
  if (!field.none.zh) return <Duration value={value} onChange={onChange} disabled={disabled} />;
  return (
    <>
      <Switch value={value === 0} text={tx(field.none)} onChange={(none) => onChange(none ? 0 : STARTS_AT)} disabled={disabled} />
      {value !== 0 && <Duration value={value} onChange={onChange} disabled={disabled} />}
    </>
  );
}

const STARTS_AT = 300; // seconds

interface AsksProps<T> {
  where: string;
  item: T;
  set: (item: T) => void;
  /** Only these, in this order; without it all that are not asked elsewhere. */
  only?: readonly (keyof T & string)[];
  /** What one of them is given beside its description. */
  more?: Partial<Record<keyof T & string, Partial<AskProps>>>;
}

/** All fields of a part: narrow ones side by side, wide ones in a row of their own. */
export function Asks<T>({ where, item, set, only, more }: AsksProps<T>) {
  const { fieldAt } = useKnown();
  const all = fieldAt(where)?.fields ?? [];
  const shown = only ? only.map((id) => all.find((field) => field.id === id)!) : all.filter((field) => !field.elsewhere);
  const ask = ({ id }: Described) => (
    <Ask key={id} where={where ? `${where}.${id}` : id} value={(item as Item)[id]} onChange={(value) => set({ ...item, [id]: value } as T)} {...more?.[id as keyof T & string]} />
  );
  return <>{together(shown).map((some) => (some.length > 1 ? <Fields key={some[0]!.id}>{some.map(ask)}</Fields> : ask(some[0]!)))}</>;
}

const isApart = (field: Described): boolean => field.kind === "table" || field.kind === "part" || isWide(field);

const together = (fields: readonly Described[]): Described[][] =>
  fields.reduce<Described[][]>((rows, field) => {
    const last = rows[rows.length - 1];
    if (last && !isApart(field) && !isApart(last[0]!)) last.push(field);
    else rows.push([field]);
    return rows;
  }, []);

interface TableProps<T> extends Partial<Omit<RowsProps<T>, "brief" | "children">> {
  where: string;
  items: readonly T[];
  onChange: (items: readonly T[]) => void;
  /** Fields that say in short what an item is like; or words of one's own. */
  brief?: readonly (keyof T & string)[] | ((item: T, at: number) => ComponentChildren);
  /** Below an item's fields. */
  below?: (item: T, set: (item: T) => void, at: number) => ComponentChildren;
  only?: AsksProps<T>["only"];
  more?: (item: T, at: number) => AsksProps<T>["more"];
  children?: RowsProps<T>["children"];
}

/** A table as rows that open; those of one or two narrow fields stand open. */
export function Table<T>({ where, items, brief, below, only, more, ...rows }: TableProps<T>) {
  const { fieldAt, optionsOf, nameOf } = useKnown();
  const field = fieldAt(where)!;
  const [cell] = field.fields;
  const inShort = (item: T) => (brief as readonly string[]).map((id) => shortly(field.fields.find((known) => known.id === id)!, (item as Item)[id])).filter(Boolean).join(" · ");
  const shortly = (known: Described, value: unknown) => (known.kind === "tick" ? (value ? tx(known.label) : "") : inWords(known, value, nameOf));
  const named = field.fields.find(({ id, kind }) => id && kind === "words");
  const draw = (item: T, set: (item: T) => void, at: number) =>
    cell && !cell.id ? (
      <Ask where={`${where}[${at}]`} label={`${tx(field.noun)} ${at + 1}`} value={item} onChange={set} />
    ) : (
      <>
        <Asks where={`${where}[${at}]`} item={item} set={set} only={only} more={more?.(item, at)} />
        {below?.(item, set, at)}
      </>
    );
  return (
    <Rows items={items} where={where} ordered={field.ordered} add={tx(field.add)} empty={tx(field.empty) || t("empty")} prefix={where.replace(/s$/, "")}
      title={(item) => (named ? tx((item as Item)[named.id] as Text) : "")} open={!named} {...(field.add.zh && { fresh: (id: string) => blankItem(field, optionsOf, id) as T })}
      brief={typeof brief === "function" ? brief : brief && inShort} {...rows}>
      {rows.children ?? draw}
    </Rows>
  );
}
