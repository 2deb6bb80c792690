"""The clerk's desk (the console's is `desk.ts`): a key in; a wish, a question or words why not out."""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_client.keypad.asks import Moment, Wish
from counter_client.keypad.keypad_texts import SAYS, Text, Word, text_of
from counter_client.keypad.keys import ACTIONS, BACK_OUT, DIGITS, FIND
from counter_client.keypad.moments import possible, step, why_not
from counter_client.keypad.view import Counter

SURE_WITHIN = 5.0  # s between the two presses of no-show
LONGEST = 5  # a letter and up to four digits
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
    """Answered by a digit; one without answers is there to be read, and any key puts it away."""

    title: Text
    rows: tuple[Text, ...]
    answers: Mapping[str, Wish]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Where does this number stand?"""

    number: str


class Desk:
    """`question` is what stands open; `opens` says that whoever is here may open and close the counter."""

    def __init__(self, counter: str) -> None:
        self._counter = counter
        self.question: Question | None = None
        self._typed: str | None = None  # of the number that is asked for
        self._sure: tuple[Moment, float] | None = None
        self._stepped = float("-inf")

    def pressed(self, key: str, view: Counter, now: float, *, opens: bool) -> Wish | Lookup | Text | None:
        """A wish to ask for, a number to look up, words why not, or None."""
        if self._typed is not None:
            return self._type(key, self._typed)
        question, self.question = self.question, None
        # Behind what was found another number may be typed at once: its letters must not become keys.
        asks = question is not None and bool(question.answers)
        if not asks and (key == FIND or key in DIGITS - ACTIONS.keys()):
            self._typing(key if key in DIGITS else "")
            return None
        if question is not None:
            return self._answer(question, key)
        action = ACTIONS.get(key)
        if action is None:
            return None if key in BACK_OUT else text_of("no_such_key")
        sure, self._sure = self._sure, None
        if action in ("step", "next"):
            early, self._stepped = now - self._stepped < DOUBLE, now
            if early:
                return None
        what: Word = step(view) if action == "step" else action
        if not possible(what, view):
            number = view.customer.number if view.customer else ""
            return text_of(why_not(what, view, person=opens), number=number)
        if what == "no_show" and not (sure and sure[0] == view.moment and now <= sure[1]):
            self._sure = (view.moment, now + SURE_WITHIN)
            return text_of("sure_no_show", number=view.customer.number if view.customer else "")
        return self._do(what, view, opens=opens)

    def moved_on(self) -> None:
        """Something has changed at the counter: what stood open was about something else."""
        self.question = self._sure = self._typed = None

    def tell(self, title: Text, rows: tuple[Text, ...]) -> None:
        """Stands there until the next key."""
        self.question = Question(title=title, rows=rows, answers={})

    def _typing(self, typed: str) -> None:
        self._typed = typed
        shown = text_of("find_typed", number=typed)
        self.question = Question(title=text_of("find"), rows=(shown, text_of("find_keys")), answers={})

    def _type(self, key: str, typed: str) -> Lookup | None:
        if key == "Backspace" and typed:
            self._typing(typed[:-1])
        elif key in BACK_OUT or key == "Enter":
            self.question = self._typed = None
            return Lookup(number=typed) if key == "Enter" and typed else None
        elif len(key) == 1 and key.isalnum() and len(typed) < LONGEST:
            self._typing(typed + key)
        return None

    def _do(self, what: Word, view: Counter, *, opens: bool) -> Wish | Text | None:
        if what == "start" and view.state == "closed":
            return self._wish("open", view) if opens else text_of("when_closed")
        if what == "pause":
            if view.state == "paused":
                return self._wish("resume", view)
            self.question = self._why_pause(view, opens=opens)
            return None
        if what == "finish" and view.customer and view.customer.unsettled:
            self.question = self._missing(view.customer.number, view)
            return None
        if what == "next" and view.state == "serving":
            return self._wish("finish", view, then=self._wish("next", view))
        return self._wish(what, view)

    def _answer(self, question: Question, key: str) -> Wish | None:
        if key in question.answers:
            return question.answers[key]
        if key not in BACK_OUT and question.answers:
            self.question = question  # another key answers nothing; it stays asked
        return None

    def _wish(self, action: Word, view: Counter, *, then: Wish | None = None) -> Wish:
        """It names the customer it means: the hall refuses it when another one is here by then."""
        command = {"type": _COMMANDS[action], "counter": self._counter}
        if action in FOR_WHO_IS_HERE:
            command["ticket"] = view.customer.id if view.customer else ""
        elif action == "undo":
            command["ticket"] = view.undo.ticket if view.undo else ""
        return Wish(action=action, command=command, then=then)

    def _why_pause(self, view: Counter, *, opens: bool) -> Question:
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
            answers["9"] = self._wish("close", view)
            last.append((9, "choice_close"))
        return Question(
            title=text_of("pause_title"),
            rows=(*rows, _joined(_row(*last), text_of("choice_back"))),
            answers=answers,
        )

    def _missing(self, number: str, view: Counter) -> Question:
        """Finishing now is a miss by somebody's name (R06): it is asked once."""
        rows = (text_of("missing_question"), _joined(_row((1, "missing_yes")), text_of("choice_back")))
        return Question(
            title=text_of("missing_title", number=number),
            rows=rows,
            answers={"1": self._wish("finish", view)},
        )


def _row(*choices: tuple[int, Word]) -> Text:
    return _joined(*(Text(f"{n}{SAYS[word].zh}", f"{n}{SAYS[word].en}") for n, word in choices))


def _joined(*parts: Text) -> Text:
    return Text(" ".join(p.zh for p in parts), " ".join(p.en for p in parts))
