// A word of this phone's own, made once: what the hall gives to one phone once, it gives it once (Q42). Nobody is known by it.
import { newName } from "./asks.ts";

const PHONE = "hallqueue.phone";

/** A phone that keeps nothing forgets it when the page is closed; the hall still knows the network. */
let unkept: Record<string, string> = {};

export function kept(name: string): string {
  try {
    return localStorage.getItem(name) ?? unkept[name] ?? "";
  } catch {
    return unkept[name] ?? "";
  }
}

export function keep(name: string, value: string): void {
  unkept = { ...unkept, [name]: value };
  try {
    localStorage.setItem(name, value);
  } catch {
    // private windows: it is kept as long as the page
  }
}

export function phoneWord(): string {
  const known = kept(PHONE);
  if (known) return known;
  const made = newName();
  keep(PHONE, made);
  return made;
}
