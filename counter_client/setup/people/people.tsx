// The section about the people of the hall: who they are, their roles, their passwords, out and in again.
import { clockText, now } from "@web/clock.ts";
import { Choice, Danger, Field, Fields, Section, TextInput } from "@web/form/form.tsx";
import { Badge, Button, notify } from "@web/parts.tsx";
import { useEffect, useState } from "preact/hooks";
import { post } from "../draft/http.ts";
import "./people.css";
import { act, byRole, isMe, lockedNow, matching, mayChange, me, newPassword, people, type Person, readPeople, roleHint, rolesFor, roleText, shown } from "./people.ts";
import { t, title } from "./people_texts.ts";
import type { SetupSection } from "../frame/section.ts";

// A password that is shown once, to be copied for the person.

export function PasswordOnce({ name, password, onDone }: { name: string; password: string; onDone: () => void }) {
  const [copied, tell] = useState(false);
  // Over plain HTTP a browser offers no clipboard; the password stands there to be copied by hand.
  const copy = () => void navigator.clipboard?.writeText(password).then(() => tell(true), () => undefined);
  return (
    <div class="password-once" role="status">
      <p>{t("password_of", { name })}</p>
      <output>{password}</output>
      <p class="faint">{t("password_once")}</p>
      <p class="buttons">
        {!!navigator.clipboard && <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
        <Button kind="primary" onClick={onDone}>{t("noted")}</Button>
      </p>
    </div>
  );
}

// One person of the list: who they are and how they stand; opened, what can be done about it.

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

const SEARCH_FROM = 8;

function PeoplePart() {
  const [adding, add] = useState(false);
  const [words, search] = useState("");
  useEffect(() => void readPeople(), []);
  const all = people.value ?? [];
  const found = byRole(matching(all, words));
  const here = found.filter((one) => one.active);
  const gone = found.filter((one) => !one.active);
  return (
    <Section title={t("title")} lead={t("lead")} tools={<Button kind="primary" icon="people" onClick={() => add(true)}>{t("add")}</Button>}>
      {adding && <AddPerson onDone={() => add(false)} />}
      {shown.value && <PasswordOnce {...shown.value} onDone={() => (shown.value = null)} />}
      {all.length > SEARCH_FROM && (
        <Field label={t("search")}><TextInput value={words} onChange={search} /></Field>
      )}
      <ul class="people-list">{here.map((person) => <PersonRow key={person.login} person={person} />)}</ul>
      {people.value && !found.length && <p class="faint">{t("nobody")}</p>}
      {gone.length > 0 && (
        <details class="people-gone">
          <summary>{t("withdrawn_n", { n: gone.length })}</summary>
          <ul class="people-list">{gone.map((person) => <PersonRow key={person.login} person={person} />)}</ul>
        </details>
      )}
    </Section>
  );
}

function AddPerson({ onDone }: { onDone: () => void }) {
  const [said, say] = useState({ login: "", name: "", role: "clerk" });
  const create = async (event: Event) => {
    event.preventDefault();
    const made = await act(post("/api/people", { body: said }));
    if (!made) return;
    if (made.password) shown.value = { name: said.name, password: made.password };
    onDone();
  };
  return (
    <form class="people-add" aria-label={t("add")} onSubmit={(event) => void create(event)}>
      <Fields>
        <Field label={t("login")} hint={t("login_hint")}>
          <TextInput required maxLength={40} value={said.login} onChange={(login) => say({ ...said, login })} />
        </Field>
        <Field label={t("name")}>
          <TextInput required maxLength={40} value={said.name} onChange={(name) => say({ ...said, name })} />
        </Field>
        <Field label={t("role")} hint={roleHint(said.role)}>
          <Choice value={said.role} options={rolesFor()} onChange={(role) => say({ ...said, role })} />
        </Field>
      </Fields>
      <p class="buttons">
        <Button kind="primary" type="submit">{t("create")}</Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </p>
    </form>
  );
}

export const peopleSection: SetupSection = { id: "people", title, part: PeoplePart, steps: ["people"] };
