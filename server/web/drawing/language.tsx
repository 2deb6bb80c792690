// The one button for the other language, on every page that offers it; a hall that speaks Chinese alone has none.
import { chineseAlone, lang, other, switchTo } from "../language/i18n.ts";
import { Button, onPointer, type ButtonProps } from "./parts.tsx";

const NAMED = { zh: "中文", en: "English" };

/** Named in the language it leads to, for whoever cannot read the other. */
export const Language = (as: Partial<ButtonProps>) => {
  const to = other();
  return chineseAlone.value ? null : (
    <Button kind="quiet" icon="language" {...as} lang={lang.value === "zh" ? "en" : "zh-CN"} onClick={onPointer(() => switchTo(to))}>{NAMED[to]}</Button>
  );
};
