// What is typed on the first set-up's page, and what the server says of the password and the hours.
import { computed, signal } from "@preact/signals";
import { post } from "@web/post.ts";
import type { HoursJudged, HoursTyped, PasswordJudged, Text } from "@web/wire.ts";
import { BLANK, type FirstForm } from "./first_form.ts";

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
