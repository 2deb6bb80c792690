// What a journal event says in words: one sentence a kind, its own fields filled in; an unknown kind is shown plainly.
import { fill, lang, tx } from "../../server/web/i18n.ts";
import { mmss } from "../../server/web/clock.ts";
import type { Text } from "@web/wire.ts";
import { sentences } from "./manager_event_texts.ts";

export interface JournalEvent {
  epoch: number;
  seq: number;
  at: string;
  kind: string;
  actor: string;
  fields: Record<string, unknown>;
}

/** Codes inside an event that have a word of their own. */
export type Named = (field: string, value: string) => string;

const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "zh" in value;

function plain(field: string, value: unknown, named: Named): string {
  if (isText(value)) return tx(value);
  if (Array.isArray(value)) return value.map((one) => plain(field, one, named)).join(tx({ zh: "、", en: ", " }));
  if (typeof value === "number") return field.endsWith("_seconds") ? mmss(value) : String(value);
  return typeof value === "string" ? named(field, value) : "";
}

export function eventText(event: JournalEvent, named: Named): string {
  const sentence = sentences[event.kind];
  if (!sentence) return event.kind;
  const fields = Object.entries(event.fields).map(([field, value]) => [field, plain(field, value, named)]);
  // A sentence may name more than an older event knows.
  return fill(sentence[lang.value], Object.fromEntries(fields)).replace(/\{\w+\}/g, "—");
}

/** "person:1207" -> "1207"; the system itself is nobody. */
export function actorText(actor: string): string {
  const [kind, who = ""] = actor.split(":");
  return kind === "system" ? tx({ zh: "系统", en: "System" }) : who || actor;
}
