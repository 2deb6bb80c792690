// What stands before a page: the log-in, the choice of a counter, being turned away, a hall that is not set up.
import { useEffect, useMemo, useState } from "preact/hooks";
import { Language } from "../drawing/language.tsx";
import { Button } from "../drawing/parts.tsx";
import { spokenWith, texts, tx } from "../language/i18n.ts";
import { post } from "../dialogue/post.ts";
import type { Bye, HallInfo } from "../dialogue/protocol.ts";
import { Refusal } from "../dialogue/refusal.ts";
import type { Session } from "../dialogue/session.ts";
import { t } from "./words.ts";
import { roleName, mayUse } from "../language/roles.ts";

// Staff log in with their number; a demo hall offers its people as buttons.
interface LoginProps {
  screen: string;
  place: string;
  hall: HallInfo;
  onSession: (session: Session) => void;
}

export function Login({ screen, place, hall, onSession }: LoginProps) {
  const [problem, setProblem] = useState("");
  useEffect(() => spokenWith(null), []);
  const enter = async (login: string, password: string) => {
    try {
      onSession(await post("/api/login", { body: { login, password, place } }));
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
      <Language />
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

// A counter's page that was opened without a counter: pick one.
export function ChoosePlace({ hall }: { hall: HallInfo }) {
  const path = useMemo(() => location.pathname, []);
  return (
    <main class="gate">
      <h1>{t("choosePlace")}</h1>
      <nav class="people" aria-label={t("choosePlace")}>
        {hall.counters.map((counter) => (
          <a key={counter.id} class="button secondary" href={`${path}?counter=${encodeURIComponent(counter.id)}`}>
            {texts(counter.name)}
          </a>
        ))}
      </nav>
    </main>
  );
}

// The server knows this screen but will not let it in here: say why, and look again now and then.
const TRY_AGAIN = 15_000; // a counter may be set up meanwhile; a display on the wall must heal by itself

export function TurnedAway({ bye }: { bye: Bye }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), TRY_AGAIN);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="gate">
      <h1>{tx(bye.text)}</h1>
      <p class="faint">{location.pathname + location.search}</p>
      <Button kind="primary" big onClick={() => location.reload()}>{t("retry")}</Button>
      <p><a href="/">{t("home")}</a></p>
    </main>
  );
}

// There is no hall yet: a screen on the wall says so calmly and looks again until there is one.
const LOOK_AGAIN = 5_000;

export function NotSetUp({ login, onLook }: { login: boolean; onLook: () => void }) {
  useEffect(() => {
    const timer = setInterval(onLook, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="gate not-set-up">
      <h1>{t("notSetUp")}</h1>
      <p>{t(login ? "notSetUpStaff" : "notSetUpScreen")}</p>
      {login && <p><a class="button primary big" href="/setup/">{t("setUp")}</a></p>}
      <Language />
    </main>
  );
}
