// A new password: how good it is, told while it is typed, and a way to look at it.
import { useSignal } from "@preact/signals";
import type { Text } from "@web/wire.ts";
import { t } from "./first_texts.ts";
import { Field, Switch, TextInput } from "./form.tsx";
import { strength, willDo, type Strength } from "./strength.ts";

const SAID = { empty: "empty", short: "short", easy: "easy", login: "sameAsLogin", fair: "fair", good: "good" } as const;
const LEVEL: Record<Strength, number> = { empty: 0, short: 1, easy: 1, login: 1, fair: 2, good: 3 };

interface Props {
  login: string;
  value: string;
  onChange: (value: string) => void;
  wrong: Text | null;
}

export function Password({ login, value, onChange, wrong }: Props) {
  const shown = useSignal(false);
  const said = strength(value, login);
  return (
    <>
      <Field label={t("password")} problem={said === "empty" || willDo(said) ? wrong : null} hint={t("keep")}>
        <TextInput value={value} type={shown.value ? "text" : "password"} autocomplete="new-password" maxLength={100} onChange={onChange} />
        <span class={`meter level-${LEVEL[said]}`} role="status"><i aria-hidden="true" /><i aria-hidden="true" /><i aria-hidden="true" /> {t(SAID[said])}</span>
      </Field>
      <Switch value={shown.value} text={t("show")} onChange={(on) => (shown.value = on)} />
    </>
  );
}
