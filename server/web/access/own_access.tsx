// One's own password and PIN, behind the own name on every page where people log in.
import { useEffect, useState } from "preact/hooks";
import { texts } from "../language/i18n.ts";
import { t } from "./own_access_texts.ts";
import { Button, Dialog, notify, notifyRefusal } from "../drawing/parts.tsx";
import { get, post } from "../dialogue/post.ts";
import type { Actor } from "../dialogue/protocol.ts";
import { Refusal } from "../dialogue/refusal.ts";
import { idle } from "../dialogue/reload.ts";
import { renewToken, tokenOf, type Session } from "../dialogue/session.ts";

interface Props {
  actor: Actor | null;
  screen: string;
  place: string;
}

/** The name as a button; a device or a script has nothing to change and is only named. */
export function OwnName({ actor, screen, place }: Props) {
  const [open, turn] = useState(false);
  const show = (on: boolean) => {
    idle.value = !on;
    turn(on);
  };
  if (!actor) return null;
  if (actor.kind !== "person") return <b>{actor.name}</b>;
  return (
    <>
      <Button kind="quiet" class="own-name" aria-label={t("open", { name: actor.name })} onClick={() => show(true)}>{actor.name}</Button>
      {open && <OwnAccess screen={screen} place={place} onClose={() => show(false)} />}
    </>
  );
}

/** What is typed here is no key of the page below. */
const keep = (event: Event) => event.stopPropagation();

function OwnAccess({ screen, place, onClose }: { screen: string; place: string; onClose: () => void }) {
  const token = () => tokenOf(screen, place);
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <div class="own-access" onKeyDown={keep}>
        <Password token={token} onSession={(session) => renewToken(screen, place, session.token)} />
        <Pin token={token} />
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </Dialog>
  );
}

const filled = (event: SubmitEvent): ((name: string) => string) => {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return (name) => String(data.get(name) ?? "");
};

const wordsOf = (no: unknown): string => (no instanceof Refusal ? texts(no.text) : String(no));

function Password({ token, onSession }: { token: () => string; onSession: (session: Session) => void }) {
  const [problem, tell] = useState("");
  const change = (event: SubmitEvent) => {
    const of = filled(event);
    if (of("new") !== of("again")) return tell(t("differ"));
    post("/api/me/password", { body: { password: of("password"), new: of("new") }, token: token() }).then(
      (session) => {
        onSession(session);
        location.reload(); // the line of the old log-in ends
      },
      (no) => tell(wordsOf(no)),
    );
  };
  return (
    <form class="pairing-form" onSubmit={change}>
      <label>{t("now")}<input name="password" type="password" autocomplete="current-password" required /></label>
      <label>{t("newOne")}<input name="new" type="password" autocomplete="new-password" minLength={8} required /></label>
      <label>{t("again")}<input name="again" type="password" autocomplete="new-password" minLength={8} required /></label>
      <p class="faint">{t("passwordHelp")}</p>
      {problem && <p role="alert" class="problem">{problem}</p>}
      <Button kind="primary" type="submit">{t("save")}</Button>
    </form>
  );
}

function Pin({ token }: { token: () => string }) {
  const [has, tell] = useState<boolean | null>(null);
  const [problem, complain] = useState("");
  useEffect(() => void get("/api/me/pin", { token: token() }).then((answer) => tell(answer.has_pin), notifyRefusal), []);
  const change = (event: SubmitEvent) => {
    const of = filled(event);
    const form = event.currentTarget as HTMLFormElement;
    const pin = event.submitter?.dataset.drop ? "" : of("pin");
    post("/api/me/pin", { body: { password: of("password"), pin }, token: token() }).then(
      () => {
        form.reset();
        complain("");
        tell(pin !== "");
        notify(t(pin ? "pinSaved" : "pinDropped"), "good");
      },
      (no) => complain(wordsOf(no)),
    );
  };
  return (
    <form class="pairing-form" onSubmit={change}>
      <h3>{t("pinTitle")}</h3>
      <p role="status">{has === null ? "" : t(has ? "hasPin" : "noPin")}</p>
      <label>{t("now")}<input name="password" type="password" autocomplete="current-password" required /></label>
      <label>{t("pin")}<input name="pin" type="password" inputMode="numeric" autocomplete="off" pattern="[0-9０-９]{4,6}" required /></label>
      <p class="faint">{t("pinHelp")}</p>
      {problem && <p role="alert" class="problem">{problem}</p>}
      <p class="own-buttons">
        <Button kind="primary" type="submit">{t("setPin")}</Button>
        {has && <Button type="submit" formNoValidate data-drop="1">{t("dropPin")}</Button>}
      </p>
    </form>
  );
}
