// A telephone number as it may be kept: the first and the last figures. The whole one never leaves the page.

const HEAD = 3, TAIL = 4, HIDDEN = "****";

/** "138 1234 5678" is 138****5678; null for what is no number. */
export function masked(typed: string): string | null {
  const figures = typed.replace(/[\s()（）+-]+/g, "");
  if (!/^\d{7,15}$/.test(figures)) return null;
  const shown = Math.max(0, Math.min(HEAD, figures.length - TAIL - HIDDEN.length));
  return figures.slice(0, shown) + HIDDEN + figures.slice(-TAIL);
}
