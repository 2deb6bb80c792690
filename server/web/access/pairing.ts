// Letting a new screen in: what the server says of it, and good first guesses for where it stands and its name.
export type { CodeFound, Pairings, Place, RolePlaces } from "../wire.ts";
import type { RolePlaces, Text } from "../wire.ts";

export const CODE_LENGTH = 6;

/** As the screen shows it, however it was typed: "k7f 3mq", full-width letters from a Chinese keyboard. */
export const codeTyped = (text: string): string =>
  text.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, CODE_LENGTH);

/** The code in "#pair=K7F3MQ", where a phone has read it off a screen. */
export const codeInAddress = (hash: string): string => codeTyped(/^#pair=([^&]*)/.exec(hash)?.[1] ?? "");

/** Where its address says it stands, else the first free place; a board in a hall of several zones speaks for all. */
export function likelyPlace(role: RolePlaces, asked: string): string {
  const free = role.places.filter((place) => !place.taken);
  const wished = role.places.find((place) => place.id === asked);
  if (wished && (!wished.taken || !free.length)) return wished.id;
  if (role.id === "lobby_board" && role.places.length > 1) return "";
  return (free[0] ?? role.places[0])?.id ?? "";
}

const numbered = (stem: string, taken: readonly string[]): string => {
  if (!taken.includes(stem)) return stem;
  let n = 2;
  while (taken.includes(`${stem} ${n}`)) n++;
  return `${stem} ${n}`;
};

/** "窗口屏 3号窗口", "取号机", "取号机 2": what nobody is called yet. */
export function likelyName(role: RolePlaces, place: string, taken: readonly string[], say: (text: Text) => string): string {
  const stands = role.needs_place ? role.places.find((one) => one.id === place) : undefined;
  return numbered([say(role.name), stands && (say(stands.name) || stands.id)].filter(Boolean).join(" "), taken);
}
