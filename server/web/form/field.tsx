// A section and its fields: a label bound to what is typed in, a hint, what is wrong with it.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useId } from "preact/hooks";
import { chineseAlone, texts } from "../language/i18n.ts";
import type { Field as Described, Text } from "@web/wire.ts";
import { endsOf, type NameOf } from "./in_words.ts";
import { t } from "./texts.ts";

export interface Option {
  value: string;
  label: Text | string;
}

/** What the page around a form knows: the server's descriptions and faults by place, "services[2].queue", and its lists. */
export interface Knows {
  fieldAt: (where: string) => Described | undefined;
  /** The first fault at a place or below it, and that of the very place. */
  problemAt: (where: string) => Text | string | null;
  problemOf: (where: string) => Text | null;
  /** What a choice offers: a list of the same values, or what the server has. */
  optionsOf: (of: string, value: unknown) => readonly Option[];
  nameOf: NameOf;
  /** Brings a picture to the hall; returns its name there, throws a Refusal. Without it there are only those that are there. */
  bring?: (file: File) => Promise<string>;
  /** The same of a PDF. */
  bringDocument?: (file: File) => Promise<string>;
  /** Whether words are asked for in Chinese alone; without it where the hall speaks nothing else. */
  inChinese?: () => boolean;
  /** More to see below an input. */
  below?: (where: string, value: unknown) => ComponentChildren;
}

const KnowsNothing: Knows = { fieldAt: () => undefined, problemAt: () => null, problemOf: () => null, optionsOf: () => [], nameOf: (_, id) => id };
export const Known = createContext<Knows>(KnowsNothing);
export const useKnown = (): Knows => useContext(Known);
export const useInChinese = (): boolean => useKnown().inChinese?.() ?? chineseAlone.value;

interface InField {
  id: string;
  label: string;
  /** Its place in the set-up; "" for what is none. */
  where: string;
  described: Described | undefined;
  /** For the input's `aria-describedby` and `aria-invalid`. */
  aria: { "aria-describedby"?: string; "aria-invalid"?: "true" };
}

const Around = createContext<InField>({ id: "", label: "", where: "", described: undefined, aria: {} });

/** For a new kind of input: the id its label points to, the label's words, and its aria attributes. */
export const useField = (): InField => useContext(Around);

interface SectionProps {
  title: string;
  lead?: string;
  children?: ComponentChildren;
  /** Beside the title, such as a button. */
  tools?: ComponentChildren;
}

/** The first one in a part has the part's own title; more make groups below it. */
export const Section = ({ title, lead, tools, children }: SectionProps) => (
  <section class="setup-section">
    <header>
      <h2>{title}</h2>
      {tools}
    </header>
    {lead && <p class="lead">{lead}</p>}
    {children}
  </section>
);

/** A smaller heading within a section; `top` where there is no section around it. */
export const Group = ({ title, lead, top, children }: SectionProps & { top?: boolean }) => (
  <section class="setup-group">
    {top ? <h2>{title}</h2> : <h3>{title}</h3>}
    {lead && <p class="lead">{lead}</p>}
    {children}
  </section>
);

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong; without it the problem at `where` is shown. */
  problem?: Text | string | null;
  /** The place in the set-up, "services[2].queue"; a problem's link leads here. */
  where?: string;
  /** Takes the whole row. */
  wide?: boolean;
  children: ComponentChildren;
}

export function Field({ label, hint, problem, where, wide, children }: FieldProps) {
  const id = useId();
  const { fieldAt, problemAt } = useKnown();
  const described = where ? fieldAt(where) : undefined;
  const wrong = problem ?? (where ? problemAt(where) : null);
  const ends = described && endsOf(described);
  const hinted = hint || ends;
  const by = [hinted && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  const aria: InField["aria"] = { ...(by && { "aria-describedby": by }), ...(wrong && { "aria-invalid": "true" as const }) };
  return (
    <div class={`field${wide ? " wide" : ""}${wrong ? " wrong" : ""}`} data-where={where}>
      <label for={id} id={`${id}-label`}>{label}</label>
      <Around.Provider value={{ id, label, where: where ?? "", described, aria }}>{children}</Around.Provider>
      {wrong && <p id={`${id}-wrong`} class="problem">{texts(wrong)}</p>}
      {hinted && <p id={`${id}-hint`} class="hint">{hint} {ends && <span class="ends">{t("ends", { least: ends[0], most: ends[1] })}</span>}</p>}
    </div>
  );
}

/** Fields side by side where there is room. */
export const Fields = ({ children }: { children: ComponentChildren }) => <div class="fields">{children}</div>;
