// Finds what is known of a place: "services[2].materials[0]" among the descriptions of a form.
import type { Field } from "../wire.ts";

/** "services[2].queue" → ["services", "[2]", "queue"]. */
export const steps = (path: string): string[] => path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];

/** An item of a table is known by the table itself, one of a table without columns by its only cell. */
export function fieldAt(form: readonly Field[], where: string): Field | undefined {
  let fields = form;
  let known: Field | undefined;
  for (const step of steps(where)) {
    if (step.startsWith("[")) known = known?.fields.length === 1 && !known.fields[0]!.id ? known.fields[0] : known;
    else known = fields.find((field) => field.id === step);
    if (!known) return undefined;
    fields = known.fields;
  }
  return known;
}
