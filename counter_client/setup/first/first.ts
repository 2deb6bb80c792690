// What is typed on the first set-up's page, and what the server says of the password and the hours.
import { computed, signal } from "@preact/signals";
import { post } from "@web/post.ts";
import type { FirstSetUp, HoursJudged, HoursTyped, PackShown as Pack, PasswordJudged, Text } from "@web/wire.ts";
export type { PackShown as Pack } from "@web/wire.ts";

// What the first set-up asks for, what is still missing, and how it is sent.

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

/** The code in the address the terminal prints, "/setup/#code=AB12"; without it the page asks. */
export const given = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";

export const form = signal<FirstForm>({ ...BLANK, code: given });
export const set = (part: Partial<FirstForm>): void => void (form.value = { ...form.peek(), ...part });

interface Heard {
  login: string;
  password: string;
  said: PasswordJudged;
}

const heard = signal<Heard | null>(null);

/** What is known of what stands there now; null until the server has said it: then it judges when the hall is made. */
export const judged = computed<PasswordJudged | null>(() => {
  const { login, password } = form.value;
  return heard.value?.login === login && heard.value.password === password ? heard.value.said : null;
});

const heardHours = signal<(HoursTyped & HoursJudged) | null>(null);

/** What is wrong with the hours that stand there now; null, too, until the server has said it. */
export const wrongHours = computed<Text | null>(() => {
  const { always, opens, closes } = form.value;
  const said = heardHours.value;
  return !always && said?.opens === opens && said.closes === closes ? said.problem : null;
});

export async function judgeHours(): Promise<void> {
  const { always, opens, closes } = form.peek();
  if (always || (heardHours.peek()?.opens === opens && heardHours.peek()?.closes === closes)) return;
  const said = await post("/api/setup/first/hours", { body: { opens, closes } }).catch(() => null);
  if (said) heardHours.value = { opens, closes, ...said };
}

export async function judge(): Promise<void> {
  const { login, password } = form.peek();
  if (judged.peek()) return;
  const said = await post("/api/setup/first/password", { body: { login, password } }).catch(() => null);
  if (said && form.peek().login === login && form.peek().password === password) heard.value = { login, password, said };
}
