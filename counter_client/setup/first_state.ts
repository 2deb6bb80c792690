// What is typed on the first set-up's page.
import { signal } from "@preact/signals";
import { BLANK, type FirstForm } from "./first_form.ts";

/** The code in the address the terminal prints, "/setup/#code=AB12"; without it the page asks. */
export const given = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";

export const form = signal<FirstForm>({ ...BLANK, code: given });
export const set = (part: Partial<FirstForm>): void => void (form.value = { ...form.peek(), ...part });
