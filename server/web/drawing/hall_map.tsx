// The hall from above: zones as rectangles, counters as plates that say what they do now.
import type { JSX } from "preact";
import type { Area, MapCounter, MapZone, Spot } from "../wire.ts";
import "./hall_map.css";

/** The hall is drawn 160 by 90; the set-up keeps percent. */
export const WIDTH = 160;
export const HEIGHT = 90;
const ROOM = 22; // the width of a room's plate
const PLATE = 11;

type Extra = (kind: "zone" | "counter", id: string) => Record<string, unknown>;

interface Props {
  zones: readonly MapZone[];
  counters: readonly MapCounter[];
  label: string;
  /** What an editor adds: handlers, focus, names. */
  extra?: Extra;
  /** Under zones and counters. */
  children?: JSX.Element | null;
  /** Above them. */
  front?: JSX.Element | null;
}

export const across = (percent: number): number => (percent * WIDTH) / 100;
export const down = (percent: number): number => (percent * HEIGHT) / 100;

export function HallMapPicture({ zones, counters, label, extra, children, front }: Props) {
  return (
    <svg class="hall-map" viewBox={`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`} role={extra ? "group" : "img"} aria-label={label}>
      <rect class="floor" x="0" y="0" width={WIDTH} height={HEIGHT} rx="2" />
      {children}
      {zones.map((zone) => (
        <g key={zone.id} class={zone.here ? "zone here" : "zone"} {...extra?.("zone", zone.id)}>
          <ZoneShape zone={zone} area={zone.area} />
        </g>
      ))}
      {counters.map((counter) => (
        <g key={counter.id} class={`spot ${counter.state}`} {...extra?.("counter", counter.id)}>
          <Plate counter={counter} at={counter.spot} />
        </g>
      ))}
      {front}
    </svg>
  );
}

function ZoneShape({ zone, area }: { zone: MapZone; area: Area }) {
  const [x, y, width, height] = [across(area.x), down(area.y), across(area.width), down(area.height)];
  const size = Math.min(7, width / Math.max(4, zone.name.zh.length));
  const [middle, line] = [x + width / 2, y + Math.min(height / 2, 12)];
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx="2" />
      <text x={middle} y={line} font-size={size}>{zone.name.zh}</text>
      <text class="english" x={middle} y={line + size * 0.85} font-size={size * 0.62} lang="en">{zone.name.en}</text>
      {zone.here && <text class="you" x={middle} y={y + height - 3} font-size={Math.min(5, width / 8)}>◆ 您在这里 You are here</text>}
    </>
  );
}

const Bars = ({ x, y }: Spot) => (
  <>
    <circle class="badge" cx={x} cy={y} r="3.2" />
    <path class="bars" d={`M${x - 1} ${y - 1.5}v3M${x + 1} ${y - 1.5}v3`} />
  </>
);

/** Open: filled. Paused: dashed, with the sign of a pause. Closed: an outline. Never by colour alone. */
function Plate({ counter, at }: { counter: MapCounter; at: Spot }) {
  const caption = counter.room ? counter.name.zh : counter.id;
  const width = counter.room ? ROOM : Math.max(PLATE, caption.length * 4.4 + 3);
  const [x, y] = [across(at.x), down(at.y)];
  const size = Math.min(8, (width - 2) / Math.max(1, counter.room ? caption.length : caption.length * 0.62));
  return (
    <>
      <rect x={x - width / 2} y={y - PLATE / 2} width={width} height={PLATE} rx="1.6" />
      <text x={x} y={y + size * 0.36} font-size={size}>{caption}</text>
      {counter.state === "paused" && <Bars x={x + width / 2} y={y - PLATE / 2} />}
    </>
  );
}
