// Counters as a passer-by takes them in: a large figure with its unit, and many of them as ranges.
/** "3 号窗口" is the figure 3 and its unit; a room's name has no figure. */
export function figured(name: string): { figure: string; unit: string } {
  const parts = /^(\d{1,3})\s*(.*)$/.exec(name);
  return parts ? { figure: parts[1] as string, unit: parts[2] as string } : { figure: "", unit: name };
}

/** "1–4 6 8": as short as a passer-by can take in. */
export function ranges(ids: readonly string[]): string {
  const sorted = [...ids].sort((a, b) => Number(a) - Number(b) || a.localeCompare(b, "en"));
  const runs: string[][] = [];
  for (const id of sorted) {
    const run = runs[runs.length - 1];
    if (run && Number(id) === Number(run[run.length - 1]) + 1) run.push(id);
    else runs.push([id]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run[run.length - 1]}` : run.join(" "))).join(" ");
}
