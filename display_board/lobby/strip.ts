// A notice as pages that fit their line: calm turns instead of a running band.
/** A hanzi takes two columns. */
const columns = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

/** Where a page may end, the best places first, and from which part of the line on they are good enough. */
const ENDS: readonly [RegExp, number][] = [
  [/[。；！？.;!?]/, 0.5],
  [/[，：、,:]/, 0.4],
  [/ /, 0.2],
];

/** Whole sentences where they fit, whole clauses else; a word is cut only when nothing else helps. */
export function pagesOf(text: string, most: number): string[] {
  const pages: string[] = [];
  let rest = text.trim();
  while (columns(rest) > most) {
    const at = cutAt(rest, most);
    pages.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest ? [...pages, rest] : pages;
}

function cutAt(text: string, most: number): number {
  let fits = 0;
  for (let used = 0; fits < text.length; fits++) {
    used += columns(text[fits]!);
    if (used > most) break;
  }
  for (const [end, from] of ENDS) for (let at = fits; at > fits * from; at--) if (end.test(text[at - 1]!)) return at;
  return Math.max(1, fits);
}
