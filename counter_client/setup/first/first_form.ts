// What the first set-up asks for, what is still missing, and how it is sent.
import type { FirstSetUp, PackShown as Pack } from "@web/wire.ts";
export type { PackShown as Pack } from "@web/wire.ts";

export interface FirstForm {
  pack: string;
  zh: string;
  en: string;
  always: boolean;
  opens: string;
  closes: string;
  person: string;
  login: string;
  password: string;
  code: string;
}

export const BLANK: FirstForm = { pack: "", zh: "", en: "", always: false, opens: "08:30", closes: "17:00", person: "", login: "admin", password: "", code: "" };

export type Asked = keyof FirstForm;

/** A pack's proposal; what the manager has typed already stays. */
export function withPack(form: FirstForm, pack: Pack, packs: readonly Pack[]): FirstForm {
  const [opens = "", closes = ""] = pack.hours.split("-");
  const untouched = form.en === "" || packs.some((other) => proposedName(other) === form.en);
  return { ...form, pack: pack.id, en: untouched ? proposedName(pack) : form.en, opens: opens || form.opens, closes: closes || form.closes };
}

/** "Gas Company Demonstration Hall" is the pack's own; a real hall is none. */
export const proposedName = (pack: Pack): string => pack.name.en.replace("Demonstration ", "");

/** In the order of the page. Chinese alone is enough; `wrong`: what the server will not take. */
export function missing(form: FirstForm, wrong: readonly Asked[] = []): Asked[] {
  const words: readonly Asked[] = ["pack", "zh", ...(form.always ? [] : (["opens"] as const)), "person", "login", "password", "code"];
  const empty = words.filter((name) => String(form[name]).trim() === "");
  const order: readonly Asked[] = ["pack", "zh", "opens", "person", "login", "password", "code"];
  return order.filter((name) => empty.includes(name) || wrong.includes(name));
}

export const asSent = (form: FirstForm): FirstSetUp => ({
  code: form.code.trim(),
  pack: form.pack,
  name: { zh: form.zh.trim(), en: form.en.trim() },
  hours: form.always ? "" : `${form.opens}-${form.closes}`,
  login: form.login.trim(),
  person: form.person.trim(),
  password: form.password,
});
