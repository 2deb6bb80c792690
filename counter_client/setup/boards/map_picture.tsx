// The map under the finger: drag to move, the corner to change the size, arrow keys for both.
import { useRef } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import { across, down, HallMapPicture, HEIGHT, WIDTH } from "@web/hall_map.tsx";
import type { Area, MapCounter, MapZone, Spot } from "@web/wire.ts";
import { stepOf } from "./map_edit.ts";
import { areaOf, chosen, shift, spotOf, type Piece } from "./map_state.ts";
import { t } from "./map_texts.ts";
import { draft } from "../draft/store.ts";

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
