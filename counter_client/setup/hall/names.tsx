// Below a name: whether it will stand smaller on the screens, and which of its letters a slip cannot show.
import { isText } from "@web/form/in_words.ts";
import { pairs, tx } from "@web/language/i18n.ts";
import type { Field, Room as RoomOf, Text, Room } from "@web/wire.ts";
import { useAnswer } from "../draft/http.ts";
import { fieldAt } from "../draft/asked.ts";
import { draft } from "../draft/store.ts";

// What becomes of a name that is typed: how it will stand on the screens, and which of its letters paper may lack.

const LETTERS_A_HANZI = 3; // the second language stands at 60 %, so that three letters need what a hanzi does

/** In hanzi; figures and Latin letters take half of one. */
export function widthOf(words: string): number {
  return Math.ceil([...words.trim()].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.5), 0));
}

export interface Fit {
  fit: "full" | "smaller" | "tiny";
  width: number;
}

export function fitOf({ full, legible }: Pick<Room, "full" | "legible">, { zh, en }: Text): Fit {
  const width = Math.max(widthOf(zh), Math.ceil(en.trim().length / LETTERS_A_HANZI));
  return { fit: width <= full ? "full" : width <= legible ? "smaller" : "tiny", width };
}

/** Every font and every printer with hanzi has these; anything else is asked about. */
const SURE = /[\x20-\x7e\n\u3001-\u3003\u3005-\u3017\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·《》]/gu;
export const doubtful = (text: string): string[] => [...new Set(text.replace(SURE, ""))];

const t = pairs({
  smaller: ["现在约 {width} 字：{screens}上会自动缩小。{full} 字以内用全尺寸显示。", "About {width} characters long: it is set smaller on {screens}. Up to {full} it stands in full size."],
  tiny: ["现在约 {width} 字：{screens}上字会很小，看不清。请缩短到 {legible} 字以内。", "About {width} characters long: it will be too small to read on {screens}. Keep it within {legible}."],
  no: ["小票打不出“{letters}”，会印成〓。请改用别的字，或请工程师给服务器加一种有这个字的字体。", "Slips cannot show “{letters}” and print 〓. Use other letters, or have a font that has them added to the server."],
  pictures: ["文字方式的打印机打不出“{letters}”，会印成〓。请把打印方式改为图形。", "A printer of text cannot print “{letters}” and prints 〓. Set it to print pictures."],
});

/** For a form's `below`. */
export function belowName(where: string, value: unknown) {
  const field = fieldAt(where);
  return field && isText(value) ? <Below field={field} name={value} /> : null;
}

const Below = ({ field: { room, printed }, name }: { field: Field; name: Text }) => (
  <>
    {room && <Room room={room} name={name} />}
    {printed && <Printable words={name.zh + name.en} />}
  </>
);

function Room({ room, name }: { room: RoomOf; name: Text }) {
  const { fit, width } = fitOf(room, name);
  return fit === "full" ? null : <p class={`room ${fit}`} role="status">{t(fit, { ...room, width, screens: tx(room.screens) })}</p>;
}

/** What stays white on every slip, and what a printer of text leaves out. */
function Printable({ words }: { words: string }) {
  const asked = doubtful(words);
  const known = useAnswer("/api/slip/letters", asked.length ? { letters: asked.join("") } : null);
  const those = (lacking = "") => [...lacking].filter((letter) => asked.includes(letter)).join("");
  const [no, pictures] = [those(known?.missing), those(known?.pictures_only)];
  const inText = draft.value?.printers.some((printer) => printer.mode === "text") && pictures;
  if (!no && !inText) return null;
  return (
    <p class="room tiny" role="status">
      {no && <span>{t("no", { letters: no })} </span>}
      {inText && <span>{t("pictures", { letters: pictures })}</span>}
    </p>
  );
}
