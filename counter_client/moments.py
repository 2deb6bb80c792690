"""What can be done at which moment of a counter: the console's table (`moments.ts`; a test compares them)."""

from collections.abc import Mapping

from counter_client.keypad_texts import Word
from counter_client.view import Counter

# Only the actions a keypad has; "start" at a closed counter opens it.
POSSIBLE: Mapping[str, frozenset[Word]] = {
    "closed": frozenset({"start"}),
    "open_idle": frozenset({"next", "pause", "close", "undo"}),
    "calling": frozenset({"start", "recall", "no_show", "back"}),
    "serving": frozenset({"next", "finish"}),
    "paused": frozenset({"pause", "close"}),
}
WHY: Mapping[str, Word] = {
    "closed": "when_closed",
    "open_idle": "when_idle",
    "calling": "when_calling",
    "serving": "when_serving",
    "paused": "when_paused",
}
_STEPS: Mapping[str, Word] = {
    "closed": "start",
    "open_idle": "next",
    "calling": "start",
    "serving": "finish",
    "paused": "start",  # not possible there: a pause ends by its own key
}


def moment(state: str) -> str:
    """A state a newer server may have invented is treated as closed: no key does harm there."""
    return state if state in POSSIBLE else "closed"


def step(here: Counter) -> Word:
    """What Enter does: the next thing the customer needs. It never misses anybody and never ends a pause."""
    if here.state == "calling" and not here.confirm_arrival:
        return "finish"
    return _STEPS[moment(here.state)]


def possible(action: Word, here: Counter) -> bool:
    if action == "undo" and here.undo is None:
        return False
    if action == "next" and _unsettled(here):
        return False
    if action == "finish" and here.state == "calling" and not here.confirm_arrival:
        return True
    return action in POSSIBLE[moment(here.state)]


def why_not(action: Word, here: Counter, *, person: bool) -> Word:
    """The words for a key that does nothing now: what would help."""
    if action == "undo":
        return "no_undo"
    now = moment(here.state)
    if action == "next" and now == "serving" and _unsettled(here):
        return "when_remedy"
    if now == "closed" and person:
        return "when_closed_here"
    if now == "calling" and not here.confirm_arrival:
        return "when_called"
    return WHY[now]


def _unsettled(here: Counter) -> bool:
    return here.customer is not None and here.customer.unsettled
