// A section and its fields: a label bound to what is typed in, a hint, what is wrong with it.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useId } from "preact/hooks";
import { lang, tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import { endsText } from "../draft/bounds.ts";
import { t } from "./form_texts.ts";
import { problemAt, setup } from "../draft/store.ts";

interface InField {
  id: string;
  label: string;
  /** Its place in the set-up; "" for what is none. */
  where: string;
  /** For the input's `aria-describedby` and `aria-invalid`. */
  aria: { "aria-describedby"?: string; "aria-invalid"?: "true" };
}

const Around = createContext<InField>({ id: "", label: "", where: "", aria: {} });

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
  problem?: Text | null;
  /** The place in the set-up, "services[2].queue"; a problem's link leads here. */
  where?: string;
  /** Takes the whole row. */
  wide?: boolean;
  children: ComponentChildren;
}

export function Field({ label, hint, problem, where, wide, children }: FieldProps) {
  const id = useId();
  const wrong = problem ?? (where ? problemAt(where) : null);
  const ends = where ? endsText(setup.value?.bounds, where, lang.value) : undefined;
  const hinted = hint || ends;
  const described = [hinted && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  const aria: InField["aria"] = { ...(described && { "aria-describedby": described }), ...(wrong && { "aria-invalid": "true" as const }) };
  return (
    <div class={`field${wide ? " wide" : ""}${wrong ? " wrong" : ""}`} data-where={where}>
      <label for={id} id={`${id}-label`}>{label}</label>
      <Around.Provider value={{ id, label, where: where ?? "", aria }}>{children}</Around.Provider>
      {wrong && <p id={`${id}-wrong`} class="problem">{tx(wrong)}</p>}
      {hinted && <p id={`${id}-hint`} class="hint">{hint} {ends && <span class="ends">{t("ends", { least: ends[0], most: ends[1] })}</span>}</p>}
    </div>
  );
}

/** Fields side by side where there is room. */
export const Fields = ({ children }: { children: ComponentChildren }) => <div class="fields">{children}</div>;
