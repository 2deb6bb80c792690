// Which letters of the hall's words no slip can show.

/** What the server said of a letter. */
export type Shown = "yes" | "pictures_only" | "no";

/** Places whose words are put on paper. */
const PRINTED = /^(name|phone|slip\.(head|foot)|services\[\d+\]\.(name|materials\[\d+\])|zones\[\d+\]\.name)$/;
export const isPrinted = (where: string | undefined): boolean => where !== undefined && PRINTED.test(where);

/** Every font and every printer with hanzi has these; anything else is asked about. */
const SURE = /[\x20-\x7e\n\u3001-\u3003\u3005-\u3017\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·《》]/gu;
export const doubtful = (text: string): string[] => [...new Set(text.replace(SURE, ""))];

/** Of these words: what stays white on every slip, and what a printer of text leaves out. */
export function lackingIn(words: string, all: ReadonlyMap<string, Shown>): { no: string; pictures: string } {
  const those = (shown: Shown) => doubtful(words).filter((letter) => all.get(letter) === shown).join("");
  return { no: those("no"), pictures: those("pictures_only") };
}

export const told = (letters: readonly string[], said: { missing: string; pictures_only: string }): [string, Shown][] => {
  const [none, pictures] = [new Set(said.missing), new Set(said.pictures_only)];
  return letters.map((letter) => [letter, none.has(letter) ? "no" : pictures.has(letter) ? "pictures_only" : "yes"]);
};
