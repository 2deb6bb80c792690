// The locked console: nothing of the hall is on it, only whose it is.
import { useState } from "preact/hooks";
import { texts, tx } from "@web/language/i18n.ts";
import { Button } from "@web/drawing/parts.tsx";
import type { Actor } from "@web/dialogue/protocol.ts";
import { Refusal } from "@web/dialogue/refusal.ts";
import { loginOf } from "@web/dialogue/session.ts";
import type { CounterView } from "@web/wire.ts";
import { logOut, unlock } from "../desk/lock.ts";
import { t } from "../texts.ts";

export function Lock({ view, actor }: { view: CounterView; actor: Actor }) {
  const [problem, setProblem] = useState("");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget as HTMLFormElement).get("password"));
    try {
      await unlock(actor.id, password, view.counter);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      setProblem(texts(refusal.text));
    }
  };
  return (
    <main class="gate lock">
      <p class="faint">{tx(view.name)}</p>
      <h1>{t("locked")}</h1>
      <p>
        <b>{actor.name}</b> {t("clerk", { staff: loginOf(actor.id) })}
      </p>
      <p>{t("locked_hint")}</p>
      <form onSubmit={(event) => void submit(event)}>
        <input type="hidden" name="login" autocomplete="username" value={loginOf(actor.id)} />
        <label>
          {t("password")}
          <input name="password" type="password" autocomplete="current-password" required autofocus />
        </label>
        {problem && <p role="alert" class="problem">{problem}</p>}
        <Button kind="primary" big type="submit">{t("unlock")}</Button>
        <Button kind="quiet" onClick={() => void logOut(view.counter)}>{t("log_out")}</Button>
      </form>
    </main>
  );
}
