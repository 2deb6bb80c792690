// Below a name: whether it will stand smaller on the screens, and how long it may be to stand in full size.
import { pairs, tx } from "../language/i18n.ts";
import type { Room as RoomOf, Text } from "../wire.ts";

const LETTERS_A_HANZI = 3; // the second language stands at 60 %, so that three letters need what a hanzi does

/** In hanzi; figures and Latin letters take half of one. */
export function widthOf(words: string): number {
  return Math.ceil([...words.trim()].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.5), 0));
}

export interface Fit {
  fit: "full" | "smaller" | "tiny";
  width: number;
}

export function fitOf({ full, legible }: Pick<RoomOf, "full" | "legible">, { zh, en }: Text): Fit {
  const width = Math.max(widthOf(zh), Math.ceil(en.trim().length / LETTERS_A_HANZI));
  return { fit: width <= full ? "full" : width <= legible ? "smaller" : "tiny", width };
}

const t = pairs({
  smaller: ["现在约 {width} 字：{screens}上会自动缩小。{full} 字以内用全尺寸显示。", "About {width} characters long: it is set smaller on {screens}. Up to {full} it stands in full size."],
  tiny: ["现在约 {width} 字：{screens}上字会很小，看不清。请缩短到 {legible} 字以内。", "About {width} characters long: it will be too small to read on {screens}. Keep it within {legible}."],
});

export function Room({ room, name }: { room: RoomOf; name: Text }) {
  const { fit, width } = fitOf(room, name);
  return fit === "full" ? null : <p class={`room ${fit}`} role="status">{t(fit, { ...room, width, screens: tx(room.screens) })}</p>;
}
