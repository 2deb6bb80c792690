"""The clerk's desk (the console's is `desk.ts`): a key in; a wish, a question or words why not out."""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_client.keypad.asks import Moment, Wish
from counter_client.keypad.keypad_texts import SAYS, Text, Word, said
from counter_client.keypad.keys import ACTIONS, BACK_OUT
from counter_client.keypad.moments import possible, step, why_not
from counter_client.keypad.view import Counter

SURE_WITHIN = 5.0  # s between the two presses of no-show
DOUBLE = 0.6  # s: a second Enter as soon as this is a slip of the finger, not the next step
REASONS: tuple[Word, ...] = (
    "reason_lunch",
    "reason_away",
    "reason_internal",
    "reason_device",
    "reason_other",
)
FOR_WHO_IS_HERE: frozenset[Word] = frozenset({"start", "finish", "recall", "no_show", "back"})
_COMMANDS: Mapping[Word, str] = {
    "start": "start_service",
    "finish": "finish_ticket",
    "next": "call_next",
    "recall": "recall",
    "no_show": "mark_no_show",
    "back": "return_to_queue",
    "undo": "undo_last",
    "resume": "resume_counter",
    "open": "open_counter",
    "close": "close_counter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Answered by a digit."""

    title: Text
    rows: tuple[Text, ...]
    answers: Mapping[str, Wish]


class Desk:
    """`question` is what stands open; `opens` says that whoever is here may open and close the counter."""

    def __init__(self, counter: str) -> None:
        self._counter = counter
        self.question: Question | None = None
        self._sure: tuple[Moment, float] | None = None
        self._stepped = float("-inf")

    def pressed(self, key: str, here: Counter, now: float, *, opens: bool) -> Wish | Text | None:
        """A wish to ask for, words why not, or None."""
        question, self.question = self.question, None
        if question is not None:
            return self._answer(question, key)
        action = ACTIONS.get(key)
        if action is None:
            return None if key in BACK_OUT else said("no_such_key")
        sure, self._sure = self._sure, None
        if action in ("step", "next"):
            early, self._stepped = now - self._stepped < DOUBLE, now
            if early:
                return None
        what: Word = step(here) if action == "step" else action
        if not possible(what, here):
            number = here.customer.number if here.customer else ""
            return said(why_not(what, here, person=opens), number=number)
        if what == "no_show" and not (sure and sure[0] == here.moment and now <= sure[1]):
            self._sure = (here.moment, now + SURE_WITHIN)
            return said("sure_no_show", number=here.customer.number if here.customer else "")
        return self._do(what, here, opens=opens)

    def moved_on(self) -> None:
        """Something has changed at the counter: what stood open was about something else."""
        self.question = self._sure = None

    def _do(self, what: Word, here: Counter, *, opens: bool) -> Wish | Text | None:
        if what == "start" and here.state == "closed":
            return self._wish("open", here) if opens else said("when_closed")
        if what == "pause":
            if here.state == "paused":
                return self._wish("resume", here)
            self.question = self._why_pause(here, opens=opens)
            return None
        if what == "finish" and here.customer and here.customer.unsettled:
            self.question = self._missing(here.customer.number, here)
            return None
        if what == "next" and here.state == "serving":
            return self._wish("finish", here, then=self._wish("next", here))
        return self._wish(what, here)

    def _answer(self, question: Question, key: str) -> Wish | None:
        if key in question.answers:
            return question.answers[key]
        if key not in BACK_OUT:
            self.question = question  # another key answers nothing; it stays asked
        return None

    def _wish(self, action: Word, here: Counter, *, then: Wish | None = None) -> Wish:
        """It names the customer it means: the hall refuses it when another one is here by then."""
        command = {"type": _COMMANDS[action], "counter": self._counter}
        if action in FOR_WHO_IS_HERE:
            command["ticket"] = here.customer.id if here.customer else ""
        elif action == "undo":
            command["ticket"] = here.undo.ticket if here.undo else ""
        return Wish(action=action, command=command, then=then)

    def _why_pause(self, here: Counter, *, opens: bool) -> Question:
        """The journal keeps the Chinese word of the reason, as from the console."""
        answers = {
            str(n): Wish(
                action="pause",
                command={"type": "pause_counter", "counter": self._counter, "reason": SAYS[reason].zh},
            )
            for n, reason in enumerate(REASONS, 1)
        }
        rows = [_row((1, REASONS[0]), (2, REASONS[1])), _row((3, REASONS[2]), (4, REASONS[3]))]
        last = [(5, REASONS[4])]
        if opens:
            answers["9"] = self._wish("close", here)
            last.append((9, "choice_close"))
        return Question(
            title=said("pause_title"),
            rows=(*rows, _joined(_row(*last), said("choice_back"))),
            answers=answers,
        )

    def _missing(self, number: str, here: Counter) -> Question:
        """Finishing now is a miss by somebody's name (R06): it is asked once."""
        rows = (said("missing_question"), _joined(_row((1, "missing_yes")), said("choice_back")))
        return Question(
            title=said("missing_title", number=number), rows=rows, answers={"1": self._wish("finish", here)}
        )


def _row(*choices: tuple[int, Word]) -> Text:
    return _joined(*(Text(f"{n}{SAYS[word].zh}", f"{n}{SAYS[word].en}") for n, word in choices))


def _joined(*parts: Text) -> Text:
    return Text(" ".join(p.zh for p in parts), " ".join(p.en for p in parts))
