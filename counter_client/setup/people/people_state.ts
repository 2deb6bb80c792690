// The people of the hall as the server has them; what is done here holds at once.
import { signal } from "@preact/signals";
import { notifyRefusal } from "@web/parts.tsx";
import { get, post } from "../draft/http.ts";
import type { Me, Person } from "./people_rows.ts";

export const people = signal<readonly Person[] | null>(null);
export const me = signal<Me | null>(null);
/** A password to be copied once. */
export const shown = signal<{ name: string; password: string } | null>(null);

export async function readPeople(): Promise<void> {
  try {
    const [all, actor] = await Promise.all([get("/api/people"), get("/api/me")]);
    people.value = all;
    me.value = actor;
  } catch (problem) {
    notifyRefusal(problem);
  }
}

/** Asks, reads the list again; true when it was done. */
export async function act<T>(asked: Promise<T>): Promise<T | null> {
  try {
    const answer = await asked;
    await readPeople();
    return answer;
  } catch (problem) {
    notifyRefusal(problem);
    return null;
  }
}

export async function newPassword(person: Person, how: "password" | "readmit"): Promise<void> {
  const made = await act(post(`/api/people/{login}/${how}`, { path: { login: person.login } }));
  if (made?.password) shown.value = { name: person.name, password: made.password };
}
