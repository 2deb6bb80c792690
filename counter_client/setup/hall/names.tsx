// Below a name: which of its letters a slip cannot show.
import { isText } from "@web/form/in_words.ts";
import { pairs } from "@web/language/i18n.ts";
import { useAnswer } from "../draft/http.ts";
import { fieldAt } from "../draft/asked.ts";
import { draft } from "../draft/store.ts";
import { inChinese, WithoutEnglish } from "./english.tsx";

/** Every font and every printer with hanzi has these; anything else is asked about. */
const SURE = /[\x20-\x7e\n\u3001-\u3003\u3005-\u3017\u4e00-\u9fa5\uff01-\uff5e“”‘’—…·《》]/gu;
export const doubtful = (text: string): string[] => [...new Set(text.replace(SURE, ""))];

const t = pairs({
  no: ["小票打不出“{letters}”，会印成〓。请改用别的字，或请工程师给服务器加一种有这个字的字体。", "Slips cannot show “{letters}” and print 〓. Use other letters, or have a font that has them added to the server."],
  pictures: ["文字方式的打印机打不出“{letters}”，会印成〓。请把打印方式改为图形。", "A printer of text cannot print “{letters}” and prints 〓. Set it to print pictures."],
});

/** For a form's `below`. */
export function belowName(where: string, value: unknown) {
  if (where === "languages") return <WithoutEnglish />;
  return fieldAt(where)?.printed && isText(value) ? <Printable words={inChinese() ? value.zh : value.zh + value.en} /> : null;
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
