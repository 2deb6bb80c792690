// What a journal event says in words: one sentence a kind, its own fields filled in; an unknown kind is shown plainly.
import { mmss } from "../time/clock.ts";
import { sentences, ways } from "./events_texts.ts";
import { fill, lang, texts, tx } from "../language/i18n.ts";
import type { Called, EventShown, EventsShown, Text } from "../wire.ts";

/** A staff number -> its person's name; a device's id -> what it is called. */
export type People = Readonly<EventsShown["people"]>;

const OF_PEOPLE = new Set(["staff", "by", "leader", "person"]);

const nameOf = (things: readonly { id: string; name: Text }[], id: string): string | undefined => {
  const known = things.find((one) => one.id === id);
  return known && tx(known.name);
};

/** Counters, businesses, gifts and people inside an event, by the names the hall gives them; undefined for everything else. */
export function nameIn(field: string, value: string, called: Called, people: People): string | undefined {
  if (OF_PEOPLE.has(field)) return texts(people[value] ?? value);
  if (field === "way") return ways[value] && tx(ways[value]);
  if (field === "gift") return nameOf(called.gifts, value);
  if (field === "service" || field === "was") return nameOf(called.services, value);
  if (field !== "counter" && field !== "where") return undefined;
  const known = nameOf(called.counters, value);
  if (known) return known;
  return value === "zone" ? tx({ zh: "等候区", en: "the waiting area" }) : tx({ zh: "窗口", en: "a counter" });
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

export function eventText(event: EventShown, named: Named): string {
  const sentence = sentences[event.kind];
  if (!sentence) return event.kind;
  const fields = Object.entries(event.fields).map(([field, value]) => [field, plain(field, value, named)]);
  // A sentence may name more than an older event knows.
  return fill(sentence[lang.value], Object.fromEntries(fields)).replace(/\{\w+\}/g, "—");
}

/** "person:1207" -> who that is, "device:east-kiosk" -> what it is; the system itself is nobody. */
export function actorText(actor: string, people: People): string {
  const [kind, who = ""] = actor.split(":");
  if (kind === "system") return tx({ zh: "系统", en: "System" });
  return texts(people[who] ?? "") || who || actor;
}
