// The hall from above: zones and counters put where they lie, by dragging, by keys or by figures.
import { Asks, Group, Section } from "@web/form/form.tsx";
import { across, down, HallMapPicture, HEIGHT, WIDTH } from "@web/hall_map.tsx";
import { tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import type { Area, MapCounter, MapZone, Spot } from "@web/wire.ts";
import { useRef } from "preact/hooks";
import { areaOf, chosen, freshArea, freshSpot, type Piece, placed, setArea, setSpot, shift, spotAt, spotOf, stepOf } from "./map.ts";
import { t, title } from "./map_texts.ts";
import { draft } from "../draft/store.ts";
import type { SetupSection } from "../frame/section.ts";

// The map under the finger: drag to move, the corner to change the size, arrow keys for both.

interface Held {
  piece: Piece;
  size: boolean;
  x: number;
  y: number;
  from: Area | Spot;
}

const HANDLE = 5;
const STEP = 10; // percent between two lines of the grid

/** A pointer's place in percent of the floor, however the picture is scaled. */
function percent(event: PointerEvent): [number, number] {
  const svg = (event.currentTarget as SVGGraphicsElement).closest("svg")!;
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()!.inverse());
  return [(at.x / WIDTH) * 100, (at.y / HEIGHT) * 100];
}

export function MapPicture() {
  const held = useRef<Held | null>(null);
  const take = (piece: Piece, size: boolean) => (event: PointerEvent) => {
    const from = piece.kind === "zone" ? areaOf(piece.id) : spotOf(piece.id);
    if (!from || event.button) return;
    event.stopPropagation();
    chosen.value = piece;
    const [x, y] = percent(event);
    held.current = { piece, size, x, y, from };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    if (!held.current) return;
    const [x, y] = percent(event);
    const { piece, size, from } = held.current;
    shift(piece, x - held.current.x, y - held.current.y, size, from);
  };
  const hands = (piece: Piece, size = false) => ({
    onPointerDown: take(piece, size), onPointerMove: drag, onPointerUp: () => (held.current = null), onPointerCancel: () => (held.current = null),
  });
  return (
    <div class="map-edit">
      <HallMapPicture zones={zones()} counters={counters()} label={t("picture")} extra={(kind, id) => ({ ...focusable({ kind, id }), ...hands({ kind, id }) })} front={<Handle hands={hands} />}>
        <Grid />
      </HallMapPicture>
    </div>
  );
}

const zones = (): MapZone[] => draft.value!.zones.flatMap(({ id, name, area }) => (area ? [{ id, name, area, here: false }] : []));

const counters = (): MapCounter[] =>
  draft.value!.counters.flatMap(({ id, name, spot, room }) => (spot ? [{ id, name, spot, room, state: "open" }] : []));

/** A piece as a button that arrow keys move. */
function focusable(piece: Piece) {
  const { zones: all, counters: places } = draft.value!;
  const name = tx((piece.kind === "zone" ? all : places).find(({ id }) => id === piece.id)!.name);
  const isChosen = chosen.value?.kind === piece.kind && chosen.value.id === piece.id;
  return {
    tabIndex: 0,
    role: "button",
    "aria-label": t(piece.kind, { name }),
    "aria-pressed": isChosen,
    onFocus: () => (chosen.value = piece),
    onKeyDown: (event: KeyboardEvent) => {
      const step = stepOf(event.key, event.shiftKey);
      if (!step) return;
      event.preventDefault();
      shift(piece, ...step, event.altKey);
    },
  };
}

function Handle({ hands }: { hands: (piece: Piece, size: boolean) => Record<string, unknown> }) {
  const area = chosen.value?.kind === "zone" ? areaOf(chosen.value.id) : null;
  if (!area) return null;
  const [x, y] = [across(area.x + area.width), down(area.y + area.height)];
  return <rect class="handle" x={x - HANDLE / 2} y={y - HANDLE / 2} width={HANDLE} height={HANDLE} rx="1" aria-hidden="true" {...hands(chosen.value!, true)} />;
}

const Grid = () => (
  <g class="grid" aria-hidden="true">
    {Array.from({ length: 100 / STEP - 1 }, (_, n) => (
      <path key={n} d={`M${across((n + 1) * STEP)} 0V${HEIGHT}M0 ${down((n + 1) * STEP)}H${WIDTH}`} />
    ))}
  </g>
);

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
      {area && <Asks where={`zones[${piece.id}].area`} item={area} set={(next) => setArea(piece.id, placed(next))} only={["x", "y", "width", "height"]} />}
      {spot && <Asks where={`counters[${piece.id}].spot`} item={spot} set={(next) => setSpot(piece.id, spotAt(next.x, next.y))} only={["x", "y"]} />}
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
