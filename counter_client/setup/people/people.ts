// The roles in words, and which of them this manager may give.
import { signal } from "@preact/signals";
import { tx } from "@web/i18n.ts";
import { notifyRefusal } from "@web/parts.tsx";
import type { Actor, Person } from "@web/wire.ts";
import { optionsOf } from "../draft/asked.ts";
import { get, post } from "../draft/http.ts";
import { setup } from "../draft/store.ts";
import { t } from "./people_texts.ts";
export type { Person } from "@web/wire.ts";

// What the list of people shows of each, and who may change whom.

export type Me = Pick<Actor, "id" | "role">;
const ORDER = ["admin", "hall_manager", "team_leader", "guide", "clerk", "region_office"];
const rank = (role: string): number => (ORDER.indexOf(role) + 1 || ORDER.length + 1);

export const byRole = (people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => rank(a.role) - rank(b.role) || a.login.localeCompare(b.login, "en", { numeric: true }));

/** By any part of the name or number; full-width digits count as digits. */
export function matching(people: readonly Person[], words: string): Person[] {
  const wanted = words.normalize("NFKC").trim().toLowerCase();
  return people.filter((one) => `${one.login} ${one.name}`.toLowerCase().includes(wanted));
}

export const isMe = (me: Me | null, person: Person): boolean => me?.id === `person:${person.login}`;

/** A hall manager touches no administrator. */
export const mayChange = (me: Me | null, person: Person): boolean => me?.role === "admin" || person.role !== "admin";

/** Roles this manager may give. */
export const givable = (me: Me | null, roles: readonly string[]): string[] => roles.filter((role) => role !== "admin" || me?.role === "admin");

export const lockedNow = (person: Person, now: number): boolean => person.locked_until !== null && Date.parse(person.locked_until) > now;

// The people of the hall as the server has them; what is done here holds at once.

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

export const rolesFor = () => {
  const roles = setup.value?.choices.roles ?? {};
  return optionsOf("roles").filter((option) => givable(me.value, Object.keys(roles)).includes(option.value));
};

const DOES = ["guide", "clerk", "team_leader", "hall_manager", "admin", "region_office"] as const;

/** What a role may do, in a line. */
export function roleHint(role: string): string {
  const known = DOES.find((one) => one === role);
  return known ? t(`does_${known}`) : "";
}

export const roleText = (role: string): string => {
  const named = setup.value?.choices.roles[role];
  return named ? tx(named) : role;
};
