// The dialog that asks what a key needs to know; it is answered with digits and Enter.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, Dialog } from "@web/drawing/parts.tsx";
import type { Desk } from "../desk/desk.ts";
import { CHOICES, keyName } from "../keys/keys.ts";
import { answersOf, openQuestion, type Answers, type Question, type Sheet, type Option } from "../desk/sheet.ts";
import { t } from "../texts.ts";

const groupOf = (node: Element | null): string => node?.closest<HTMLElement>("[data-question]")?.dataset.question ?? "";
const isText = (node: EventTarget): boolean => node instanceof HTMLInputElement && node.type === "text";

/** Where the next digit goes: the first question without an answer, else the last one. */
function focusOn(form: HTMLFormElement, question: Question | undefined): void {
  const group = form.querySelector(`[data-question="${question?.id ?? ""}"]`);
  const field = group?.querySelector<HTMLElement>("input:checked") ?? group?.querySelector<HTMLElement>("input");
  (field ?? form.querySelector<HTMLElement>("[type=submit]"))?.focus();
}

export function SheetDialog({ desk, sheet }: { desk: Desk; sheet: Sheet }) {
  const [chosen, setChosen] = useState<Answers>({});
  const [steps, setSteps] = useState(0); // how often a digit or backspace has moved on
  const form = useRef<HTMLFormElement>(null);
  const questions = sheet.questions(chosen);
  const answers = answersOf(sheet, chosen);

  useLayoutEffect(() => focusOn(form.current!, openQuestion(sheet, chosen) ?? questions[questions.length - 1]), [steps]);

  const close = () => (desk.sheet.value = null);
  const choose = (id: string, answer: string) => setChosen((before) => ({ ...before, [id]: answer }));

  const pick = (n: number) => {
    const id = groupOf(document.activeElement);
    const option = questions.find((q) => q.id === id)?.options?.[n];
    if (!option || option.blocked) return;
    choose(id, option.id);
    setSteps((s) => s + 1);
  };
  const goBack = () => {
    const last = [...questions].reverse().find((q) => q.id in chosen);
    if (!last) return;
    setChosen(({ [last.id]: _, ...rest }) => rest);
    setSteps((s) => s + 1);
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // the keys behind the dialog sleep
    if (event.repeat || isText(event.target!)) return;
    const key = keyName(event);
    if (key.length === 1 && CHOICES.includes(key)) pick(CHOICES.indexOf(key));
    else if (key === "Backspace") goBack();
    else if (key === "Space" && !sheet.holds && !(event.target instanceof HTMLButtonElement)) desk.do("next");
    else return;
    event.preventDefault();
  };
  const confirm = async (event: Event) => {
    event.preventDefault();
    const open = openQuestion(sheet, chosen);
    if (open) return focusOn(form.current!, open);
    const done = await desk.ask(sheet.command(answers));
    if (done && desk.sheet.peek() === sheet) close();
  };

  return (
    <Dialog title={sheet.title} onClose={close}>
      <form ref={form} class="sheet" onKeyDown={pressed} onSubmit={(event) => void confirm(event)}>
        {sheet.note && <p>{sheet.note}</p>}
        <div class="questions">
          {questions.map((question) => (
            <Answer key={question.id} question={question} value={answers[question.id]} onAnswer={choose} />
          ))}
        </div>
        <p class="faint">{t("sheet_keys")}</p>
        <div class="foot">
          <Button kind="primary" type="submit" aria-busy={desk.flying.value.length > 0}>
            {sheet.confirm ?? t("confirm")}
          </Button>
          <Button onClick={close}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

// One question of a sheet: numbered choices, or a line of words.
interface Props {
  question: Question;
  value: string | undefined;
  onAnswer: (id: string, answer: string) => void;
}

const CHINESE = 17; // px of a character at 16 px, with some air
const LATIN = 9.5;
const MARKS = 92; // the ring, the digit and the padding

/** As many options stand beside each other as the longest one lets. */
function columnOf(options: readonly Option[]): string {
  const widths = options.map(({ name, note = "" }) =>
    [...name, ...note].reduce((sum, letter) => sum + (letter > "\u2e80" ? CHINESE : LATIN), note ? MARKS + 12 : MARKS),
  );
  return `${Math.ceil(Math.max(...widths))}px`;
}

export function Answer({ question, value = "", onAnswer }: Props) {
  if (!question.options) {
    return (
      <label class="question words" data-question={question.id}>
        {question.label}
        <input
          type="text"
          autocomplete="off"
          maxLength={80}
          onInput={(event) => onAnswer(question.id, event.currentTarget.value)}
        />
      </label>
    );
  }
  return (
    <fieldset class="question" data-question={question.id}>
      <legend>{question.label}</legend>
      <div class="options" style={{ "--column": columnOf(question.options) }}>
        {question.options.map((option, at) => (
          <label key={option.id} class={`option${option.id === value ? " chosen" : ""}${option.blocked ? " blocked" : ""}`}>
            <input
              type="radio"
              name={question.id}
              checked={option.id === value}
              disabled={option.blocked}
              onChange={() => onAnswer(question.id, option.id)}
            />
            {CHOICES[at] && <kbd aria-hidden="true">{CHOICES[at]}</kbd>}
            <span>{option.name}</span>
            {option.note && <small>{option.note}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
