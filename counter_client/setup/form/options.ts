// Options of a choice, from lists of named things and from what the server offers.
import type { Text } from "@web/wire.ts";
import type { Option } from "./form.tsx";

type Offered = readonly string[] | Readonly<Record<string, Text>>;

/** What the server offers by name, with the name's words where it has any. */
export function optionsOf(offered: Offered): Option[] {
  const named: readonly (readonly [string, string | Text])[] = Array.isArray(offered)
    ? offered.map((one: string) => [one, one] as const)
    : Object.entries(offered as Readonly<Record<string, Text>>);
  return named.map(([value, label]) => ({ value, label }));
}

export const optionsFrom = (items: readonly { id: string; name: Text }[]): Option[] => items.map(({ id, name }) => ({ value: id, label: name }));
