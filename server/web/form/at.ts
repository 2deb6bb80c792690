// Finds what is known of a place: "services[2].materials[0]" among the descriptions of a form.
import type { Field } from "../wire.ts";

/** "services[2].queue" → ["services", "[2]", "queue"]. */
export const steps = (path: string): string[] => path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];

/** An item of a table is known by the table itself, one of a table without columns by its only cell. */
export function fieldAt(form: readonly Field[], where: string): Field | undefined {
  let fields = form;
  let found: Field | undefined;
  for (const step of steps(where)) {
    if (step.startsWith("[")) found = found?.fields.length === 1 && !found.fields[0]!.id ? found.fields[0] : found;
    else found = fields.find((field) => field.id === step);
    if (!found) return undefined;
    fields = found.fields;
  }
  return found;
}
