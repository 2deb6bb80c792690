// A value of the set-up in words: a span, a price, opening hours, a name instead of an id.
import { fill, tx } from "../../../server/web/i18n.ts";
import type { Break, Hours, Rung, Script, SpecialDay, Text, VolumeStep, Weekday } from "@web/wire.ts";
import { CODES, WEEKDAYS, WORDS } from "./change_texts.ts";
import { steps } from "./paths.ts";

export type NameOf = (list: string, id: string) => string;

/** Fields that hold ids of another list. */
const REFERS: Record<string, string | undefined> = {
  queue: "queues",
  queues: "queues",
  helps: "queues",
  zone: "zones",
  zones: "zones",
  profile: "profiles",
  profiles: "profiles",
  counter: "counters",
  counters: "counters",
  services: "services",
  fallback: "printers",
  printers: "printers",
  layouts: "layouts",
  media: "media",
  notices: "notices",
  gifts: "gifts",
  strips: "strips",
  places: "zones",
};
const EMPTY_MEANS_ALL = ["places", "layouts.queues", "ladders.services"];
const ROUND_THE_CLOCK = "hours";

export const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "zh" in value && "en" in value;

export function spanText(seconds: number): string {
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (!m) return fill(tx(WORDS.seconds), { s });
  return fill(tx(s ? WORDS.both : WORDS.minutes), { m, s });
}

export function valueText(path: string, value: unknown, nameOf: NameOf): string {
  const [list = "", ...rest] = steps(path).filter((step) => !step.startsWith("["));
  const field = rest.length ? rest[rest.length - 1]! : list;
  if (Array.isArray(value)) {
    if (!value.length && (EMPTY_MEANS_ALL.includes(field) || EMPTY_MEANS_ALL.includes(`${list}.${field}`))) return tx(WORDS.all);
    return value.map((one) => oneText(field, one, nameOf)).join(tx(WORDS.and));
  }
  return oneText(field, value, nameOf);
}

function oneText(field: string, value: unknown, nameOf: NameOf): string {
  const code = CODES[`${field}.${String(value)}`];
  if (code) return tx(code);
  if (value === null || value === undefined) return field === ROUND_THE_CLOCK ? tx(WORDS.always) : "";
  if (typeof value === "boolean") return tx(value ? WORDS.yes : WORDS.no);
  if (typeof value === "number") return numberText(field, value);
  if (typeof value === "string") return REFERS[field] && value ? nameOf(REFERS[field], value) : value;
  return isText(value) ? tx(value) : partText(field, value as Part, nameOf);
}

function numberText(field: string, value: number): string {
  if (field === "mean_seconds" && value === 0) return tx(WORDS.usual);
  if (field === "seconds" || field.endsWith("_seconds")) return spanText(value);
  if (field.endsWith("_ms")) return spanText(value / 1000);
  if (field.endsWith("_fen")) return fill(tx(WORDS.yuan), { n: (value / 100).toFixed(2) });
  if (field.endsWith("_share")) return `${Math.round(value * 100)}%`;
  return field === "volume" ? `${value}%` : String(value);
}

type Part = Partial<Hours & Break & Weekday & SpecialDay & VolumeStep & Script & Rung> & Record<string, unknown>;

const hoursText = (hours: Hours | null | undefined): string => (hours ? `${hours.opens}–${hours.closes}` : tx(WORDS.shut));

/** A piece without an id, in its own short way. */
function partText(field: string, part: Part, nameOf: NameOf): string {
  if (part.opens !== undefined) return hoursText(part as Hours);
  if (part.begins !== undefined) return `${part.begins}–${part.ends}`;
  if (part.weekday !== undefined) return `${tx(WEEKDAYS[part.weekday - 1] ?? WORDS.none)} ${hoursText(part.hours)}`;
  if (part.day !== undefined) return `${part.day} ${part.name ? tx(part.name) : ""} ${hoursText(part.hours)}`;
  if (part.at !== undefined) return `${fill(tx(WORDS.from), { day: part.at })} ${part.volume}%`;
  if (part.written !== undefined) return `${String(part.written)}→${String(part.spoken)}`;
  if (part.moment !== undefined) return part.text ? `“${tx(part.text)}”` : "";
  if (Array.isArray(part.rungs)) return (part.rungs as Rung[]).map((rung) => partText("rungs", rung as unknown as Part, nameOf)).join(tx(WORDS.and));
  if (part.after_seconds !== undefined) return fill(tx(WORDS.after), { act: oneText("act", part.act, nameOf), time: spanText(part.after_seconds) });
  if (isText(part.name)) return tx(part.name);
  return Object.entries(part).map(([key, value]) => `${key} ${oneText(key, value, nameOf)}`).join(tx(WORDS.and));
}
