// A new password: how good it is, told by the server while it is typed, and a way to look at it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tx } from "@web/i18n.ts";
import type { Text } from "@web/wire.ts";
import { judge, judged } from "./first_state.ts";
import { t } from "./first_texts.ts";
import { Field, Switch, TextInput } from "@web/form/form.tsx";

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
