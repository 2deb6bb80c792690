// Words of any length in a box of one size: set smaller until they fit, so that they never lie over what stands beside.
// A box says so with `data-fit`; its layout gives it a size of its own, whatever is in it. Its looks say with `--fit-least`
// how small its words may get before parts of it give way: the second language, then what is marked `data-gives`, 1 first.
// What stands apart from the words, in a corner say, is marked `data-apart`: they never lie under it.

const STEPS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];
const fitted = new WeakMap<HTMLElement, string>();

/** The largest step at which it fits; the smallest when it fits at none. */
export function largestThatFits(fits: (step: number) => boolean, steps: readonly number[] = STEPS): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(steps[middle]!)) high = middle;
    else low = middle + 1;
  }
  return steps[low]!;
}

const HANZI = /[\u2e80-\uffef]/;
const HANGING = /[gjpqy]/;

/** Which parts of a line's height, above and below, hold no ink of these words. */
export function spare(words: string): readonly [number, number] {
  const hanzi = HANZI.test(words);
  return [hanzi ? 0.2 : 0.3, HANGING.test(words) ? 0.06 : hanzi ? 0.13 : 0.2];
}

/** Whether ink leaves the box, or lies under what is drawn apart from it (`data-apart`). A line box is taller than its
 * letters, so scrollHeight would say yes too often. */
function overflows(box: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const apart = Array.from(box.querySelectorAll("[data-apart]"), (part) => part.getBoundingClientRect()).filter(({ width }) => width);
  const under = (r: DOMRect, above: number, below: number): boolean =>
    apart.some((a) => r.right > a.left + 1 && r.left < a.right - 1 && r.bottom - r.height * below > a.top + 1 && r.top + r.height * above < a.bottom - 1);
  const leaves = (r: DOMRect, above: number, below: number): boolean =>
    r.width > 1 && (r.right > right + 1 || r.left < left - 1 || r.bottom - r.height * below > bottom + 1 || r.top + r.height * above < top - 1);
  const range = document.createRange();
  const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    range.selectNodeContents(node);
    const [above, below] = spare(node.nodeValue ?? "");
    for (const line of Array.from(range.getClientRects())) if (leaves(line, above, below) || under(line, above, below)) return true;
  }
  return Array.from(box.querySelectorAll("svg, img, button")).some((part) => leaves(part.getBoundingClientRect(), 0, 0));
}

interface Look {
  tight: boolean;
  /** How much has given way. */
  gone: number;
}

const WHOLE: Look = { tight: false, gone: 0 };
const givesOf = (part: Element): number => Number(part.getAttribute("data-gives"));

/** In this order a box is tried: whole, without the second language, then without one part after the other. */
export const looksOf = (gives: readonly number[]): Look[] => [
  WHOLE,
  { tight: true, gone: 0 },
  ...[...new Set(gives)].sort((one, other) => one - other).map((gone) => ({ tight: true, gone })),
];

function set(box: HTMLElement, step: number, { tight, gone } = WHOLE): void {
  box.style.setProperty("zoom", step === 1 ? "" : String(step));
  box.toggleAttribute("data-tight", tight);
  box.toggleAttribute("data-gave", gone > 0);
  for (const part of Array.from(box.querySelectorAll("[data-gives]"))) part.toggleAttribute("data-gone", givesOf(part) <= gone);
}

const TIGHT_BELOW = 0.7;

/** As large as it goes; before it becomes hard to read, parts of it give their place to the rest. */
function shrink(box: HTMLElement): void {
  const least = Number(getComputedStyle(box).getPropertyValue("--fit-least")) || TIGHT_BELOW;
  const looks = looksOf(Array.from(box.querySelectorAll("[data-gives]"), givesOf));
  const fits = (step: number, look: Look): boolean => {
    set(box, step, look);
    return !overflows(box);
  };
  const look = looks.find((tried) => fits(least, tried)) ?? looks[looks.length - 1]!;
  set(box, largestThatFits((step) => fits(step, look)), look);
}

function fit(box: HTMLElement): void {
  const size = () => Number(box.style.getPropertyValue("zoom") || 1);
  // Its surroundings too: what was set smaller fills its box no more, and would never hear of new room.
  const key = () => `${Math.round(box.clientWidth * size())} ${Math.round(box.clientHeight * size())} ${box.parentElement?.clientWidth} ${box.parentElement?.clientHeight} ${box.textContent}`;
  if (!box.clientWidth || (fitted.get(box) === key() && !overflows(box))) return;
  set(box, 1);
  if (overflows(box)) shrink(box);
  fitted.set(box, key());
}

export const fitAll = (): void => document.querySelectorAll<HTMLElement>("[data-fit]").forEach(fit);

/** From now on every box of this page is fitted before it is painted. */
export function keepFitting(): void {
  new MutationObserver(fitAll).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["class", "data-fit"] });
  addEventListener("resize", fitAll);
  void document.fonts?.ready.then(fitAll);
}
