"""Every command has its rule; what is refused changes nothing."""

from dataclasses import fields, replace

import pytest

from server.domain.areas import RULES
from server.domain.decide import decide
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue.area import QUEUE
from server.domain.refusals import Refused
from server.domain.text import Text
from server.routing import fair_share
from tests.builders import MORNING, Story, a_hall


def test_deciding_changes_nothing_and_twice_is_the_same() -> None:
    hall, now = a_hall("1"), Now(at=MORNING, new_id="t", new_token="secret", pick=fair_share.pick)
    ask = c.IssueTicket(service="bill")
    assert decide(hall, ask, now) == decide(hall, ask, now)
    assert hall.tickets == {}


def test_a_hall_without_a_set_up_refuses_everything_of_the_queue() -> None:
    story = Story(empty=True)
    for command in (
        c.CallNext(counter="1"),
        c.IssueTicket(service="bill"),
        c.WalkDirect(counter="1", service="bill"),
        c.OpenCounter(counter="1"),
        c.CloseDay(reason="over"),
        c.ChangeProfile(counter="1", profile="all"),
        c.SuspendService(service="bill", reason=fair_share.TITLE),
        c.UndoLast(counter="1"),
    ):
        assert story.refused(command) == "no_hall"
    assert story.refused(c.MarkWalkout(ticket="t1")) == "unknown_ticket"
    assert story.hall == Hall()


def test_a_name_nobody_has_is_refused_by_its_kind() -> None:
    story = Story("1")
    ghosts = {
        c.CallNext(counter="9"): "unknown_counter",
        c.Recall(counter="9"): "unknown_counter",
        c.OpenCounter(counter="9"): "unknown_counter",
        c.ResumeCounter(counter="9"): "unknown_counter",
        c.CallSpecific(counter="1", ticket="ghost", reason="why"): "unknown_ticket",
        c.RequeueTicket(ticket="ghost"): "unknown_ticket",
        c.ResumeTicket(ticket="ghost"): "unknown_ticket",
        c.StartFormFilling(ticket="ghost"): "unknown_ticket",
        c.IssueTicket(service="ghost"): "unknown_service",
        c.WalkDirect(counter="1", service="ghost"): "unknown_service",
        c.RestoreService(service="ghost"): "unknown_service",
        c.ChangeProfile(counter="1", profile="ghost"): "unknown_profile",
        c.OpenCounter(counter="2", profile="ghost"): "unknown_profile",
    }
    assert {command: story.refused(command) for command in ghosts} == ghosts


# What names a counter and hits no customer there: the counter must be free, or it is not about who is there.
NOT_FOR_WHO_IS_THERE = {
    c.CallNext,
    c.CallSpecific,
    c.WalkDirect,
    c.ResumeTicket,
    c.OpenCounter,
    c.CloseCounter,
    c.PauseCounter,
    c.ResumeCounter,
    c.ChangeProfile,
}


def test_every_key_for_the_customer_at_a_counter_can_name_the_customer() -> None:
    at_a_counter = {k for k in QUEUE.rules if "counter" in {f.name for f in fields(k)}}
    assert {k for k in at_a_counter if not issubclass(k, c.AtCounter)} == NOT_FOR_WHO_IS_THERE
    assert {k for k in RULES if issubclass(k, c.AtCounter)} == at_a_counter - NOT_FOR_WHO_IS_THERE


def test_a_refusal_calls_a_counter_by_its_name() -> None:
    """C15: a room is no number."""
    hall = a_hall("1")
    assert hall.config
    room = tuple(replace(one, name=Text("接待室", "")) for one in hall.config.counters)
    named = replace(hall, config=replace(hall.config, counters=room))
    now = Now(at=MORNING, new_id="t", new_token="secret", pick=fair_share.pick)
    with pytest.raises(Refused) as refused:
        decide(named, c.OpenCounter(counter="1"), now)
    assert refused.value.text == Text("接待室已经开放", "接待室 is already open.")
    assert refused.value.fields["counter"] == "1"
