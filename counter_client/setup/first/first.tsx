// The first set-up: one page that makes the hall and its administrator; only who has the machine's code can send it.
import { useSignal } from "@preact/signals";
import { Clock, Field, Fields, Group, Switch, TextInput } from "@web/form/form.tsx";
import { lang, other, tx } from "@web/i18n.ts";
import { Button } from "@web/parts.tsx";
import { get, post } from "@web/post.ts";
import { Refusal } from "@web/refusal.ts";
import { idle } from "@web/reload.ts";
import { keepToken, type Session } from "@web/session.ts";
import type { Text } from "@web/wire.ts";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { type Asked, asSent, form, given, judge, judged, judgeHours, missing, type Pack, set, withPack, wrongHours } from "./first.ts";
import { t } from "./first_texts.ts";

// A new password: how good it is, told by the server while it is typed, and a way to look at it.

export const AFTER = 300; // ms without a key

interface Props {
  login: string;
  value: string;
  onChange: (value: string) => void;
  wrong: Text | null;
}

export function Password({ login, value, onChange, wrong }: Props) {
  const shown = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => void judge(), AFTER);
    return () => clearTimeout(timer);
  }, [login, value]);
  const said = judged.value;
  return (
    <>
      <Field label={t("password")} problem={value && said?.fits === false ? null : wrong} hint={t("keep")}>
        <TextInput value={value} type={shown.value ? "text" : "password"} autocomplete="new-password" maxLength={100} onChange={onChange} />
        <span class={`meter level-${said?.level ?? 0}`} role="status"><i aria-hidden="true" /><i aria-hidden="true" /><i aria-hidden="true" /> {said && tx(said.text)}</span>
      </Field>
      <Switch value={shown.value} text={t("show")} onChange={(on) => (shown.value = on)} />
    </>
  );
}

// The fields of the first set-up: the kind of hall, its name and hours, its administrator.

const LABELS = { pack: "kind", zh: "nameZh", en: "nameEn", opens: "hall", closes: "hall", always: "hall", person: "person", login: "login", password: "password", code: "code" } as const;
export const label = (name: Asked): string => t(LABELS[name]);
/** A sentence that is already in the language of the page. */
export const both = (said: string): Text => ({ zh: said, en: said });

export function Packs({ packs }: { packs: readonly Pack[] }) {
  return (
    <fieldset class="packs">
      <legend>{t("kind")}</legend>
      {packs.map((pack) => (
        <label key={pack.id} class="pack">
          <input type="radio" name="pack" value={pack.id} checked={form.value.pack === pack.id} onChange={() => (form.value = withPack(form.peek(), pack, packs))} />
          <span>
            <strong>{kindOf(pack)}</strong>
            {pack.hours && <small>{t("includes", { hours: pack.hours.replace("-", "–") })}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const NAMED: readonly string[] = ["gas", "water", "power", "telecom"];
const kindOf = ({ id, name }: Pack): string => (NAMED.includes(id) ? t(id as "gas") : tx(name));

/** What is wrong with a field, if anything. */
export type Wrong = (name: Asked) => Text | null;

export function Hall({ wrong }: { wrong: Wrong }) {
  const { zh, en, always, opens, closes, pack } = form.value;
  useEffect(() => {
    const timer = setTimeout(() => void judgeHours(), AFTER);
    return () => clearTimeout(timer);
  }, [always, opens, closes]);
  const example = t("nameZhExample", { kind: NAMED.includes(pack) ? t(pack as "gas", {}, "zh") : "" });
  return (
    <Group top title={t("hall")}>
      <Fields>
        <div data-asked="zh"><Field label={t("nameZh")} hint={t("nameZhHint")} problem={wrong("zh")}><TextInput value={zh} maxLength={60} placeholder={example} onChange={(text) => set({ zh: text })} /></Field></div>
        <div data-asked="en"><Field label={t("nameEn")} hint={t("nameEnHint")} problem={wrong("en")}><TextInput value={en} maxLength={60} onChange={(text) => set({ en: text })} /></Field></div>
      </Fields>
      <div class="hours" data-asked="opens">
        {!always && <Field label={t("opens")} problem={wrongHours.value ?? wrong("opens")}><Clock value={opens} onChange={(text) => set({ opens: text })} /></Field>}
        {!always && <Field label={t("closes")}><Clock value={closes} onChange={(text) => set({ closes: text })} /></Field>}
        <Switch value={always} text={t("always")} onChange={(on) => set({ always: on })} />
      </div>
    </Group>
  );
}

export function Admin({ wrong }: { wrong: Wrong }) {
  const { person, login, password } = form.value;
  return (
    <Group top title={t("admin")} lead={t("adminLead")}>
      <Fields>
        <div data-asked="person"><Field label={t("person")} problem={wrong("person")}><TextInput value={person} maxLength={40} autocomplete="name" onChange={(text) => set({ person: text })} /></Field></div>
        <div data-asked="login"><Field label={t("login")} hint={t("loginHint")} problem={wrong("login")}><TextInput value={login} maxLength={40} autocomplete="username" onChange={(text) => set({ login: text })} /></Field></div>
      </Fields>
      <div data-asked="password"><Password login={login} value={password} onChange={(text) => set({ password: text })} wrong={wrong("password")} /></div>
    </Group>
  );
}

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
