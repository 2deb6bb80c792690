// How somebody is helped without a counter: the ways of a business, each the command it stands for.
import { tx } from "@web/language/i18n.ts";
import type { Divert, DoorService, GuideView, Way } from "@web/wire.ts";
import { t } from "./texts.ts";

export interface Going {
  way: Way;
  terminal: string;
  /** What its button says. */
  words: string;
  /** What more there is to say before it is pressed. */
  note: string;
}

const NOBODY: DoorService = { id: "", name: { zh: "", en: "" }, terminals: [], e_channels: [], forms: [], enquiry: false, topics: [] };
export const serviceOf = (view: Pick<GuideView, "services">, id: string): DoorService => view.services.find((s) => s.id === id) ?? NOBODY;

const listed = (words: readonly string[]): string => words.join(tx({ zh: "、", en: ", " }));

/** What the catalogue knows of comes first, each terminal that works as one of its own; then what is always possible. */
export function waysOf(service: DoorService): Going[] {
  const channels = listed(service.e_channels.map(tx));
  const forms = listed(service.forms.map(tx));
  const plain = (way: Way, note = ""): Going => ({ way, terminal: "", words: t(`way_${way}`), note });
  return [
    ...service.terminals.map((at) => ({ way: "self_service" as const, terminal: at.id, words: tx(at.name), note: tx(at.zone) })),
    ...(channels ? [plain("e_channel", channels)] : []),
    plain("form_desk", forms),
    plain("back_office"),
    plain("other_dept"),
    plain("answered"),
  ];
}

/** One deed, one record (Q15). `ticket` is theirs, where they have one. */
export const going = (of: { ticket?: string; service?: string }, { way, terminal }: Pick<Going, "way" | "terminal">, said: { topic?: number; words?: string } = {}): Divert => ({
  type: "divert",
  way,
  ...of,
  ...(terminal ? { terminal } : {}),
  ...(said.topic !== undefined && said.topic >= 0 ? { topic: said.topic } : {}),
  ...(said.words ? { words: said.words } : {}),
});
