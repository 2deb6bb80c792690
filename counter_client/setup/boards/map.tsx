// The hall from above: zones and counters put where they lie, by dragging, by keys or by figures.
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { Area, Spot } from "@web/wire.ts";
import { Field, Fields, Group, NumberInput, Section } from "@web/form/form.tsx";
import { freshArea, freshSpot, placed, spotAt } from "./map_edit.ts";
import { MapPicture } from "./map_picture.tsx";
import { areaOf, chosen, setArea, setSpot, spotOf, type Piece } from "./map_state.ts";
import { t, title } from "./map_texts.ts";
import type { SetupSection } from "../sections.ts";
import { draft } from "../draft/store.ts";

function Unplaced() {
  const { zones, counters } = draft.value!;
  const left = [
    ...zones.filter((zone) => !zone.area).map(({ id, name }) => ({ kind: "zone" as const, id, name })),
    ...counters.filter((counter) => !counter.spot && !counter.floating).map(({ id, name }) => ({ kind: "counter" as const, id, name })),
  ];
  if (!left.length) return null;
  const drawn = zones.filter((zone) => zone.area).length;
  const standing = counters.filter((counter) => counter.spot).length;
  const put = ({ kind, id }: Piece) => {
    if (kind === "zone") setArea(id, freshArea(drawn));
    else setSpot(id, freshSpot(standing));
    chosen.value = { kind, id };
  };
  return (
    <p class="unplaced">
      <span>{t("place")}</span>
      {left.map((piece) => <Button key={`${piece.kind} ${piece.id}`} onClick={() => put(piece)}>＋ {tx(piece.name)}</Button>)}
    </p>
  );
}

function Figures<T extends Area | Spot>({ keys, value, onChange }: { keys: readonly (keyof T & string)[]; value: T; onChange: (value: T) => void }) {
  return (
    <Fields>
      {keys.map((key) => (
        <Field key={key} label={t(key as "x")}>
          <NumberInput value={value[key] as number} min={0} max={100} unit="%" onChange={(n) => onChange({ ...value, [key]: n })} />
        </Field>
      ))}
    </Fields>
  );
}

function Chosen() {
  const piece = chosen.value;
  const area = piece?.kind === "zone" ? areaOf(piece.id) : null;
  const spot = piece?.kind === "counter" ? spotOf(piece.id) : null;
  if (!piece || (!area && !spot)) return <Group title={t("chosen")} lead={t("none")} />;
  const { zones, counters } = draft.value!;
  const { name } = (piece.kind === "zone" ? zones : counters).find(({ id }) => id === piece.id)!;
  const take = () => (piece.kind === "zone" ? setArea(piece.id, null) : setSpot(piece.id, null));
  return (
    <Group title={t(piece.kind, { name: tx(name) })}>
      {area && <Figures keys={["x", "y", "width", "height"]} value={area} onChange={(next) => setArea(piece.id, placed(next))} />}
      {spot && <Figures keys={["x", "y"]} value={spot} onChange={(next) => setSpot(piece.id, spotAt(next.x, next.y))} />}
      <p class="take"><Button onClick={take}>{t("take")}</Button></p>
    </Group>
  );
}

const MapPart = () => (
  <Section title={t("title")} lead={t("lead")}>
    <MapPicture />
    <p class="hint">{t("how")}</p>
    <Unplaced />
    <Chosen />
  </Section>
);

export const map: SetupSection = { id: "map", title, part: MapPart };
