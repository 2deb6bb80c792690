// What a sheet asks, and what is still open in the answers to it.
import type { Command, CounterView } from "@web/wire.ts";
import type { Action } from "../keys/keys.ts";

// Whom a key means: the customer of the view it was pressed on. The hall refuses it when another one is there by now.
/** A command that can name a ticket must: the wire lets scripts leave it out, a clerk's console never does. */
export type Meant = Command extends infer C ? ("ticket" extends keyof C ? C & { ticket: string } : C) : never;

export const meant = (view: CounterView) => ({ counter: view.counter, ticket: view.ticket?.id ?? "" });

export interface Option {
  id: string;
  name: string;
  note?: string;
  /** Cannot be chosen; the note says why. */
  blocked?: boolean;
}

/** A question with options is answered by a digit; one without is answered in words. */
export interface Question {
  id: string;
  label: string;
  options?: readonly Option[];
  preset?: string;
}

export type Answers = Readonly<Record<string, string>>;

export interface Sheet {
  action: Action;
  title: string;
  note?: string;
  confirm?: string;
  /** An open question about this customer; the others give way to the next call. */
  holds: boolean;
  /** The ask that this sheet asks about: answered with yes it is asked as it was. */
  sure?: Meant;
  /** The questions so far; an answer may bring another one. */
  questions(answers: Answers): readonly Question[];
  command(answers: Answers): Meant;
}

/** The presets and what was chosen, of the questions that are still asked. */
export function answersOf(sheet: Sheet, chosen: Answers): Answers {
  const answers: Record<string, string> = {};
  for (const question of sheet.questions(chosen)) {
    const given = chosen[question.id] ?? question.preset;
    if (given && given.trim()) answers[question.id] = given.trim();
  }
  return answers;
}

/** The first question without an answer; null when all is said. */
export function openQuestion(sheet: Sheet, chosen: Answers): Question | null {
  const answers = answersOf(sheet, chosen);
  return sheet.questions(chosen).find((question) => !(question.id in answers)) ?? null;
}
