// Finds a section or a field by a word of its name, in either language.
import type { Field, FigureShown, Text } from "@web/wire.ts";
import type { SetupSection } from "../draft/section.tsx";

export interface Hit {
  section: SetupSection;
  /** "" is the section itself. */
  where: string;
  label: Text;
}

export interface Searched {
  sections: readonly SetupSection[];
  titleOf: (section: SetupSection) => Text;
  fieldAt: (where: string) => Field | undefined;
  sectionOf: (where: string) => SetupSection | undefined;
  figures: readonly FigureShown[];
}

const MOST = 12;
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** A section's own fields, and one level below; those of a list's items lead to the list. */
function fieldsOf(section: SetupSection, fieldAt: Searched["fieldAt"]): Hit[] {
  return (section.keys ?? []).filter((key) => key !== "figures").flatMap((key) => {
    const field = fieldAt(key);
    if (!field) return [];
    const below = field.fields.filter(({ label }) => label.zh || label.en).map(({ label }) => ({ section, where: key, label }));
    return [{ section, where: key, label: field.label }, ...below];
  });
}

/** Sections before fields; nothing twice under one name. */
export function hits(query: string, { sections, titleOf, fieldAt, sectionOf, figures }: Searched): Hit[] {
  const wanted = plain(query);
  if (!wanted) return [];
  const all: Hit[] = [
    ...sections.map((section) => ({ section, where: "", label: titleOf(section) })),
    ...figures.flatMap(({ name, text }) => {
      const section = sectionOf(`figures.${name}`);
      return section ? [{ section, where: `figures.${name}`, label: text }] : [];
    }),
    ...sections.flatMap((section) => fieldsOf(section, fieldAt)),
  ];
  const matching = all.filter(({ label }) => plain(label.zh).includes(wanted) || plain(label.en).includes(wanted));
  const met = new Set<string>();
  return matching.filter(({ section, label }) => !met.has(`${section.id} ${label.zh}`) && met.add(`${section.id} ${label.zh}`)).slice(0, MOST);
}
