// The section about the people of the hall: who they are, their roles, their passwords, out and in again.
import { useEffect, useState } from "preact/hooks";
import { Button } from "@web/parts.tsx";
import { Choice, Field, Fields, Section, TextInput } from "@web/form/form.tsx";
import { post } from "../draft/http.ts";
import "./people.css";
import { byRole, matching } from "./people_rows.ts";
import { act, people, readPeople, shown } from "./people_state.ts";
import { t, title } from "./people_texts.ts";
import { roleHint, rolesFor } from "./people_words.ts";
import { PersonRow } from "./person_row.tsx";
import { PasswordOnce } from "./password_once.tsx";
import type { SetupSection } from "../sections.ts";

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
