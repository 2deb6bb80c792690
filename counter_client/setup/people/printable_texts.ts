// How letters that a slip cannot show are told.
import { table } from "@web/i18n.ts";

export const t = table({
  zh: {
    no: "小票打不出“{letters}”，会印成〓。请改用别的字，或请工程师给服务器加一种有这个字的字体。",
    pictures: "文字方式的打印机打不出“{letters}”，会印成〓。请把打印方式改为图形。",
  },
  en: {
    no: "Slips cannot show “{letters}” and print 〓. Use other letters, or have a font that has them added to the server.",
    pictures: "A printer of text cannot print “{letters}” and prints 〓. Set it to print pictures.",
  },
});
