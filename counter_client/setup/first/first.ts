// What is typed on the first set-up's page, what is still wrong with it, and how it is sent.
import { signal } from "@preact/signals";
import { problems } from "@web/form/problems.ts";
import type { Field, FirstSetUp, PackShown as Pack } from "@web/wire.ts";

export type Asked = "zh" | "languages" | "en" | "opens" | "closes" | "person" | "login" | "password" | "code";
export type FirstForm = Record<Asked | "pack", string> & { always: boolean };

export const BLANK: FirstForm = { pack: "", zh: "", languages: "both", en: "", always: false, opens: "08:30", closes: "17:00", person: "", login: "admin", password: "", code: "" };

/** A pack's proposal; what the manager has typed already stays. */
export function withPack(form: FirstForm, pack: Pack, packs: readonly Pack[]): FirstForm {
  const [opens = "", closes = ""] = pack.hours.split("-");
  const untouched = form.en === "" || packs.some((other) => proposedName(other) === form.en);
  return { ...form, pack: pack.id, en: untouched ? proposedName(pack) : form.en, opens: opens || form.opens, closes: closes || form.closes };
}

/** "Gas Company Demonstration Hall" is the pack's own; a real hall is none. */
export const proposedName = (pack: Pack): string => pack.name.en.replace("Demonstration ", "");

/** In the order of the page; a hall that never closes has no hours. `wrong`: what the server will not take. */
export function missing(asked: readonly Field[], form: FirstForm, wrong: readonly Asked[] = []): Asked[] {
  const those = asked.filter(({ id }) => !(form.always && (id === "opens" || id === "closes")) && !(form.languages === "zh" && id === "en"));
  const faulty = [...problems(those, form).map(({ where }) => where), ...wrong];
  return those.map(({ id }) => id as Asked).filter((id) => faulty.includes(id));
}

export const asSent = (form: FirstForm): FirstSetUp => ({
  code: form.code.trim(),
  pack: form.pack,
  name: { zh: form.zh.trim(), en: form.languages === "zh" ? "" : form.en.trim() },
  languages: form.languages === "zh" ? "zh" : "both",
  hours: form.always ? "" : `${form.opens}-${form.closes}`,
  login: form.login.trim(),
  person: form.person.trim(),
  password: form.password,
});

/** The code in the address the terminal prints, "/setup/#code=AB12"; without it the page asks. */
export const given = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";

export const form = signal<FirstForm>({ ...BLANK, code: given });
