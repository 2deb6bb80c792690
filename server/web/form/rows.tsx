// A list of things a manager adds to, takes from and orders; each opens to be edited.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { tx } from "../language/i18n.ts";
import { Button, Icon } from "../drawing/parts.tsx";
import { Danger, Moves } from "./choices.tsx";
import { t } from "./texts.ts";
import { movedBy, newId, replacedAt } from "./lists.ts";
import { useKnown } from "./field.tsx";

export interface RowsProps<T> {
  items: readonly T[];
  onChange: (items: readonly T[]) => void;
  /** Makes a new item; with `prefix` its id is free among the others. Without it nothing can be added. */
  fresh?: (id: string) => T;
  prefix?: string;
  /** What a row is called while it is shut. */
  title: (item: T, at: number) => string;
  /** Beside it, in fewer words: "A · 3 分钟". */
  brief?: (item: T, at: number) => ComponentChildren;
  children: (item: T, set: (item: T) => void, at: number) => ComponentChildren;
  /** The list's place in the set-up: "services". */
  where?: string;
  add?: string;
  /** The order matters and can be changed. */
  ordered?: boolean;
  /** All rows stand open, for items of one or two fields. */
  open?: boolean;
  /** Why a row cannot be removed; empty: it can. */
  keeps?: (item: T, at: number) => string;
  empty?: string;
}

const idOf = (item: unknown): string => (item as { id?: string } | null)?.id ?? "";

export function Rows<T>(props: RowsProps<T>) {
  const { items, onChange, fresh, prefix = "", add, empty } = props;
  const [shown, show] = useState<readonly string[]>([]);
  const [added, setAdded] = useState("");
  const keyOf = (item: T, at: number) => idOf(item) || String(at);
  const put = () => {
    const item = fresh!(newId(prefix, items.map(idOf)));
    onChange([...items, item]);
    show([...shown, keyOf(item, items.length)]);
    setAdded(keyOf(item, items.length));
  };
  const toggle = (key: string) => show(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  return (
    <div class="rows" data-where={props.where}>
      {items.length === 0 && <p class="faint">{empty ?? t("empty")}</p>}
      {items.length > 0 && (
        <ol>
          {items.map((item, at) => {
            const key = keyOf(item, at);
            return <Row key={key} {...props} item={item} at={at} shown={shown.includes(key)} added={key === added} onToggle={() => toggle(key)} />;
          })}
        </ol>
      )}
      {fresh && <Button class="add" onClick={put}>＋ {add ?? t("add")}</Button>}
    </div>
  );
}

interface RowProps<T> extends RowsProps<T> {
  item: T;
  at: number;
  shown: boolean;
  /** Just made: the cursor goes into it. */
  added: boolean;
  onToggle: () => void;
}

function Row<T>({ item, at, shown, added, onToggle, ...props }: RowProps<T>) {
  const { items, onChange, where, open } = props;
  const { problemAt, problemOf } = useKnown();
  const name = props.title(item, at) || t("nth", { n: at + 1 });
  const place = where && `${where}[${at}]`;
  const wrong = place ? problemAt(place) !== null : false;
  const whole = place ? problemOf(place) : null;
  const isOpen = open || shown;
  useEffect(() => {
    if (wrong && !isOpen) onToggle(); // and it stays open while the problem is being mended
  }, [wrong]);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (added) row.current?.querySelector<HTMLElement>(".row-body input, .row-body select, .row-body textarea")?.focus();
  }, [added]);
  const body = () => props.children(item, (next) => onChange(replacedAt(items, at, next)), at);
  const tools = <RowTools {...props} item={item} at={at} name={name} />;
  if (open)
    return (
      <li ref={row} class="row open plain" data-where={place}>
        <div class="row-body">{body()}</div>
        {tools}
      </li>
    );
  return (
    <li ref={row} class={`row${isOpen ? " open" : ""}${wrong ? " wrong" : ""}`} data-where={place}>
      <div class="row-head">
        <button type="button" class="row-name" aria-expanded={isOpen} onClick={onToggle}>
          <Icon name="forward" />
          <span><b>{name}</b> {props.brief && <small>{props.brief(item, at)}</small>}</span>
        </button>
        {!isOpen && props.ordered && items.length > 1 && <Moves name={name} at={at} of={items.length} onMove={(by) => onChange(movedBy(items, at, by))} />}
      </div>
      {whole && <p class="problem">{tx(whole)}</p>}
      {isOpen && <div class="row-body">{body()}{tools}</div>}
    </li>
  );
}

function RowTools<T>({ item, at, name, items, onChange, ordered, keeps }: RowsProps<T> & { item: T; at: number; name: string }) {
  const kept = keeps?.(item, at) ?? "";
  return (
    <div class="row-tools">
      {ordered && items.length > 1 && <Moves name={name} at={at} of={items.length} onMove={(by) => onChange(movedBy(items, at, by))} />}
      {kept ? <p class="hint">{kept}</p> : <Danger quiet label={t("removeOf", { name })} onConfirm={() => onChange(items.filter((_, i) => i !== at))}>{t("remove")}</Danger>}
    </div>
  );
}
