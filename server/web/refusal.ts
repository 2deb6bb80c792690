// One shape for every "no": from the server, or from the line to it.
import type { Text } from "./wire.ts";

export class Refusal extends Error {
  code: string;
  text: Text;
  fields: Record<string, unknown>;

  constructor(code: string, text: Text, fields: Record<string, unknown> = {}) {
    super(`${code}: ${text.en}`);
    this.code = code;
    this.text = text;
    this.fields = fields;
  }
}

export const noAnswer = () =>
  new Refusal("no_answer", {
    zh: "暂时连接不上服务器，请稍候再试",
    en: "The server does not answer. Please try again in a moment.",
  });
