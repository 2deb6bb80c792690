// What takes turns on the board. From ten metres a letter must be 79 pixels high, so there is room for one thing and one
// language at a time: nothing is set smaller to stand beside something else, it waits for its turn.
import { computed, signal } from "@preact/signals";
import { chineseAlone } from "@web/language/i18n.ts";
import type { LobbyCall, LobbyNotice, LobbyView, QueueView, Text } from "@web/wire.ts";
import { say } from "./texts.ts";

export const TURN_MS = 8000;
const CHINESE_MS = 5000; // of each turn; whoever reads English takes in a figure sooner than a word

export type Language = "zh" | "en";

export const languageAt = (at: number): Language => (at % TURN_MS < CHINESE_MS ? "zh" : "en");

/** How long the board has been up, in ms; the turns go by it, whoever sets a clock meanwhile. */
export const up = signal(0);
setInterval(() => (up.value += 1000), 1000);

/** The language all the board speaks now. */
export const speaks = computed(() => (chineseAlone.value ? "zh" : languageAt(up.value)));

/** A hanzi takes two columns. */
export const columns = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

const longer = ({ zh, en }: Text): number => Math.max(columns(zh), columns(en));

/** What the foot of the board shows in one turn. */
export type Turn =
  | { what: "waits"; queues: readonly QueueView[] }
  | { what: "missed"; numbers: readonly string[] }
  | { what: "alarm"; text: Text }
  | { what: "posted"; text: string; lang: Language }
  | { what: "advice" };

const ROOM = 2; // queues that stand under each other
const NAME = { zh: 18, en: 20 }; // columns of a name that leaves the rest of its line to the figures

/** Two queues a page; a name that needs more than its half of the line has the page to itself. */
export function pagesOf(queues: readonly QueueView[]): QueueView[][] {
  const pages: QueueView[][] = [];
  let left = 0;
  for (const queue of queues) {
    const needs = columns(queue.name.zh) > NAME.zh || columns(queue.name.en) > NAME.en ? ROOM : 1;
    if (needs > left) {
      pages.push([]);
      left = ROOM;
    }
    pages[pages.length - 1]!.push(queue);
    left -= needs;
  }
  return pages;
}

const READ_IN_A_TURN = 60; // columns, in the eight seconds of one turn, from ten metres and with half an eye
const MOST_TURNS = 4;

/** How long a notice stands: it is read whole, so a long one has more turns and never a second half. */
export const turnsFor = (text: string): number => Math.max(1, Math.min(MOST_TURNS, Math.ceil(columns(text) / READ_IN_A_TURN)));

const standing = (turn: Turn, words: string): Turn[] => Array.from({ length: turnsFor(words) }, () => turn);

/** A hall's own notice has a turn in each of the languages it speaks, because one may be much longer than the other. */
const posted = ({ zh, en }: Text): Turn[] => [
  ...standing({ what: "posted", text: zh, lang: "zh" }, zh),
  ...(en && en !== zh && !chineseAlone.value ? standing({ what: "posted", text: en, lang: "en" }, en) : []),
];

/** Everything the foot shows, one after the other: the waits come round oftener than anything else. */
export function turnsOf(view: LobbyView): Turn[] {
  const waits = pagesOf(view.queues).map((queues): Turn => ({ what: "waits", queues }));
  const others: Turn[] = [
    ...(view.missed.length ? [{ what: "missed", numbers: view.missed } as const] : []),
    ...view.notices.map(worded).flatMap((text) => standing({ what: "alarm", text }, text.zh)),
    ...view.posted.flatMap(posted),
  ];
  if (!waits.length) return others.length ? others : [{ what: "advice" }];
  return others.length ? [...waits, ...others] : waits;
}

export const turnAt = <T>(turns: readonly T[], at: number): T => turns[Math.floor(at / TURN_MS) % turns.length]!;

export function worded({ service, reason, until }: LobbyNotice): Text {
  const back = until ? say("until", { until }) : { zh: "", en: "" };
  return {
    zh: say("suspended", { service: service.zh, reason: reason.zh }).zh + back.zh,
    en: say("suspended", { service: service.en, reason: reason.en }).en + back.en,
  };
}

const ROOM_COLUMNS = 10; // of a room's name that stands in one line beside a number

/** How many lines of the list a call takes: a room with a long name has two of them, and fewer calls stand in all. */
export const linesOf = (call: LobbyCall): number => (/^\d/.test(call.counter_name.zh) || longer(call.counter_name) <= ROOM_COLUMNS ? 1 : 2);

/** As many of them, from the first, as there are lines for. */
export function thatFit(calls: readonly LobbyCall[], lines: number): LobbyCall[] {
  const shown: LobbyCall[] = [];
  let left = lines;
  for (const call of calls) {
    left -= Math.min(linesOf(call), lines);
    if (left < 0) break;
    shown.push(call);
  }
  return shown;
}
