// How good a password is, told while it is typed; by the rule of server/access/strength.py, which has the last word.

export type Strength = "empty" | "short" | "easy" | "login" | "fair" | "good";

const SHORTEST = 8;
const LONG = 12;
const DISTINCT = 4;
const DIGITS = "01234567890";
const WORN_OUT = /^(passw[o0]rd\d*|qwerty(ui|\d+)|asdfghjk|1qaz2wsx|abcd?\d+|a\d{5,}|woaini1314|admin\d+|administrator)$/;

const kinds = (text: string): number => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(text)).length;

export function strength(password: string, login: string): Strength {
  const meant = password.trim().toLowerCase();
  if (!meant) return "empty";
  if (meant.length < SHORTEST) return "short";
  if (meant === login.trim().toLowerCase()) return "login";
  const run = DIGITS.includes(meant) || Array.from(DIGITS).reverse().join("").includes(meant);
  if (run || new Set(meant).size < DISTINCT || WORN_OUT.test(meant)) return "easy";
  return meant.length >= LONG || kinds(password) >= 3 ? "good" : "fair";
}

export const willDo = (said: Strength): boolean => said === "fair" || said === "good";
