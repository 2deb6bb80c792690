// One question of a sheet: numbered choices, or a line of words.
import type { Option, Question } from "./answers.ts";

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
            {at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}
            <span>{option.name}</span>
            {option.note && <small>{option.note}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
