// The first set-up: one page that makes the hall and its administrator; only who has the machine's code can send it.
import { useSignal } from "@preact/signals";
import { render } from "preact";
import { lang, other, tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { get, post } from "@web/post.ts";
import { Refusal } from "@web/refusal.ts";
import { idle } from "@web/reload.ts";
import { keepToken, type Session } from "@web/session.ts";
import type { Text } from "@web/wire.ts";
import { Admin, both, Hall, label, Packs } from "./first_fields.tsx";
import { asSent, missing, withPack, type Asked, type Pack } from "./first_form.ts";
import { form, given, judged, set, wrongHours } from "./first_state.ts";
import { t } from "./first_texts.ts";
import { Field, TextInput } from "@web/form/form.tsx";

const AGAIN = 2_000;

/** Shows the first set-up while the hall has none, and then, or at once, goes on. */
export async function firstSetUp(goOn: () => void): Promise<void> {
  const root = document.getElementById("app")!;
  const done = ({ token }: Session) => {
    keepToken("manager", "", token);
    leave();
  };
  const leave = () => {
    history.replaceState(null, "", `${location.pathname}#start`);
    idle.value = true;
    render(null, root);
    goOn();
  };
  const first = await get("/api/setup/first").catch(() => null);
  if (!first) {
    render(<main class="gate"><h1>{t("connecting")}</h1></main>, root);
    setTimeout(() => void firstSetUp(goOn), AGAIN);
    return;
  }
  const { needed, packs } = first;
  if (!needed) return goOn();
  if (packs[0]) form.value = withPack(form.value, packs[0], packs);
  idle.value = false;
  document.body.dataset.theme = "light";
  render(<Wizard packs={packs} onDone={done} onMade={leave} />, root);
}

/** Where a refusal belongs: beside its field. */
const PLACE: Record<string, Asked | undefined> = { wrong_code: "code", code_expired: "code", weak_password: "password", login_taken: "login" };

/** The answer may be lost on its way, or somebody else was faster: then the hall is there, and one logs in. */
const isMade = (): Promise<boolean> =>
  get("/api/setup/first").then(
    ({ needed }) => !needed,
    () => false,
  );

interface WizardProps {
  packs: readonly Pack[];
  onDone: (session: Session) => void;
  onMade: () => void;
}

function Wizard({ packs, onDone, onMade }: WizardProps) {
  const asked = useSignal(false);
  const making = useSignal(false);
  const no = useSignal<Refusal | null>(null);
  const left = missing(form.value, [...(wrongHours.value ? (["opens"] as const) : []), ...(judged.value?.fits === false ? (["password"] as const) : [])]);
  const send = async (event: Event) => {
    event.preventDefault();
    asked.value = true;
    if (left.length) return document.querySelector<HTMLElement>(`[data-asked="${left[0]}"] input`)?.focus();
    making.value = true;
    no.value = null;
    try {
      onDone(await post("/api/setup/first", { body: asSent(form.value) }));
    } catch (why) {
      if (!(why instanceof Refusal)) throw why;
      if (await isMade()) return onMade();
      no.value = why;
    } finally {
      making.value = false;
    }
  };
  const wrong = (name: Asked): Text | null => {
    if (no.value && PLACE[no.value.code] === name) return name === "code" ? both(t("codeWrong")) : no.value.text;
    return asked.value && left.includes(name) ? both(t("fillIn")) : null;
  };
  return (
    <div class="setup setup-form first">
      <header class="setup-head">
        <h1>{t("title")}</h1>
        <Button kind="quiet" icon="language" lang={other() === "zh" ? "zh-CN" : "en"} onClick={() => (lang.value = other())}>{t("language")}</Button>
      </header>
      <main>
        <p class="lead">{t("lead")}</p>
        <form onSubmit={(event) => void send(event)} noValidate>
          <Packs packs={packs} />
          <Hall wrong={wrong} />
          <Admin wrong={wrong} />
          {!given && <div data-asked="code"><Field label={t("code")} hint={t("codeHint")} problem={wrong("code")}><TextInput value={form.value.code} onChange={(code) => set({ code })} /></Field></div>}
          {asked.value && left.length > 0 && <p class="refused" role="alert">{t("missing", { what: left.map(label).join(t("and")) })}</p>}
          {no.value && <p class="refused" role="alert">{no.value.code === "wrong_code" ? t("codeWrong") : tx(no.value.text)}</p>}
          <Button kind="primary" big type="submit" disabled={making.value}>{t(making.value ? "making" : "make")}</Button>
        </form>
      </main>
    </div>
  );
}
