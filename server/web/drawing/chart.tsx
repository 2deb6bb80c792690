// A chart over time: the canvas is made once, a signal moves its data, at most one draw per animation frame.
import { effect, type ReadonlySignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "../looks/chart.css";
import { lang } from "../language/i18n.ts";
import { clockText, hallZone } from "../time/clock.ts";
import { leastSpan } from "./least_span.ts";

export interface ChartLine {
  stroke: string;
  /** Dots stand for single events, a line for a course. */
  dots?: boolean;
}

/** A level to be kept, named at its right end. */
export interface ChartLimit {
  value: number;
  text: string;
  stroke: string;
}

export interface ChartProps {
  /** What somebody hears who cannot see it. */
  label: string;
  lines: readonly ChartLine[];
  limits?: readonly ChartLimit[];
  /** Seconds since 1970, then one row of values per line. */
  data: ReadonlySignal<uPlot.AlignedData>;
  /** Seconds between two points: the marks below are never closer than that. */
  every?: number;
  /** How a value on the horizontal axis is written; the hall's clock without it. */
  xText?: (seconds: number) => string;
  onPick?: (index: number) => void;
}

const INK = "#4a5b68";
const GRID = { stroke: "#e3e8ec", width: 1 };
const HALF_HOUR = 1800;
const FONT = '12px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export function Chart(props: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const newest = useRef(props);
  newest.current = props;
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    // Not part of the page's own file: uPlot throws while it loads where the browser's language is malformed.
    import("uplot").then(
      (module) => (gone ? undefined : (stop = keep(module.default, host.current!, newest))),
      () => setLost(true),
    );
    return () => ((gone = true), stop());
  }, []);
  return <div ref={host} class={lost ? "chart lost" : "chart"} role="img" aria-label={props.label} />;
}

/** Draws into `node` until the answer is called. */
function keep(Plot: typeof uPlot, node: HTMLElement, props: { current: ChartProps }): () => void {
  const plot = new Plot(options(Plot, node, props), props.current.data.peek(), node);
  const resize = new ResizeObserver(() => plot.setSize(sizeOf(node)));
  resize.observe(node);
  let frame = 0;
  const stop = effect(() => {
    const latest = props.current.data.value;
    void lang.value; // its words are drawn with it
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => plot.setData(latest));
  });
  const pick = () => plot.cursor.idx != null && props.current.onPick?.(plot.cursor.idx);
  node.addEventListener("click", pick);
  return () => {
    stop();
    cancelAnimationFrame(frame);
    resize.disconnect();
    node.removeEventListener("click", pick);
    plot.destroy();
  };
}

const sizeOf = (node: HTMLElement) => ({ width: node.clientWidth, height: node.clientHeight });

function options(Plot: typeof uPlot, node: HTMLElement, props: { current: ChartProps }): uPlot.Options {
  const { lines, limits = [], every } = props.current;
  const top = Math.max(0, ...limits.map((limit) => limit.value)) * 1.15;
  const xText = (seconds: number) => props.current.xText?.(seconds) ?? clockText(seconds * 1000);
  return {
    ...sizeOf(node),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
    // The server says hall time; the machine's own zone and language do not matter.
    tzDate: (seconds) => Plot.tzDate(new Date(seconds * 1000), hallZone.peek()),
    scales: { x: { range: (_plot, low, high) => (low === null ? [low, high] : leastSpan(low, high, every ?? HALF_HOUR)) }, y: { range: (_plot, _low, high) => [0, Math.max(top, high * 1.08, 1)] } },
    axes: [
      { stroke: INK, font: FONT, grid: { show: false }, ticks: { ...GRID, size: 4 }, size: 26, values: (_plot, at) => at.map(xText), ...(every ? { incrs: [1, 2, 4, 8, 16].map((n) => n * every) } : {}) },
      { stroke: INK, font: FONT, grid: GRID, ticks: { show: false }, size: 34, values: (_plot, at) => at.map(String) },
    ],
    series: [{}, ...lines.map((line) => series(line, every !== undefined))],
    hooks: { draw: [(plot) => limits.forEach((_limit, n) => drawLimit(plot, props.current.limits![n]!))] },
  };
}

/** A gap stays a gap; where points come at a steady pace each is marked, so that one between two gaps is seen. */
const series = ({ stroke, dots }: ChartLine, every: boolean): uPlot.Series =>
  dots
    ? { stroke, width: 0, paths: () => null, points: { show: true, size: 6, fill: stroke, stroke } }
    : { stroke, width: 2, spanGaps: false, points: { show: every, size: 5, fill: stroke, stroke } };

function drawLimit(plot: uPlot, { value, text, stroke }: ChartLimit): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(value, "y", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = stroke;
  ctx.setLineDash([8, 5]);
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = FONT.replace("12px", `${12 * devicePixelRatio}px`);
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  // A light rim keeps the words apart from the dots.
  ctx.setLineDash([]);
  ctx.strokeStyle = "rgba(255, 255, 255, 0.9)";
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.strokeText(text, bbox.left + 4 * devicePixelRatio, y - 2);
  ctx.fillText(text, bbox.left + 4 * devicePixelRatio, y - 2);
  ctx.restore();
}
