// The hall from above: zones and counters put where they lie, by dragging, by keys or by figures.
import { Asks, Group } from "@web/form/form.tsx";
import { across, down, HallMapPicture, HEIGHT, WIDTH } from "@web/drawing/hall_map.tsx";
import { pairs, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Area, MapCounter, MapZone, Spot } from "@web/wire.ts";
import { useRef } from "preact/hooks";
import { draft, change } from "../draft/store.ts";
import type { SetupSection } from "../draft/section.tsx";
import { signal } from "@preact/signals";

// Moves on the hall's map: in whole percent, and nothing leaves the floor.

export const SMALLEST = 6; // percent: a zone that can still be seen and taken hold of

const kept = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.round(value)));

export const placed = ({ x, y, width, height }: Area): Area => {
  const [w, h] = [kept(width, SMALLEST, 100), kept(height, SMALLEST, 100)];
  return { x: kept(x, 0, 100 - w), y: kept(y, 0, 100 - h), width: w, height: h };
};

export const moved = (area: Area, dx: number, dy: number): Area => placed({ ...area, x: area.x + dx, y: area.y + dy });

/** By its lower right corner; the upper left one stays. */
export const resized = (area: Area, dx: number, dy: number): Area => ({
  ...area,
  width: kept(area.width + dx, SMALLEST, 100 - area.x),
  height: kept(area.height + dy, SMALLEST, 100 - area.y),
});

export const spotAt = (x: number, y: number): Spot => ({ x: kept(x, 2, 98), y: kept(y, 3, 97) });
export const movedSpot = (spot: Spot, dx: number, dy: number): Spot => spotAt(spot.x + dx, spot.y + dy);

/** Where the next zone goes: from left to right below the counters, three in a row. */
export const freshArea = (nth: number): Area => ({ x: 4 + (nth % 3) * 32, y: 30 + (Math.floor(nth / 3) % 2) * 34, width: 28, height: 30 });

/** Where the next counter goes: along the upper wall. */
export const freshSpot = (nth: number): Spot => spotAt(8 + (nth % 10) * 9.3, 14 + Math.floor(nth / 10) * 14);

/** An arrow key as a step; with shift a larger one. */
export function stepOf(key: string, large: boolean): [number, number] | null {
  const by = large ? 5 : 1;
  const steps: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
  return steps[key] ?? null;
}

export interface Piece {
  kind: "zone" | "counter";
  id: string;
}

export const chosen = signal<Piece | null>(null);

const LIST = { zone: "zones", counter: "counters" } as const;
const FIELD = { zone: "area", counter: "spot" } as const;
type Place = Area | Spot;

export const thing = ({ kind, id }: Piece) => draft.value?.[LIST[kind]].find((one) => one.id === id);
export const placeOf = (piece: Piece): Place | null => (thing(piece) as { area?: Area; spot?: Spot } | undefined)?.[FIELD[piece.kind]] ?? null;

export const setPlace = ({ kind, id }: Piece, place: Place | null): void =>
  change((config) => ({ ...config, [LIST[kind]]: (config[LIST[kind]] as readonly { id: string }[]).map((one) => (one.id === id ? { ...one, [FIELD[kind]]: place } : one)) }));

/** From where it stood when the finger came down, or from where it stands. */
export function shift(piece: Piece, dx: number, dy: number, size = false, from: Place | null = placeOf(piece)): void {
  if (from) setPlace(piece, piece.kind === "counter" ? movedSpot(from, dx, dy) : (size ? resized : moved)(from as Area, dx, dy));
}

const t = pairs({
  lead: ["区域和窗口在大厅里的位置。大屏和小票按它指路。不必精确，看得懂就好。", "Where zones and counters lie. Boards and slips show the way by it. It need not be exact, only clear."],
  picture: ["大厅平面图，可以拖动", "Map of the hall, things can be dragged"],
  how: ["拖动区域和窗口；区域右下角的方块改大小。键盘：方向键移动，Shift 加方向键走得快，Alt 加方向键改大小。", "Drag zones and counters; the square at a zone's corner changes its size. Keys: arrows move, with Shift faster, with Alt they change the size."],
  place: ["放到图上：", "Put on the map:"],
  chosen: ["选中的", "Chosen"],
  none: ["点一下图上的区域或窗口", "Choose a zone or a counter on the map"],
  take: ["从图上拿走", "Take off the map"],
  zone: ["区域 {name}", "Zone {name}"],
  counter: ["窗口 {name}", "Counter {name}"],
});

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

function MapPicture() {
  const held = useRef<Held | null>(null);
  const take = (piece: Piece, size: boolean) => (event: PointerEvent) => {
    const from = placeOf(piece);
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
  const isChosen = chosen.value?.kind === piece.kind && chosen.value.id === piece.id;
  return {
    tabIndex: 0,
    role: "button",
    "aria-label": t(piece.kind, { name: tx(thing(piece)!.name) }),
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
  const area = chosen.value?.kind === "zone" && (placeOf(chosen.value) as Area | null);
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
  const left: Piece[] = [
    ...draft.value!.zones.filter((zone) => !zone.area).map(({ id }) => ({ kind: "zone" as const, id })),
    ...draft.value!.counters.filter((counter) => !counter.spot && !counter.floating).map(({ id }) => ({ kind: "counter" as const, id })),
  ];
  if (!left.length) return null;
  const put = (piece: Piece) => {
    setPlace(piece, piece.kind === "zone" ? freshArea(zones().length) : freshSpot(counters().length));
    chosen.value = piece;
  };
  return (
    <p class="unplaced">
      <span>{t("place")}</span>
      {left.map((piece) => <Button key={`${piece.kind} ${piece.id}`} onClick={() => put(piece)}>＋ {tx(thing(piece)!.name)}</Button>)}
    </p>
  );
}

function Chosen() {
  const piece = chosen.value;
  const place = piece && placeOf(piece);
  if (!place) return <Group title={t("chosen")} lead={t("none")} />;
  const ask = piece.kind === "zone"
    ? <Asks where={`zones[${piece.id}].area`} item={place as Area} set={(next) => setPlace(piece, placed(next))} only={["x", "y", "width", "height"]} />
    : <Asks where={`counters[${piece.id}].spot`} item={place} set={(next) => setPlace(piece, spotAt(next.x, next.y))} only={["x", "y"]} />;
  return (
    <Group title={t(piece.kind, { name: tx(thing(piece)!.name) })}>
      {ask}
      <p class="take"><Button onClick={() => setPlace(piece, null)}>{t("take")}</Button></p>
    </Group>
  );
}

const MapPart = () => (
  <>
    <MapPicture />
    <p class="hint">{t("how")}</p>
    <Unplaced />
    <Chosen />
  </>
);

export const map: SetupSection = { id: "map", title: { zh: "平面图", en: "Hall map" }, lead: () => t("lead"), part: MapPart };
