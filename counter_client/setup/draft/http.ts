// Requests of the set-up page; a refusal also says which places are wrong.
import { bearer } from "@web/post.ts";
import { noAnswer, Refusal } from "@web/refusal.ts";
import { tokenOf } from "@web/session.ts";
import type { Problem } from "./shapes.ts";

const PATIENCE = 30_000; // looking for printers and trying a voice take seconds

export class SetupRefusal extends Refusal {
  problems: readonly Problem[] = [];
}

/** A manager logs in once for the live board, the reports and this page. */
export const token = (): string => tokenOf("manager", "");

/** The bare answer; throws a SetupRefusal. A string is sent as it is, a Blob with its own type, all else as JSON. */
export async function ask(method: string, path: string, body?: unknown, as = token()): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const raw = body === undefined || body instanceof Blob || typeof body === "string";
  const headers = { ...bearer(as), ...(raw ? {} : { "Content-Type": "application/json" }) };
  try {
    const sent = raw ? (body as BodyInit | undefined) : JSON.stringify(body);
    const answer = await fetch(path, { method, headers, body: sent, signal: stop.signal, cache: "no-store" });
    if (!answer.ok) throw await refusal(answer);
    return answer;
  } catch (no) {
    throw no instanceof Refusal ? no : noAnswer();
  } finally {
    clearTimeout(timer);
  }
}

async function refusal(answer: Response): Promise<SetupRefusal> {
  const body = await answer.json();
  const no = new SetupRefusal(body.code, body.text, body.fields);
  no.problems = body.problems ?? [];
  return no;
}

export const call = async <T = unknown>(method: string, path: string, body?: unknown): Promise<T> =>
  (await ask(method, path, body)).json() as Promise<T>;
