"""Take a number at home, arrive, arrive late, never arrive; and nobody in the hall is the worse for it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.care.ladder import reached
from server.domain.codes import code_of
from server.domain.guidance import commands as gc
from server.domain.hall import TicketState
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled, TicketExpired
from server.domain.remote import commands as rc
from server.domain.views.customers.ticket import ahead_of
from tests.builders import Story, a_config, names
from tests.domain.remote.story import arrive, story, taken


@pytest.mark.row("Q42")
def test_a_number_from_home_keeps_its_place_and_is_called_once_its_holder_is_here() -> None:
    today = story("1")
    before = today.issue()
    home = taken(today)
    behind = today.later(minutes=1).issue()
    assert today.ticket(home).state is TicketState.AWAY
    assert today.call_and_start() == today.ticket(before).number
    arrived = arrive(today.later(minutes=2), home)
    assert (arrived.state, arrived.wait_at(today.now)) == (TicketState.WAITING, timedelta(0))
    today.later(minutes=1).do(c.FinishTicket(counter="1"))
    assert today.serve() == arrived.number
    assert today.serve() == today.ticket(behind).number
    (call,) = [e for e in today.log if isinstance(e, TicketCalled) and e.ticket == home]
    assert (call.waited_seconds, call.within_goal) == (60, True)  # from the arrival


def test_nobody_calls_who_is_not_here_and_the_clerk_reads_why() -> None:
    today = story("1")
    home = taken(today)
    assert today.refused(c.CallNext(counter="1")) == "nobody_waiting"
    assert today.refused(c.CallSpecific(counter="1", ticket=home, reason="asked")) == "wrong_state"


def test_nobody_is_overdue_at_home() -> None:
    today = story("1")
    home = taken(today)
    today.later(minutes=40)
    assert list(reached(today.hall, today.now)) == []
    arrive(today, home)
    assert list(reached(today.hall, today.now)) == []
    assert [r.ticket.id for r in reached(today.hall, today.later(minutes=21).now)] == [home] * 3


def test_who_comes_after_their_turn_lets_the_next_few_pass_as_a_missed_number_does() -> None:
    today = story("1")
    home = taken(today)
    others = [today.later(seconds=5).issue() for _ in range(6)]
    assert today.serve() == today.ticket(others[0]).number
    assert today.hall.remote.taken[home].passed
    arrive(today, home)
    order = [today.serve() for _ in range(6)]
    after = today.hall.setup.figures.requeue_after
    assert order.index(today.ticket(home).number) == after
    assert [n for n in order if n != today.ticket(home).number] == [
        today.ticket(t).number for t in others[1:]
    ]


def test_where_nobody_else_waits_who_comes_late_is_called_at_once() -> None:
    today = story("1")
    home, other = taken(today), today.later(seconds=5).issue()
    assert today.serve() == today.ticket(other).number
    arrive(today, home)
    assert today.serve() == today.ticket(home).number


def test_a_call_that_would_have_been_anothers_passes_nobody() -> None:
    today = story("1")
    today.issue()
    home = taken(today.later(seconds=5))
    today.later(seconds=5).issue("bill")
    today.serve()
    assert not today.hall.remote.taken[home].passed
    today.serve()
    assert today.hall.remote.taken[home].passed


@pytest.mark.row("Q42")
def test_who_never_comes_is_given_up_after_the_time_the_hall_keeps_it_and_not_before() -> None:
    today = story("1")
    home = taken(today)
    assert names(today.do(rc.KeepRemote()))[:1] == ["RemoteTurnCame"]  # nobody is before it
    today.later(minutes=45)
    assert "TicketExpired" not in names(today.do(rc.KeepRemote()))
    today.later(seconds=1)
    lapsed = [e for e in today.do(rc.KeepRemote()) if isinstance(e, TicketExpired)]
    assert [(e.ticket, e.reason) for e in lapsed] == [(home, "not_arrived")]
    assert today.ticket(home).never_came
    assert home not in today.hall.remote.taken
    assert today.refused(rc.ConfirmArrival(ticket=home)) == "wrong_state"


def test_a_number_is_kept_as_long_as_somebody_in_the_hall_is_before_it() -> None:
    today = story("1")
    today.issue()
    home = taken(today.later(seconds=1))
    today.later(minutes=90).do(rc.KeepRemote())
    assert today.ticket(home).state is TicketState.AWAY
    today.call()
    today.do(rc.KeepRemote())  # its turn has come: ten minutes from now on
    today.later(minutes=10).do(rc.KeepRemote())
    assert today.ticket(home).state is TicketState.AWAY
    today.later(seconds=1).do(rc.KeepRemote())
    assert today.ticket(home).state is TicketState.EXPIRED


def test_by_a_clock_that_is_not_proven_nobody_is_given_up() -> None:
    today = story("1")
    home = taken(today)
    today.do(rc.KeepRemote())
    today.later(minutes=90).sure = False
    today.do(rc.KeepRemote())
    assert today.ticket(home).state is TicketState.AWAY


def test_the_door_shows_another_code_every_hour_and_the_last_one_is_good_a_little_longer() -> None:
    today = story("1")
    home = taken(today)
    assert (
        today.refused(rc.ConfirmArrival(ticket=home, channel="door_code", door_code="")) == "wrong_door_code"
    )
    today.do(rc.KeepRemote())
    first = today.hall.remote.door
    assert first is not None
    assert (len(first.code), first.code.isdigit()) == (4, True)
    assert "DoorCodeChanged" not in names(today.later(minutes=59).do(rc.KeepRemote()))
    away = taken(today)  # the first one is given up by now
    today.later(minutes=1).do(rc.KeepRemote())
    second = today.hall.remote.door
    assert second is not None
    assert (second.code != first.code, second.before) == (True, first.code)
    wrong = next(f"{n:04}" for n in range(9) if f"{n:04}" not in (first.code, second.code))
    assert (
        today.refused(rc.ConfirmArrival(ticket=away, channel="door_code", door_code=wrong))
        == "wrong_door_code"
    )
    today.later(minutes=10)
    old = rc.ConfirmArrival(ticket=away, channel="door_code", door_code=first.code)
    assert today.refused(old) == "wrong_door_code"
    today.later(minutes=-1).do(old)
    assert today.ticket(away).state is TicketState.WAITING


def test_a_kiosk_confirms_by_the_code_of_the_numbers_own_page_and_prints_the_slip() -> None:
    today = story("1")
    home = taken(today)
    assert today.ticket(home).slip is None
    code = code_of(today.ticket(home).token)
    asked = gc.ComeWithCode(code=code.lower(), channel="kiosk", printer="p1", by="k1")
    assert names(today.do(asked)) == ["TicketArrived", "SlipQueued"]
    assert today.do(asked) == ()  # again, and nothing happens
    assert today.refused(rc.ConfirmArrival(ticket=home)) == "arrived_already"
    assert today.refused(rc.ConfirmArrival(ticket="nonsense")) == "unknown_ticket"


def test_only_who_is_on_the_way_needs_to_confirm() -> None:
    today = story("1")
    assert today.refused(rc.ConfirmArrival(ticket=today.issue())) == "arrived_already"


@pytest.mark.parametrize(
    ("figures", "service", "why"),
    [
        ({"remote_numbers": False}, "bill", "not_remote"),
        ({}, "complex", "not_from_home"),
        ({}, "nowhere", "unknown_service"),
    ],
)
def test_a_hall_says_which_numbers_can_be_taken_from_home(
    figures: dict[str, bool], service: str, why: str
) -> None:
    asked = rc.TakeRemote(service=service, phone="p", network="n")
    assert story("1", **figures).refused(asked) == why


def test_a_hall_that_was_told_nothing_gives_none() -> None:
    assert (
        Story("1", config=a_config()).refused(rc.TakeRemote(service="bill", phone="p", network="n"))
        == "not_remote"
    )


def test_from_home_as_at_the_kiosk_nobody_takes_a_number_of_a_hall_that_is_shut() -> None:
    today = story("1").at("17:00")
    assert today.refused(rc.TakeRemote(service="bill", phone="p", network="n")) == "hall_closed"


def test_one_phone_has_one_number_at_a_time() -> None:
    today = story("1")
    home = taken(today, phone="mine")
    again = rc.TakeRemote(service="advice", phone="mine", network="elsewhere")
    assert today.refused(again) == "remote_open"
    arrive(today, home)
    assert today.refused(again) == "remote_open"
    today.serve()
    today.do(again)


@pytest.mark.row("Q42")
def test_one_network_and_all_together_have_no_more_than_the_hall_wants() -> None:
    today = story("1", remote_at_once=4, remote_from_network=3)
    first = [taken(today, network="one") for _ in range(3)]
    more = rc.TakeRemote(service="bill", phone="p", network="one")
    assert today.refused(more) == "network_full"
    taken(today, network="two")
    assert today.refused(rc.TakeRemote(service="bill", phone="p", network="three")) == "remote_full"
    arrive(today, first[0])
    today.do(more)


def test_on_the_way_one_can_give_way_and_give_up_as_everybody() -> None:
    today = story("1")
    home = taken(today)
    today.issue_many(5)
    today.do(c.GiveWay(ticket=home))
    assert today.ticket(home).state is TicketState.AWAY
    assert "RemoteTurnCame" not in names(today.do(rc.KeepRemote()))  # three go first
    today.serve()
    assert not today.hall.remote.taken[home].passed
    today.do(c.CancelTicket(ticket=home, by="customer"))
    assert today.hall.remote.taken == {}


def test_nobody_sees_the_line_grow_when_somebody_arrives_in_time() -> None:
    today = story("1")
    today.issue()
    home = taken(today.later(seconds=1))
    last = today.later(seconds=1).issue()
    assert ahead_of(today.hall, today.ticket(last)) == 2
    assert ahead_of(today.hall, today.ticket(home)) == 1
    arrive(today, home)
    assert ahead_of(today.hall, today.ticket(last)) == 2


STEPS = st.lists(
    st.sampled_from(["issue", "take", "arrive", "call", "call", "keep"]), min_size=8, max_size=30
)


@settings(max_examples=25)
@given(steps=STEPS, gaps=st.lists(st.integers(1, 400), min_size=30, max_size=30), which=st.data())
def test_whoever_waits_is_passed_by_those_alone_who_took_their_number_before(
    steps: list[str], gaps: list[int], which: st.DataObject
) -> None:
    """In any hall: called as number k + 1 at the latest, k being those who had one before."""
    today, ahead, calls = story("1", remote_from_network=10), dict[str, int](), 0
    for step, gap in zip(steps, gaps, strict=False):
        today.later(seconds=gap)
        absent = [t.id for t in today.hall.tickets.values() if t.state is TicketState.AWAY]
        waiting = list(today.hall.waiting())
        if step == "issue":
            ahead[today.issue()] = calls + len(waiting) + len(absent)
        elif step == "take" and len(absent) < today.hall.setup.figures.remote_at_once:
            taken(today)
        elif step == "arrive" and absent:
            arrive(today, which.draw(st.sampled_from(absent)))
        elif step == "keep":
            today.do(rc.KeepRemote())
        elif step == "call" and waiting:
            called, calls = today.numbered(today.serve(seconds=1)), calls + 1
            assert not called.never_came
            assert calls <= ahead.get(called.id, calls) + 1
            if called.remote:  # nobody in the hall who came before is passed over
                assert all(t.remote or t.issued_at > called.issued_at for t in waiting if t.id != called.id)
