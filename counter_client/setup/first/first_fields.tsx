// The fields of the first set-up: the kind of hall, its name and hours, its administrator.
import { useEffect } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import { withPack, type Asked, type Pack } from "./first_form.ts";
import { AFTER, Password } from "./first_password.tsx";
import { form, judgeHours, set, wrongHours } from "./first_state.ts";
import { t } from "./first_texts.ts";
import { Clock, Field, Fields, Group, Switch, TextInput } from "@web/form/form.tsx";

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

