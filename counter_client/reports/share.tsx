// A share as a figure, a bar and what it was made of.
import { countText, NOTHING, shareText } from "./cells.ts";
import type { ShareCell } from "./shapes.ts";

const WIDTH = 64;

export function ShareBar({ cell }: { cell: ShareCell }) {
  if (cell.value === null) return <>{NOTHING} <small>{countText(cell)}</small></>;
  return (
    <span class="share">
      <svg class="share-bar" width={WIDTH} height="10" aria-hidden="true" focusable="false">
        <rect class="whole" width={WIDTH} height="10" rx="2" />
        <rect class={cell.enough ? "part" : "part few"} width={cell.value * WIDTH} height="10" rx="2" />
      </svg>{" "}
      <b>{shareText(cell)}</b> <small>{countText(cell)}</small>
    </span>
  );
}
