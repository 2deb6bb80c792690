// Whose language a page speaks: a person's own goes with them to every screen they log in at and is kept by the hall; a
// page without a person has its device's; and where nobody has chosen yet, the browser is asked. A kiosk keeps nothing.
import { signal } from "@preact/signals";

export type Lang = "zh" | "en";

/** Who reads a page: `language` as the hall has it of them, "" while they have chosen none; `keep` tells the hall. */
export interface Reader {
  id: string;
  language: Lang | "";
  keep(language: Lang): Promise<unknown>;
}

/** What a page would be read in, were it for its reader alone. */
export const wanted = signal<Lang>("zh");
export const speak = (language: Lang): void => void (wanted.value = language);

const DEVICE = "hallqueue.language";
const NOW = `${DEVICE}.now`; // of who is logged in, so that their next page begins in it before it knows them
const unsaid = (id: string): string => `${DEVICE}.${id}`; // chosen, and the hall has not heard of it yet

/** Whether this page has a reader of its own; a kiosk begins anew with each customer and keeps nothing. */
let own = false;
let reader: Reader | null = null;
let chosen = false; // before anybody has logged in: then it is the choice of who does
let telling = Promise.resolve(); // one after the other, or the hall might hear the last choice first

const keptAt = (key: string): Lang | null => {
  const stored = localStorage.getItem(key);
  return stored === "zh" || stored === "en" ? stored : null;
};

/** What a browser asks for first of the two; English for one that asks for neither, Chinese for one that asks nothing. */
export function firstGuess(asked: readonly string[]): Lang {
  const known = asked.find((one) => /^(zh|en)\b/i.test(one));
  return (known ?? asked[0] ?? "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
}

const deviceOwn = (): Lang => keptAt(DEVICE) ?? firstGuess(navigator.languages ?? []);

/** The language of this page's own reader: of who is logged in here, else as it was left on this device. */
export function startInOwn(): void {
  own = true;
  reader = null;
  chosen = false;
  speak(keptAt(NOW) ?? deviceOwn());
}

/** Somebody has logged in, or with null nobody is; nothing on a page without a reader of its own. */
export function spokenWith(who: Reader | null): void {
  if (!own) return;
  const same = who !== null && who.id === reader?.id;
  reader = who;
  if (same) return; // the line is back: they read on in what they read
  if (!who) {
    chosen = false;
    localStorage.removeItem(NOW);
    return speak(deviceOwn());
  }
  const choice = chosen ? wanted.peek() : keptAt(unsaid(who.id));
  chosen = false;
  if (choice) return theirs(who, choice);
  if (who.language) speak(who.language);
  localStorage.setItem(NOW, wanted.peek());
}

/** A reader's own choice: shown, and told to the hall; kept here as long as the hall cannot hear it. */
function theirs(who: Reader, language: Lang): void {
  speak(language);
  localStorage.setItem(NOW, language);
  localStorage.setItem(unsaid(who.id), language);
  const heard = () => void (keptAt(unsaid(who.id)) === language && localStorage.removeItem(unsaid(who.id)));
  telling = telling.then(() => who.keep(language)).then(heard, () => undefined);
}

/** By the one button there is for it. */
export function switchTo(language: Lang): void {
  if (own && reader) return theirs(reader, language);
  speak(language);
  if (!own) return;
  chosen = true;
  localStorage.setItem(DEVICE, language);
}
