// Which way the board is drawn: as the window is, or turned for a panel that was hung upright without telling its box.
import { signal } from "@preact/signals";

export interface Shape {
  upright: boolean;
  turned: boolean;
}

/** `orientation` is the layout's: "auto", "landscape" or "portrait"; what the window cannot be is turned by a quarter. */
export function shapeOf(orientation: string, width: number, height: number): Shape {
  const upright = orientation === "auto" ? height >= width : orientation === "portrait";
  return { upright, turned: upright !== height >= width };
}

export const shapeClass = ({ upright, turned }: Shape): string => `${upright ? "upright" : "wide"}${turned ? " turned" : ""}`;

// How large the board's window is, as a signal.
const look = () => ({ width: innerWidth, height: innerHeight });

export const windowSize = signal(look());
addEventListener("resize", () => (windowSize.value = look()));
