"""What the view says can be done is what the hall would do: asked of both, in every moment of a counter."""

from dataclasses import fields
from typing import Any

import pytest

from server.domain.command import Command
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.hall import CounterState, ParkKind
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.views.clerk.counter import counter
from server.domain.views.clerk.counter_can import STEPS, WHY, CounterCan
from server.routing import fair_share
from tests.builders import Story, with_figures
from tests.care_builders import over_wait

# Beside the state: nobody waits, the recalls are used up, papers are held here.
OF_THE_COMMAND = {"nobody_waiting", "recall_limit", "parked_here"}


def asked(story: Story, command: str) -> Command:
    """As the console would send it."""
    ticket = next((t.id for t in story.hall.tickets.values() if t.state == "waiting"), "")
    here = story.hall.counters["1"].ticket or ""
    more: dict[str, dict[str, Any]] = {
        "call_specific": {"ticket": ticket, "reason": "r"},
        "walk_direct": {"service": "bill"},
        "pause_counter": {"reason": "r"},
        "open_counter": {"staff": "1201"},
        "transfer_ticket": {"to_queue": story.hall.config.queues[0].id if story.hall.config else ""},
        "park_ticket": {"kind": ParkKind.DOCUMENTS_HELD},
        "add_service": {"service": "bill"},
        "change_service": {"ticket": here, "service": "invoice"},
        "divert": {"ticket": here or "nobody", "way": Way.ANSWERED},
        "change_profile": {"profile": story.hall.counters["1"].profile},
    }
    name = "".join(word.title() for word in command.split("_"))
    kind = getattr(c, name, None) or getattr(gc, name)
    known = {f.name for f in fields(kind)}
    said = {name: value for name, value in {"counter": "1", **more.get(command, {})}.items() if name in known}
    return kind(**said)  # type: ignore[no-any-return]


def can(story: Story) -> CounterCan:
    return counter(story.hall, story.now, {}, counter_id="1", pick=fair_share.pick).can


def refused(story: Story, command: str) -> str:
    trial = Story()
    trial.hall, trial.now = story.hall, story.now
    try:
        trial.do(asked(story, command))
    except Refused as no:
        return no.code
    return ""


def moments(*, confirm_arrival: bool) -> dict[str, Story]:
    config = with_figures(confirm_arrival=confirm_arrival)
    found = {
        name: Story("1", config=config) for name in ("open_idle", "calling", "serving", "paused", "undo")
    }
    for story in found.values():
        for _ in range(3):
            story.issue()
    found["closed"] = Story(config=config)
    for name in ("calling", "serving", "undo"):
        found[name].call()
    found["serving"].do(c.StartService(counter="1"))
    found["undo"].do(c.MarkNoShow(counter="1"))
    found["paused"].do(c.PauseCounter(counter="1", reason="r"))
    return found


@pytest.mark.parametrize("confirm_arrival", [True, False])
@pytest.mark.parametrize("command", [*STEPS, "change_profile", "undo_last"])
def test_the_view_says_what_the_hall_would_do(command: str, confirm_arrival: bool) -> None:
    for name, story in moments(confirm_arrival=confirm_arrival).items():
        said, done = getattr(can(story), command), refused(story, command)
        if said:
            assert done, f"{name}: {command} can be done, and the view says {said}"
        else:
            assert done in {"", *OF_THE_COMMAND}, f"{name}: {command} is refused: {done}"


def test_every_state_has_its_reason() -> None:
    assert set(WHY) == set(CounterState)


def test_a_second_press_never_ends_whom_the_first_one_called() -> None:
    for confirm_arrival in (True, False):
        assert can(moments(confirm_arrival=confirm_arrival)["calling"]).finish_and_next
    assert can(moments(confirm_arrival=True)["serving"]).finish_and_next == ""


def test_nobody_else_is_called_before_the_remedy_is_settled() -> None:
    story, _ = over_wait()
    story.call()
    story.do(c.StartService(counter="1"))
    here = can(story)
    assert (here.finish_and_next, here.give_gift) == ("when_remedy", "")
    assert (here.finish_ticket, here.transfer_ticket, here.park_ticket) == ("", "", ""), (
        "with the same customer"
    )


def test_without_a_remedy_there_is_no_gift_and_without_a_step_nothing_to_undo() -> None:
    here = can(moments(confirm_arrival=True)["serving"])
    assert (here.give_gift, here.undo_last) == ("no_remedy", "no_undo")
