// Which key means what: the table behind the keycaps of the clerk's console.

export type Action =
  | "next"
  | "start"
  | "finish"
  | "unsolved"
  | "recall"
  | "no_show"
  | "back"
  | "specific"
  | "transfer"
  | "park"
  | "add"
  | "walk"
  | "change"
  | "divert"
  | "pause"
  | "undo"
  | "gift"
  | "resume"
  | "restore"
  | "auto"
  | "close"
  | "profile";

export interface Press {
  key: string;
  code?: string;
  repeat?: boolean;
  ctrlKey?: boolean;
  altKey?: boolean;
  metaKey?: boolean;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  Space: "next",
  Enter: "start",
  A: "start",
  F: "finish",
  X: "unsolved",
  R: "recall",
  N: "no_show",
  W: "back",
  S: "specific",
  T: "transfer",
  P: "park",
  "+": "add",
  D: "walk",
  E: "change",
  J: "divert",
  B: "pause",
  U: "undo",
  G: "gift",
  H: "resume", // 唤
  M: "restore",
  C: "close",
  Y: "profile", // 业务
  Z: "auto", // 自动
};

/** What is printed on the button of an action: everything has a key. */
export const KEYCAPS: Readonly<Record<Action, string>> = {
  next: "Space",
  start: "Enter",
  finish: "F",
  unsolved: "X",
  recall: "R",
  no_show: "N",
  back: "W",
  specific: "S",
  transfer: "T",
  park: "P",
  add: "+",
  walk: "D",
  change: "E",
  divert: "J",
  pause: "B",
  undo: "U",
  gift: "G",
  resume: "H",
  restore: "M",
  close: "C",
  profile: "Y",
  auto: "Z",
};

/**
 * The name of the key pressed. The place on the keyboard (`code`) decides for letters and digits, because a
 * Chinese input method reports "Process" or full-width characters as the `key`.
 */
export function keyName({ key, code = "" }: Press): string {
  if (code.startsWith("Key")) return code.slice(3);
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  if (key === "+" || key === "＋" || code === "NumpadAdd" || code === "Equal") return "+";
  if (digit) return digit[1]!;
  if (code === "Space" || key === " ") return "Space";
  if (code === "NumpadEnter") return "Enter";
  return key.length === 1 ? key.toUpperCase() : key;
}

/** What chooses the first, second, … answer of a sheet: digits, then letters for a hall with many businesses. */
export const CHOICES = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Opens "find a number", whatever the counter does. */
export const FIND_KEY = "Q";
export const finds = (press: Press): boolean =>
  !press.repeat && !press.ctrlKey && !press.altKey && !press.metaKey && keyName(press) === FIND_KEY;

/** Opens the catalogue, at the business of the customer who is here. */
export const LOOK_UP_KEY = "L";
export const looksUp = (press: Press): boolean =>
  !press.repeat && !press.ctrlKey && !press.altKey && !press.metaKey && keyName(press) === LOOK_UP_KEY;

/** Opens the notice of what the customer here lacks. */
export const NOTICE_KEY = "O";
/** Opens the sheet that hands the case over to whoever can do more (Q21). */
export const HAND_OVER_KEY = "I";
/** What matters about the business has been told; once more, and it is printed. */
export const POINTS_KEY = "K";
const plain = (press: Press): boolean => !press.repeat && !press.ctrlKey && !press.altKey && !press.metaKey;
export const noticed = (press: Press): boolean => plain(press) && keyName(press) === NOTICE_KEY;
export const handsOver = (press: Press): boolean => plain(press) && keyName(press) === HAND_OVER_KEY;
export const toldPoints = (press: Press): boolean => plain(press) && keyName(press) === POINTS_KEY;

/** A held key and a browser shortcut mean nothing: a stuck space bar must not empty the hall. */
export function actionOf(press: Press): Action | null {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  return ACTIONS[keyName(press)] ?? null;
}
