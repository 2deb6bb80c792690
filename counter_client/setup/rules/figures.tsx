// Every figure of the hall's rules (E33): what it is, what is usual, where it comes from, since when it holds.
import { FigureRow, readPast } from "./figure_row.tsx";
import { Group, Section } from "@web/form/form.tsx";
import type { SetupSection } from "../sections.ts";
import type { Figure } from "../draft/shapes.ts";
import { setup } from "../draft/store.ts";
import { tx } from "@web/i18n.ts";
import { useEffect } from "preact/hooks";

const TITLE = { zh: "时限与规则", en: "Limits and rules" };
const LEAD = {
  zh: "每条规则都有一个数。保存时选“从哪天起”，以前的报表仍按当时的数算。",
  en: "Every rule has a figure. When saving, choose from which day on; earlier reports keep the figure of their time.",
};

/** The server tells them group by group. */
const grouped = (figures: readonly Figure[]): Figure[][] =>
  [...new Set(figures.map(({ group }) => group))].map((group) => figures.filter((figure) => figure.group === group));

function FiguresPart() {
  const held = JSON.stringify(setup.value!.config.figures);
  useEffect(() => void readPast(), [held]);
  return (
    <Section title={tx(TITLE)} lead={tx(LEAD)}>
      {grouped(setup.value!.figures).map((some) => (
        <Group key={some[0]!.group} title={tx(some[0]!.group_text)}>
          <ul class="figures">{some.map((figure) => <FigureRow key={figure.name} figure={figure} />)}</ul>
        </Group>
      ))}
    </Section>
  );
}

export const figures: SetupSection = { id: "figures", title: TITLE, part: FiguresPart, keys: ["figures"] };
