"""What the counter's view says can be done, put to a keypad's keys; what Enter means at which moment."""

from collections.abc import Mapping

from counter_client.keypad.keypad_texts import SAYS, Word
from counter_client.keypad.view import Counter

COMMANDS: Mapping[Word, str] = {
    "next": "call_next",
    "start": "start_service",
    "finish": "finish_ticket",
    "recall": "recall",
    "no_show": "mark_no_show",
    "back": "return_to_queue",
    "pause": "pause_counter",
    "close": "close_counter",
    "undo": "undo_last",
}
# Keys that mean another command at another moment.
_AT: Mapping[tuple[str, Word], str] = {
    ("serving", "next"): "finish_and_next",
    ("closed", "start"): "open_counter",
    ("paused", "pause"): "resume_counter",
}
_STEPS: Mapping[str, Word] = {
    "closed": "start",
    "open_idle": "next",
    "calling": "start",
    "serving": "finish",
    "paused": "start",  # not possible there: a pause ends by its own key
}
UNSAID: Word = "when_closed"  # of a reason that a newer server has found


def moment(state: str) -> str:
    """A state a newer server may have invented is shown as closed."""
    return state if state in _STEPS else "closed"


def step(view: Counter) -> Word:
    """What Enter does: the next thing the customer needs. It never misses anybody and never ends a pause."""
    if view.state == "calling" and possible("finish", view):
        return "finish"
    return _STEPS[moment(view.state)]


def possible(action: Word, view: Counter) -> bool:
    return _why(action, view) == ""


def why_not(action: Word, view: Counter, *, person: bool) -> Word:
    """The words for a key that does nothing now: what would help."""
    why = _why(action, view)
    if why == "when_closed" and person:
        return "when_closed_here"
    return why if why in SAYS else UNSAID  # type: ignore[return-value]  # it is one of them


def _why(action: Word, view: Counter) -> str:
    """What the view does not speak of cannot be."""
    return view.can.get(_AT.get((view.state, action)) or COMMANDS.get(action, ""), UNSAID)
