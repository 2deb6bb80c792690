// There is no hall yet: a screen on the wall says so calmly and looks again until there is one.
import { useEffect } from "preact/hooks";
import { Button } from "./button.tsx";
import { lang, other } from "./i18n.ts";
import { t } from "./words.ts";

const AGAIN = 5_000;

export function NotSetUp({ login, onLook }: { login: boolean; onLook: () => void }) {
  useEffect(() => {
    const timer = setInterval(onLook, AGAIN);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="gate not-set-up">
      <h1>{t("notSetUp")}</h1>
      <p>{t(login ? "notSetUpStaff" : "notSetUpScreen")}</p>
      {login && <p><a class="button primary big" href="/setup/">{t("setUp")}</a></p>}
      <Button kind="quiet" icon="language" lang={other() === "zh" ? "zh-CN" : "en"} onClick={() => (lang.value = other())}>{t("language")}</Button>
    </main>
  );
}
