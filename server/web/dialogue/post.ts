// HTTP beside the socket: JSON out, JSON or a file back, a Refusal for every "no".
import { filled, type Address, type Answer, type At, type WishArgument, type Way, type Wish } from "./addresses.ts";
import { hallSpeaks } from "../language/i18n.ts";
import type { DoneOf } from "./protocol.ts";
import { noAnswer, Refusal } from "./refusal.ts";
import type { Command, Problem, SetupProblem } from "../wire.ts";

const PATIENCE = 10_000;

/** By whose token, and how long an answer is waited for. */
export interface Manner {
  token?: string;
  patience?: number;
}

interface Loose extends Manner {
  body?: unknown;
}

/** Every answer says what the hall speaks, so that a page without a line to it knows, too. */
const hearLanguages = (languages: string | null): void => void (languages && hallSpeaks(/\ben\b/.test(languages) ? "both" : "zh"));

async function request<T>(way: Way, address: string, wish: Loose = {}, read: (answer: Response) => Promise<T>): Promise<T> {
  const { body, token = "", patience = PATIENCE } = wish;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  const file = body instanceof Blob;
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(way === "get" || file ? {} : { "Content-Type": "application/json" }) };
  const sent = way === "get" ? undefined : file ? body : JSON.stringify(body ?? {});
  try {
    const answer = await fetch(address, { method: way.toUpperCase(), headers, body: sent, signal: stop.signal, cache: "no-store" });
    hearLanguages(answer.headers.get("content-language"));
    if (!answer.ok) throw refusal(await answer.json());
    return await read(answer);
  } catch (problem) {
    throw problem instanceof Refusal ? problem : noAnswer();
  } finally {
    clearTimeout(timer);
  }
}

export const refusal = (no: Problem | SetupProblem): Refusal =>
  new Refusal(no.code, no.text, no.fields, "problems" in no ? no.problems : []);

/** JSON, unless it says that it is something else. */
const whole = <T>(answer: Response): Promise<T> =>
  (answer.headers.get("content-type") ?? "application/json").startsWith("application/json") ? answer.json() : (answer.blob() as Promise<T>);

export const get = <P extends At<"get">>(address: P, ...[wish]: WishArgument<Wish<"get", P> & Manner>): Promise<Answer<"get", P>> =>
  request<Answer<"get", P>>("get", filled(address, wish), wish, whole);

export const post = <P extends At<"post">>(address: P, ...[wish]: WishArgument<Wish<"post", P> & Manner>): Promise<Answer<"post", P>> =>
  request<Answer<"post", P>>("post", filled(address, wish), wish, whole);

/** A file and the name it is to be saved under, "" where the server has none. */
export const getFile = <P extends At<"get"> & Address>(address: P, ...[wish]: WishArgument<Wish<"get", P> & Manner>): Promise<{ name: string; blob: Blob }> =>
  request("get", filled(address, wish), wish, async (answer) => ({
    name: /filename="?([^";]+)"?/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "",
    blob: await answer.blob(),
  }));

/** What lies at an address that `addressOf` has made. */
export const fileAt = (address: string): Promise<Blob> => request("get", address, {}, (answer) => answer.blob());

/** A command of a page without a socket; `id` is the request's name, the same on every retry. */
export const ask = <C extends Command>(command: C, id: string, manner: Manner = {}): Promise<DoneOf<C>> =>
  request<DoneOf<C>>("post", `/api/commands/${command.type}`, { ...manner, body: { ...command, id } }, whole);
