// One person of the list: who they are and how they stand; opened, what can be done about it.
import { useState } from "preact/hooks";
import { clockText, now } from "@web/clock.ts";
import { Badge, Button, notify } from "@web/parts.tsx";
import { Choice, Danger, Field, Fields, TextInput } from "@web/form/form.tsx";
import { post } from "../draft/http.ts";
import { isMe, lockedNow, mayChange, type Person } from "./people_rows.ts";
import { act, me, newPassword } from "./people_state.ts";
import { t } from "./people_texts.ts";
import { roleHint, rolesFor, roleText } from "./people_words.ts";

export function PersonRow({ person }: { person: Person }) {
  const [open, show] = useState(false);
  const mine = isMe(me.value, person);
  const may = mayChange(me.value, person);
  return (
    <li class={person.active ? "" : "gone"}>
      <div class="person">
        <b>{person.name}</b>
        <span class="faint">{person.login}</span>
        <span class="role">{roleText(person.role)}</span>
        <span class="state">
          {mine && <Badge tone="brand">{t("you")}</Badge>}
          {lockedNow(person, now.value) && <Badge tone="over">{t("locked", { time: clockText(Date.parse(person.locked_until!)) })}</Badge>}
          {!person.active && <Badge>{t("withdrawn")}</Badge>}
        </span>
        {!person.active && may && <Button onClick={() => void newPassword(person, "readmit")} aria-label={`${t("readmit")} ${person.name}`}>{t("readmit")}</Button>}
        {person.active && may && (
          <Button kind="quiet" aria-expanded={open} aria-label={t("edit", { name: person.name })} onClick={() => show(!open)}>{t(open ? "shut" : "change")}</Button>
        )}
        {!may && <small class="faint">{t("not_yours")}</small>}
      </div>
      {open && person.active && <Edit person={person} mine={mine} onDone={() => show(false)} />}
    </li>
  );
}

function Edit({ person, mine, onDone }: { person: Person; mine: boolean; onDone: () => void }) {
  const [name, rename] = useState(person.name);
  const [role, assign] = useState(person.role);
  const path = { login: person.login };
  const touched = name.trim() !== person.name || role !== person.role;
  const save = async () => {
    if (await act(post("/api/people/{login}", { path, body: { name: name.trim(), role } }))) {
      notify(t("saved", { name: name.trim() }), "good");
      onDone();
    }
  };
  const out = async (how: "put_out" | "withdraw", said: "kicked" | "gone") => {
    if (await act(post(`/api/people/{login}/${how}`, { path }))) notify(t(said, { name: person.name }), "good");
  };
  return (
    <div class="person-edit">
      <Fields>
        <Field label={t("name")}><TextInput value={name} maxLength={40} onChange={rename} /></Field>
        <Field label={t("role")} hint={role === person.role ? roleHint(role) : `${roleHint(role)} · ${t("role_ends")}`}>
          <Choice value={role} options={rolesFor()} disabled={mine} onChange={assign} />
        </Field>
      </Fields>
      <p class="buttons">
        {touched && <Button kind="primary" disabled={!name.trim()} onClick={() => void save()}>{t("save")}</Button>}
        <Button onClick={() => void out("put_out", "kicked")} title={t("kick_hint")}>{t("kick")}</Button>
        <Danger quiet again={t("reset_again")} onConfirm={() => void newPassword(person, "password")}>{t("reset")}</Danger>
        {!mine && <Danger again={t("withdraw_again")} onConfirm={() => void out("withdraw", "gone")}>{t("withdraw")}</Danger>}
      </p>
      <p class="hint">{t("kick_hint")}</p>
    </div>
  );
}
