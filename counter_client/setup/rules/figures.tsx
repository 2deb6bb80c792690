// Every figure of the hall's rules (E33): what it is, what is usual, where it comes from, since when it holds.
import { FigureRow, readPast } from "./figure_row.tsx";
import { t, title } from "./figure_texts.ts";
import { Group, Section } from "../form/form.tsx";
import type { SetupSection } from "../sections.ts";
import type { Figure } from "../draft/shapes.ts";
import { setup } from "../draft/store.ts";
import { tx } from "@web/i18n.ts";
import { useEffect } from "preact/hooks";

/** The server tells them group by group. */
const grouped = (figures: readonly Figure[]): Figure[][] =>
  [...new Set(figures.map(({ group }) => group))].map((group) => figures.filter((figure) => figure.group === group));

function FiguresPart() {
  const held = JSON.stringify(setup.value!.config.figures);
  useEffect(() => void readPast(), [held]);
  return (
    <Section title={t("title")} lead={t("lead")}>
      {grouped(setup.value!.figures).map((some) => (
        <Group key={some[0]!.group} title={tx(some[0]!.group_text)}>
          <ul class="figures">{some.map((figure) => <FigureRow key={figure.name} figure={figure} />)}</ul>
        </Group>
      ))}
    </Section>
  );
}

export const figures: SetupSection = { id: "figures", title, part: FiguresPart, keys: ["figures"] };
