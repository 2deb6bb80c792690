// One shape for every "no": from the server, or from the line to it.
import type { Text, WrongPlace } from "../wire.ts";

export class Refusal extends Error {
  code: string;
  text: Text;
  fields: Record<string, unknown>;
  /** All that is wrong with a set-up, each at its place. */
  problems: readonly WrongPlace[];

  /** The text says all problems, whoever shows it. */
  constructor(code: string, text: Text, fields: Record<string, unknown> = {}, problems: readonly WrongPlace[] = []) {
    super(`${code}: ${text.en}`);
    const others = problems.slice(1);
    this.code = code;
    this.text = {
      zh: [text.zh, ...others.map((one) => one.text.zh)].join("；"),
      en: [text.en, ...others.map((one) => one.text.en)].join(" "),
    };
    this.fields = fields;
    this.problems = problems;
  }
}

/** There is no such thing; after any other "no" (too many ask, the hall begins) there may be one in a moment. */
export const isUnknown = (problem: unknown): boolean => problem instanceof Refusal && problem.code === "not_found";

export const noAnswer = () =>
  new Refusal("no_answer", {
    zh: "暂时连接不上服务器，请稍候再试",
    en: "The server does not answer. Please try again in a moment.",
  });

/** What came of it, or the refusal; whatever else went wrong goes on. */
export const orRefusal = <A>(asked: Promise<A>): Promise<A | Refusal> =>
  asked.catch((no: unknown) => {
    if (no instanceof Refusal) return no;
    throw no;
  });
