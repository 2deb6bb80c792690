// How a day ends: who still gets a number near closing, who is still served, when the day is closed.
import { FigureRow } from "../rules/figure_row.tsx";
import { Group } from "@web/form/form.tsx";
import { t } from "./hours_texts.ts";
import { setup } from "../draft/store.ts";

export function Closing() {
  const figures = setup.value!.figures.filter((figure) => figure.group === "day");
  return (
    <Group title={t("closing")} lead={t("closing_lead")}>
      <ul class="figures">{figures.map((figure) => <FigureRow key={figure.name} figure={figure} />)}</ul>
    </Group>
  );
}
