"""Where a clerk's keys work: matrix of who sits where, and the ways a customer is taken over (D6)."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.rights import RIGHTS
from server.api.asking.seats import BESIDE, ENDS, require_own_seat, seated_as
from server.api.asking.wire import COMMANDS, MODELS, wire_name
from server.domain.command import Command
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.queue.events import TicketFinished
from server.domain.refusals import Refused
from tests.builders import Story
from tests.hall_here import HereHall, here_hall
from tests.hall_made import Message

AT_COUNTERS = {
    name: kind
    for name, kind in COMMANDS.items()
    if kind in RIGHTS["clerk"] and "counter" in kind.__dataclass_fields__ and kind is not c.OpenCounter
}
MORE: Mapping[str, Mapping[str, str]] = {
    "call_specific": {"ticket": "t1", "reason": "x"},
    "pause_counter": {"reason": "x"},
    "add_service": {"service": "bill"},
    "park_ticket": {"kind": "customer_away"},
    "resume_ticket": {"ticket": "t1"},
    "walk_direct": {"service": "bill"},
}


def clerk(number: str, role: str = "clerk") -> Actor:
    return Actor(id=f"person:{number}", kind="person", role=role, name="李")


def may(story: Story, actor: Actor, command: object) -> bool:
    try:
        require_own_seat(actor, command, story.hall)  # type: ignore[arg-type]  # of every kind
    except AccessRefused as refused:
        return refused.code not in ("not_your_counter", "served_at_counter")
    return True


def key(name: str, counter: str) -> object:
    return AT_COUNTERS[name](counter=counter, **MORE.get(name, {}))


@pytest.mark.parametrize("name", sorted(AT_COUNTERS))
def test_every_key_of_a_clerk_works_where_the_clerk_sits(name: str) -> None:
    """s1 sits at counter 1, s2 at 2, s9 nowhere."""
    story = Story("1", "2")
    asked = {
        (who, counter): may(story, clerk(who), key(name, counter))
        for who in ("s1", "s2", "s9")
        for counter in ("1", "2")
    }
    assert asked == {
        ("s1", "1"): True,
        ("s1", "2"): False,
        ("s2", "1"): False,
        ("s2", "2"): True,
        ("s9", "1"): True,  # whose own computer is dead, or who takes over for somebody who has gone
        ("s9", "2"): True,
    }
    for role in ("team_leader", "hall_manager", "admin"):
        assert may(story, clerk("s1", role), key(name, "2"))
    keypad = Actor(id="device:k", kind="device", role="keypad", name="k", place="2")
    assert may(story, keypad, key(name, "2"))  # its own counter only, by `access/rights.py`


def test_who_closes_their_counter_may_help_out_and_who_opens_a_second_one_may_use_both() -> None:
    story = Story("1", "2")
    assert may(story, clerk("s1"), c.OpenCounter(counter="3"))
    story.do(c.OpenCounter(counter="3", staff="s1"))
    assert may(story, clerk("s1"), c.Recall(counter="3"))
    assert may(story, clerk("s1"), c.Recall(counter="1"))
    assert not may(story, clerk("s1"), c.Recall(counter="2"))
    story.do(c.CloseCounter(counter="1"))
    story.do(c.CloseCounter(counter="3"))
    assert may(story, clerk("s1"), c.Recall(counter="2"))


# commands that name a ticket and no counter

BY_TICKET = {
    name: kind
    for name, kind in COMMANDS.items()
    if kind in RIGHTS["clerk"] | RIGHTS["guide"]
    and "ticket" in kind.__dataclass_fields__
    and not issubclass(kind, c.AtCounter | c.CallSpecific)
}
SAID: Mapping[str, Mapping[str, object]] = {
    "divert": {"way": Way.ANSWERED},
    "hand_over": {"way": Way.OTHER_DEPT, "department": "计量班"},
    "give_notice": {"also": "户口本"},
    "give_pass": {"reason": "系统故障"},
    "change_service": {"service": "install"},
    "give_gift": {"gift": "umbrella"},
    "tick_step": {"step": 0},
}


def about(name: str, ticket: str) -> Command:
    return BY_TICKET[name](ticket=ticket, **SAID.get(name, {}))


@pytest.mark.parametrize("name", sorted(BY_TICKET))
def test_what_is_done_about_a_colleagues_customer_is_the_colleagues_to_do(name: str) -> None:
    """s1 serves at counter 1, s2 sits at 2, s9 nowhere: diverting a ticket ended the service at another's."""
    story = Story("1", "2")
    here, waiting = story.issue(), story.issue()
    story.call("1")
    beside = BY_TICKET[name] in BESIDE
    assert may(story, clerk("s1"), about(name, here))
    assert may(story, clerk("s2"), about(name, here)) is beside
    assert may(story, clerk("s9"), about(name, here))  # who takes over (D6)
    assert may(story, clerk("s2"), about(name, waiting))
    assert may(story, clerk("s5", "guide"), about(name, here)) is (BY_TICKET[name] not in ENDS)
    assert may(story, clerk("s5", "guide"), about(name, waiting))
    for role in ("team_leader", "hall_manager", "admin"):
        assert may(story, clerk("s2", role), about(name, here))


def standing_at(story: Story) -> tuple[object, ...]:
    counter = story.hall.counters["1"]
    return (counter.state, counter.ticket, story.hall.ended.keys())


@pytest.mark.parametrize("name", sorted(BY_TICKET))
def test_nothing_that_empties_a_counter_is_left_out_of_the_rule(name: str) -> None:
    """Whatever a command is called: it is done, and where the counter is not as it was the rule knows it."""
    story = Story("1", "2")
    ticket = story.issue()
    story.call_and_start("1")
    before, asked = standing_at(story), about(name, ticket)
    by_others, by_a_guide = may(story, clerk("s2"), asked), may(story, clerk("s5", "guide"), asked)
    try:
        story.do(asked)
    except Refused:
        assert name not in ("divert", "hand_over", "give_notice", "give_pass", "change_service")
    if standing_at(story) != before:
        assert BY_TICKET[name] in ENDS
        assert (by_others, by_a_guide) == (False, False)


def test_a_notice_with_which_the_case_goes_on_ends_nothing() -> None:
    story = Story("1", "2")
    ticket = story.issue()
    story.call_and_start("1")
    goes_on = gc.GiveNotice(ticket=ticket, also="户口本", leaves=False)
    assert may(story, clerk("s2"), goes_on)
    assert may(story, clerk("s5", "guide"), goes_on)


@pytest.mark.parametrize("kind", list(ParkKind))
def test_whom_a_counter_has_set_aside_is_sent_away_by_nobody_else_and_taken_up_by_others(
    kind: ParkKind,
) -> None:
    """A parked customer was given a notice by whoever found the number, and their papers lay at counter 1."""
    story = Story("1", "2")
    ticket = story.issue()
    story.call_and_start("1")
    story.do(c.ParkTicket(counter="1", kind=kind, ticket=ticket))
    for ends in (about(name, ticket) for name in BY_TICKET if BY_TICKET[name] in ENDS):
        assert may(story, clerk("s1"), ends)
        assert not may(story, clerk("s2"), ends), ends
        assert not may(story, clerk("s5", "guide"), ends), ends
        assert may(story, clerk("s2", "team_leader"), ends)
    assert may(story, clerk("s2"), c.ResumeTicket(ticket=ticket, counter="2"))
    assert may(story, clerk("s5", "guide"), c.ResumeTicket(ticket=ticket))
    if kind is ParkKind.DOCUMENTS_HELD:
        return  # a counter does not close over them
    story.do(c.CloseCounter(counter="1"))  # whose clerk has gone: somebody has to see to them
    assert may(story, clerk("s2"), about("give_notice", ticket))
    assert may(story, clerk("s5", "guide"), about("give_notice", ticket))


async def test_a_service_at_a_counter_is_not_ended_from_elsewhere_by_http(data: Path) -> None:
    async with here_hall(data) as hall:
        one, other = await seated(hall, "1", "wang"), await seated(hall, "2", "li")
        ticket = await hall.called("1")
        await hall.do("start_service", counter="1")
        notice = {"ticket": ticket, "also": "户口本"}
        status, body = await hall.post(other, "give_notice", **notice)
        assert (status, body["code"]) == (403, "not_your_counter")
        status, body = await hall.post(hall.token("guide"), "divert", ticket=ticket, way="answered")
        assert (status, body["code"]) == (403, "served_at_counter")
        assert body["text"]["zh"] == "A001 正由 1 号窗口接待，请由该窗口处理，或请班长处理"
        assert (await hall.post(one, "give_notice", **notice))[0] == 200


def test_a_script_sits_by_its_name() -> None:
    assert seated_as(Actor(id="script:ab", kind="script", role="clerk", name="s1")) == "s1"
    assert seated_as(clerk("1001")) == "1001"


async def seated(hall: HereHall, counter: str, name: str) -> str:
    token = hall.token("clerk", name=name)
    status, _ = await hall.post(token, "open_counter", counter=counter)
    assert status == 200
    return token


async def test_a_colleagues_customer_is_not_finished_by_http(data: Path) -> None:
    async with here_hall(data) as hall:
        one, other = await seated(hall, "1", "wang"), await seated(hall, "2", "li")
        await hall.issue()
        await hall.post(one, "call_next", counter="1")
        status, body = await hall.post(other, "finish_ticket", counter="1")
        assert (status, body["code"]) == (403, "not_your_counter")
        assert body["text"]["zh"] == "您在 2 号窗口，不能操作 1 号窗口；请先关闭自己的窗口，或请班长处理"


async def test_d6_a_customer_is_taken_over_by_who_is_free_and_the_record_says_who(data: Path) -> None:
    async with here_hall(data) as hall:
        await seated(hall, "1", "wang")
        helper = hall.token("clerk", name="li")
        await hall.issue()
        await hall.do("call_next", counter="1")
        assert (await hall.post(helper, "start_service", counter="1"))[0] == 200
        assert (await hall.post(helper, "finish_ticket", counter="1"))[0] == 200
        found = await hall.house.live.journal.read(
            hall.clock.at - timedelta(hours=9),
            hall.clock.at + timedelta(hours=1),
            lambda events: [(r.event, r.actor) for r in events],
        )
        (finished,) = [actor for event, actor in found if isinstance(event, TicketFinished)]
        assert finished == next(f"script:{d.device_id}" for d in hall.house.devices.list() if d.name == "li")


# the customer a key means is always said


@pytest.mark.parametrize(
    "name", sorted(wire_name(kind) for kind in COMMANDS.values() if issubclass(kind, c.AtCounter))
)
async def test_a_key_that_names_nobody_is_refused_in_words(seats: HereHall, name: str) -> None:
    """A raw key without `ticket` went around `moved_on` (C32)."""
    assert "ticket" in MODELS[name].model_json_schema()["required"]
    body: Message = {"id": f"raw-{name}", "counter": "1", **MORE.get(name, {})}
    answer = await seats.http.post(
        f"/api/commands/{name}", json=body, headers={"authorization": f"Bearer {seats.admin}"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


async def test_a_key_for_nobody_hits_nobody(seats: HereHall) -> None:
    await seats.called("1")
    status, body = await seats.post(seats.admin, "mark_no_show", counter="1", ticket="")
    assert (status, body["code"]) == (409, "moved_on")


@pytest.fixture
async def seats(hall: HereHall) -> HereHall:
    return hall
