// Asking again for a minute, because a guide walks through holes of the Wi-Fi.
export const PATIENCE = 60_000;

const silence = (problem: unknown): boolean => (problem as { code?: string }).code === "no_answer";

/** `ask` must use one name every time, so that it is done once however often it is asked. */
export async function persist<T>(ask: () => Promise<T>, clock: () => number = Date.now): Promise<T> {
  const since = clock();
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!silence(problem) || clock() - since >= PATIENCE) throw problem;
    }
  }
}
