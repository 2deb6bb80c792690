// What the list of people shows of each, and who may change whom.
import type { Actor, Person } from "@web/wire.ts";
import { get } from "../draft/http.ts";
import { live } from "./live.ts";

type Me = Pick<Actor, "id" | "role">;
const ORDER = ["admin", "hall_manager", "team_leader", "guide", "clerk", "region_office"];
const rank = (role: string): number => (ORDER.indexOf(role) + 1 || ORDER.length + 1);

export const byRole = (people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => rank(a.role) - rank(b.role) || a.login.localeCompare(b.login, "en", { numeric: true }));

/** By any part of the name or number; full-width digits count as digits. */
export function matching(people: readonly Person[], words: string): Person[] {
  const wanted = words.normalize("NFKC").trim().toLowerCase();
  return people.filter((one) => `${one.login} ${one.name}`.toLowerCase().includes(wanted));
}

export const isMe = (me: Me, person: Person): boolean => me.id === `person:${person.login}`;

/** A hall manager touches and makes no administrator. */
export const mayGive = (me: Me, role: string): boolean => me.role === "admin" || role !== "admin";

export const lockedNow = (person: Person, now: number): boolean => person.locked_until !== null && Date.parse(person.locked_until) > now;

export const staff = live(async () => ({ people: await get("/api/people"), me: await get("/api/me") }));
