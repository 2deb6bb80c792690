// Staff log in with their number; a demo hall offers its people as buttons.
import { useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { texts } from "./i18n.ts";
import { post } from "./post.ts";
import type { HallInfo } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";
import { t } from "./words.ts";
import { roleName, mayUse } from "./roles.ts";

interface Props {
  screen: string;
  place: string;
  hall: HallInfo;
  onSession: (session: Session) => void;
}

export function Login({ screen, place, hall, onSession }: Props) {
  const [problem, setProblem] = useState("");
  const enter = async (login: string, password: string) => {
    try {
      onSession(await post<Session>("/api/login", { login, password, place }));
    } catch (refusal) {
      setProblem(refusal instanceof Refusal ? texts(refusal.text) : String(refusal));
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget as HTMLFormElement);
    void enter(String(filled.get("login")), String(filled.get("password")));
  };
  const counter = hall.counters.find((c) => c.id === place);
  const people = hall.people.filter((person) => mayUse(person.role, screen));
  return (
    <main class="gate">
      <p class="faint">{hall.name && texts(hall.name)}{counter && ` · ${texts(counter.name)}`}</p>
      <h1>{t("loginTitle")}</h1>
      <form onSubmit={submit}>
        <label>
          {t("login")}
          <input name="login" autocomplete="username" required autofocus />
        </label>
        <label>
          {t("password")}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        {problem && <p role="alert" class="problem">{problem}</p>}
        <Button kind="primary" big type="submit">{t("enter")}</Button>
      </form>
      {people.length > 0 && (
        <section>
          <h2>{t("demoPeople")}</h2>
          <div class="people">
            {people.map((person) => (
              <Button key={person.login} icon="guide" onClick={() => void enter(person.login, person.pin)}>
                {texts(person.name)} <small>{roleName(person.role)} · {person.login}</small>
              </Button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}
