"""What is possible when: the same as at the console."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from counter_client.moments import POSSIBLE, possible, step, why_not
from counter_client.view import Counter
from tests.care_builders import over_wait
from tests.keypad.booth import Booth, a_booth

CONSOLE = Path(__file__).parent.parent.parent / "counter_client" / "moments.ts"


def of_the_console() -> dict[str, set[str]]:
    table = re.search(r"POSSIBLE.*?= \{(.*?)\n\};", CONSOLE.read_text(encoding="utf-8"), re.S)
    assert table
    return {m: set(re.findall(r'"(\w+)"', a)) for m, a in re.findall(r"(\w+): \[(.*?)\]", table[1])}


def test_the_table_is_the_consoles_less_what_a_keypad_cannot_do() -> None:
    console = of_the_console()
    known = set().union(*POSSIBLE.values())
    assert {moment: actions & known for moment, actions in console.items()} == POSSIBLE


def here(state: str, **changes: object) -> Counter:
    seen = a_booth().seen.here
    assert seen
    return replace(seen, state=state, **changes)


@pytest.mark.parametrize(
    ("state", "action"),
    [("closed", "start"), ("open_idle", "next"), ("calling", "start"), ("serving", "finish")],
)
def test_enter_does_the_next_thing(state: str, action: str) -> None:
    assert step(here(state)) == action
    assert possible(step(here(state)), here(state))


def test_enter_never_ends_a_pause_and_never_misses_a_customer() -> None:
    assert not possible(step(here("paused")), here("paused"))
    assert step(here("calling")) != "no_show"


def test_a_hall_that_confirms_no_arrival_finishes_a_called_customer() -> None:
    called = here("calling", confirm_arrival=False)
    assert step(called) == "finish"
    assert possible("finish", called)
    assert not possible("next", called)
    assert why_not("next", called, person=True) == "when_called"
    assert not possible("finish", here("calling"))


def test_nobody_is_called_past_a_remedy() -> None:
    story, _ = over_wait()
    booth = Booth(story)
    booth.press("Enter", "Enter")
    owed = booth.seen.here
    assert owed
    assert not possible("next", owed)
    assert why_not("next", owed, person=True) == "when_remedy"
    assert possible("finish", owed)


def test_undo_needs_something_to_undo() -> None:
    assert not possible("undo", here("open_idle"))
    assert why_not("undo", here("open_idle"), person=True) == "no_undo"
    booth = a_booth()
    booth.press("Enter", "-", "-")
    assert booth.seen.here
    assert possible("undo", booth.seen.here)


def test_a_state_of_a_newer_hall_is_taken_as_closed() -> None:
    assert [action for action in set().union(*POSSIBLE.values()) if possible(action, here("drilling"))] == [
        "start"
    ]


def test_who_may_not_open_is_sent_to_the_console() -> None:
    assert why_not("next", here("closed"), person=False) == "when_closed"
    assert why_not("next", here("closed"), person=True) == "when_closed_here"
