"""What is possible when: as the view says it, the same as at the console."""

from dataclasses import fields, replace

import pytest

from counter_client.keypad.moments import COMMANDS, moment, possible, step, why_not
from counter_client.keypad.view import Counter
from server.domain.hall import CounterState
from server.domain.views.clerk.counter_can import CounterCan, counter_can
from tests.care_builders import over_wait
from tests.keypad.booth import Booth, a_booth


def here(state: str, *, confirm_arrival: bool = True) -> Counter:
    seen = a_booth().seen.view
    assert seen
    can = counter_can(CounterState(state), confirm_arrival=confirm_arrival, undo=False, unsettled=False)
    said = {f.name: getattr(can, f.name) for f in fields(CounterCan)}
    return replace(seen, state=state, confirm_arrival=confirm_arrival, can=said)


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
    owed = booth.seen.view
    assert owed
    assert not possible("next", owed)
    assert why_not("next", owed, person=True) == "when_remedy"
    assert possible("finish", owed)


def test_undo_needs_something_to_undo() -> None:
    assert not possible("undo", here("open_idle"))
    assert why_not("undo", here("open_idle"), person=True) == "no_undo"
    booth = a_booth()
    booth.press("Enter", "-", "-")
    assert booth.seen.view
    assert possible("undo", booth.seen.view)


def test_what_a_newer_hall_has_found_is_shown_as_closed_and_does_no_harm() -> None:
    newer = replace(here("open_idle"), state="drilling", can={"call_next": "when_drilling"})
    assert moment("drilling") == "closed"
    assert not [action for action in COMMANDS if possible(action, newer)]
    assert why_not("next", newer, person=False) == "when_closed"


def test_who_may_not_open_is_sent_to_the_console() -> None:
    assert why_not("next", here("closed"), person=False) == "when_closed"
    assert why_not("next", here("closed"), person=True) == "when_closed_here"
