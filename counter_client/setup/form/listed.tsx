// A plain section: a list of the set-up as the server describes it, each item kept while others stand on it.
import type { ComponentChildren } from "preact";
import { Section, Table, useKnown } from "@web/form/form.tsx";
import { tx } from "@web/i18n.ts";
import type { HallConfig, Text } from "@web/wire.ts";
import type { Listed } from "../draft/asked.ts";
import { put, putItems } from "../draft/put.ts";
import { draft } from "../draft/store.ts";
import type { Kind } from "../draft/uses.ts";
import type { SetupSection } from "../sections.ts";
import { InUse, keptBy } from "./in_use.tsx";

type ItemOf<K extends Listed> = HallConfig[K][number];
const NAMED: readonly string[] = ["zones", "queues", "services", "profiles", "counters"];
const isNamed = (id: string): id is Kind => NAMED.includes(id);

type Rest<K extends Listed> = Omit<Parameters<typeof Table<ItemOf<K>>>[0], "where" | "items" | "onChange">;

export interface ListedProps<K extends Listed> extends Rest<K> {
  id: K;
  lead?: string;
  tools?: ComponentChildren;
  /** Between the section's lead and the list, and under the list. */
  top?: ComponentChildren;
  foot?: ComponentChildren;
}

/** The rows alone. */
export function ListedRows<K extends Listed>({ id, below, ...rest }: Rest<K> & { id: K }) {
  const items = draft.value![id] as readonly ItemOf<K>[];
  const set = (isNamed(id) ? putItems(id) : put(id)) as (items: readonly ItemOf<K>[]) => void;
  const whole = (item: ItemOf<K>, change: (item: ItemOf<K>) => void, at: number) => (
    <>
      {below?.(item, change, at)}
      {isNamed(id) && <InUse kind={id} id={item.id} name={tx((item as { name: Text }).name)} />}
    </>
  );
  const keeps = isNamed(id) ? (item: ItemOf<K>) => keptBy(id, item.id) : undefined;
  return <Table<ItemOf<K>> where={id} items={items} onChange={set} keeps={keeps} below={whole} {...rest} />;
}

export function ListedSection<K extends Listed>({ id, lead, tools, top, foot, ...rest }: ListedProps<K>) {
  const known = useKnown().fieldAt(id)!;
  return (
    <Section title={tx(known.label)} lead={lead ?? tx(known.help)} tools={tools}>
      {top}
      <ListedRows id={id} {...(rest as Rest<K>)} />
      {foot}
    </Section>
  );
}

/** `props` are made anew whenever the section is drawn. */
export const listed = <K extends Listed>(id: K, props: () => Omit<ListedProps<K>, "id">): SetupSection => ({
  id,
  keys: [id],
  part: () => <ListedSection id={id} {...(props() as Omit<ListedProps<K>, "id">)} />,
});
