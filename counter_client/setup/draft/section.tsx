// What a section of the set-up page is, and how each is drawn: its heading, what it is about, its own part.
import type { ComponentType } from "preact";
import { Section } from "@web/form/form.tsx";
import { tx } from "@web/language/i18n.ts";
import type { Text } from "@web/wire.ts";
import { fieldAt } from "./asked.ts";

export type Mark = "ok" | "todo" | "problem";

export interface SetupSection {
  id: string;
  /** Without it: the label of what the server calls by this id. */
  title?: Text;
  /** Over the section itself, where its title would say too little; and what it is about, without it the server's help. */
  heading?: () => string;
  lead?: () => string;
  /** Beside the heading. */
  tools?: ComponentType;
  part: ComponentType;
  /** Without it: "problem" while one of its `keys` has a problem, otherwise nothing. */
  mark?: () => Mark;
  /** The topmost names of the set-up that are edited here ("services"); a problem's or a change's link leads here. */
  keys?: readonly string[];
  /** Steps of `Setup.ready` that are done here ("printer"); while one is open the section is marked "todo". */
  steps?: readonly string[];
  /** Addresses that lead here: "pair" for "/setup/#pair=AB12"; the part reads `location.hash` itself. */
  hash?: string;
}

/** What it is called; a plain section by the label of its list. */
export const titleOf = ({ id, title }: SetupSection): Text => title ?? fieldAt(id)!.label;

export const Headed = ({ section }: { section: SetupSection }) => {
  const { id, heading, lead, tools: Tools, part: Part } = section;
  return (
    <Section title={heading?.() ?? tx(titleOf(section))} lead={lead?.() ?? tx(fieldAt(id)!.help)} tools={Tools && <Tools />}>
      <Part />
    </Section>
  );
};
