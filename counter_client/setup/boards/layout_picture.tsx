// A layout in small: where calls, waits and media stand on the board.
import type { BoardLayout } from "@web/wire.ts";
import { t } from "./boards_texts.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  words?: string;
  kind: "hero" | "row" | "strip" | "queue";
}

const GAP = 2;

/** The boxes of a sheet of 160 by 90, or 90 by 160 upright. */
export function boxesOf(layout: BoardLayout, queues: number): Box[] {
  const upright = layout.orientation === "portrait";
  const [width, height] = upright ? [90, 160] : [160, 90];
  const boxes: Box[] = [];
  const foot = layout.shows_queues ? (upright ? 22 : 14) : 0;
  const strip = { x: 4, y: height - 4 - foot - (foot ? GAP : 0) - 7, width: width - 8, height: 7, words: t("notices"), kind: "strip" as const };
  const top = 13;
  const free = strip.y - GAP - top;
  const places = Math.max(0, Math.min(5, layout.rows - 1));
  const beside = [layout.shows_media && t("media"), layout.shows_map && t("map")].filter(Boolean).join(" · ");
  const words = beside ? `${t("calls")} / ${beside}` : t("calls");
  const hero = upright
    ? { x: 4, y: top, width: width - 8, height: places ? free * 0.46 : free }
    : { x: 4, y: top, width: places ? 90 : width - 8, height: free };
  boxes.push({ ...hero, words, kind: "hero" });
  const column = upright
    ? { x: 4, y: hero.y + hero.height + GAP, width: width - 8, height: free - hero.height - GAP }
    : { x: 4 + 90 + GAP, y: top, width: width - 8 - 90 - GAP, height: free };
  const step = column.height / Math.max(1, places);
  for (let n = 0; n < places; n++) boxes.push({ ...column, y: column.y + n * step, height: step - 1, words: n ? "" : "A036 → 2", kind: "row" });
  boxes.push(strip);
  if (foot) {
    const shown = Math.max(1, Math.min(6, queues));
    const each = (width - 8) / shown;
    for (let n = 0; n < shown; n++) boxes.push({ x: 4 + n * each, y: height - 4 - foot, width: each - 1, height: foot, words: n ? "" : t("waits"), kind: "queue" });
  }
  return boxes;
}

export function LayoutPicture({ layout, queues, name }: { layout: BoardLayout; queues: number; name: string }) {
  const upright = layout.orientation === "portrait";
  const [width, height] = upright ? [90, 160] : [160, 90];
  return (
    <svg class={`layout-picture${upright ? " upright" : ""}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("preview", { name })}>
      <rect class="board" width={width} height={height} rx="3" />
      <rect class="title" x="4" y="4" width={width * 0.36} height="5" rx="1" />
      <rect class="title" x={width - 4 - 22} y="4" width="22" height="5" rx="1" />
      {boxesOf(layout, queues).map((box, n) => (
        <g key={n} class={box.kind}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="1.5" />
          {box.words && <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 1.6} font-size={Math.min(5, (box.width * 1.6) / Math.max(6, box.words.length * 1.1))}>{box.words}</text>}
        </g>
      ))}
    </svg>
  );
}
