"""Told once, kept, renewed with a reason, scored; a line at risk is one episode."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from server.domain.event import Event
from server.domain.promises.commands import LookAhead
from server.domain.promises.events import LineAtRisk, WaitPromised
from server.domain.promises.nouns import Ahead, Foresight, Why
from server.domain.promises.rules import kept_share
from server.domain.queue import commands as c
from tests.builders import PRIORITY, Story, names, with_figures

MINUTE = 60.0


def told(events: tuple[Event, ...]) -> list[tuple[int, float, float, Why]]:
    """Version, low and high in minutes, why."""
    return [
        (e.version, e.low / MINUTE, e.high / MINUTE, e.why) for e in events if isinstance(e, WaitPromised)
    ]


def foresees(story: Story, minutes: Mapping[str, tuple[float, float]], **shares: float) -> None:
    """By ticket or queue: called between so many minutes from now."""
    ahead = {k: Ahead(low=low * MINUTE, high=high * MINUTE, **shares) for k, (low, high) in minutes.items()}
    joins = {(k, False): a for k, a in ahead.items() if len(k) == 1}
    foresight = Foresight(at=story.now, seq=0, tickets=ahead, joins=joins)
    story.foresee = lambda: foresight


def looked(story: Story, minutes: Mapping[str, tuple[float, float]], **shares: float) -> tuple[Event, ...]:
    foresees(story, minutes, **shares)
    return story.do(LookAhead())


@pytest.mark.row("Q01")
def test_the_number_and_what_its_slip_says_of_the_wait_are_one_commit() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    events = today.do(c.IssueTicket(service="bill"))
    assert names(events)[-2:] == ["TicketIssued", "WaitPromised"]
    assert told(events) == [(1, 9, 15, Why.FIRST)]


def test_who_could_not_be_foreseen_is_promised_nothing_yet() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    assert told(today.do(c.IssueTicket(service="bill", priority=PRIORITY))) == []
    today.foresee = lambda: None
    assert told(today.do(c.IssueTicket(service="bill"))) == []
    assert today.do(LookAhead()) == ()


def test_a_promise_is_kept_while_a_person_would_plan_the_same() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    today.later(minutes=3)
    assert looked(today, {ticket: (6, 12)}) == ()  # as promised
    assert looked(today, {ticket: (6, 16.9)}) == ()  # less than five minutes more
    assert told(looked(today, {ticket: (8, 17.1)})) == [(2, 8, 17.1, Why.LONGER)]
    assert today.hall.promises.newest[ticket].version == 2


@pytest.mark.row("Q01")
def test_what_is_promised_is_the_minute_that_is_read() -> None:
    """Rounded outward on the slip, so it is late only after the minute that the slip says."""
    today = Story("1")
    foresees(today, {"A": (4, 11.2)})
    ticket, told_at = today.issue(), today.now
    assert today.hall.promises.newest[ticket].latest == told_at + timedelta(minutes=15)
    today.later(minutes=13)
    assert looked(today, {ticket: (0, 6)}) == ()  # 19 instead of 15 is no other plan


def ahead(minutes: tuple[float, float, float, float]) -> Ahead:
    low, middle, high, late = (m * MINUTE for m in minutes)
    return Ahead(low=low, high=high, middle=middle, late=late)


def looked_closer(
    story: Story, ticket: str, minutes: tuple[float, float, float, float]
) -> list[tuple[float, Why]]:
    """`minutes`: by which a tenth, half, nine tenths and nearly all futures have called."""
    story.foresee = lambda: Foresight(at=story.now, seq=0, tickets={ticket: ahead(minutes)})
    return [(e.until / MINUTE, e.why) for e in story.do(LookAhead()) if isinstance(e, WaitPromised)]


def test_what_will_more_probably_be_kept_is_not_put_off() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    assert looked_closer(today, ticket, (8, 14, 27, 35)) == []
    assert looked_closer(today, ticket, (8, 16, 27, 35)) == [(30, Why.LONGER)]


def test_what_is_told_earlier_is_told_to_last() -> None:
    today = Story("1")
    foresees(today, {"A": (20, 30)})
    ticket = today.issue()
    assert looked_closer(today, ticket, (5, 9, 15, 25)) == []  # nearly all: not nine minutes earlier
    assert looked_closer(today, ticket, (5, 9, 15, 19)) == [(20, Why.QUICKER)]
    assert looked_closer(today, ticket, (5, 12, 22, 26)) == []  # and so it stands when it is busier again


def test_of_a_long_wait_it_is_three_in_ten_that_count() -> None:
    today = Story("1")
    foresees(today, {"A": (30, 60)})
    ticket = today.issue()
    assert looked(today, {ticket: (30, 77)}) == ()
    assert told(looked(today, {ticket: (30, 79)})) == [(2, 30, 79, Why.LONGER)]


def test_a_promise_whose_time_is_up_is_renewed_unless_the_call_is_near() -> None:
    today = Story("1")
    foresees(today, {"A": (1, 2)})
    ticket = today.issue()
    today.later(minutes=2, seconds=1)
    assert looked(today, {ticket: (0, 1)}) == ()
    assert told(looked(today, {ticket: (1, 4)})) == [(2, 1, 4, Why.LONGER)]


def test_it_says_why() -> None:
    today = Story("1", "2")
    foresees(today, {"A": (9, 15)})
    ticket = today.issue()
    today.do(c.PauseCounter(counter="2", reason="drink"))
    assert told(looked(today, {ticket: (20, 30)}))[0][3] is Why.COUNTER_PAUSED
    today.do(c.ResumeCounter(counter="2"))
    assert told(looked(today, {ticket: (9, 15)}))[0][3] is Why.COUNTER_OPENED
    today.do(c.CloseCounter(counter="2"))
    assert told(looked(today, {ticket: (20, 30)}))[0][3] is Why.COUNTER_CLOSED
    today.issue(priority=PRIORITY)
    assert told(looked(today, {ticket: (30, 40)}))[0][3] is Why.OTHERS_FIRST
    assert told(looked(today, {ticket: (5, 10)}))[0][3] is Why.QUICKER
    today.do(c.ChangeService(ticket=ticket, service="change"))
    assert told(looked(today, {ticket: (5, 10)}))[0][3] is Why.MOVED


def test_perhaps_not_today_is_said_when_it_shows_and_taken_back() -> None:
    today = Story("1")
    foresees(today, {"A": (9, 15)}, unserved=0.3)
    ticket = today.issue()
    assert today.hall.promises.newest[ticket].doubtful
    assert looked(today, {ticket: (9, 15)}, unserved=0.4) == ()
    assert len(told(looked(today, {ticket: (9, 15)}, unserved=0.29))) == 1
    assert not today.hall.promises.newest[ticket].doubtful


def test_the_call_scores_what_was_said_last_and_few_calls_say_nothing() -> None:
    today = Story("1")
    for n in range(30):
        assert kept_share(today.hall) is None
        foresees(today, {"A": (1, 2)})
        ticket = today.issue()
        today.later(minutes=2 if n < 21 else 2.1)
        today.serve("1", seconds=1)
        assert ticket not in today.hall.promises.newest
    assert kept_share(today.hall) == pytest.approx(0.7)
    today.later(days=1).issue()
    assert kept_share(today.hall) is None


@pytest.mark.row("R12")
def test_a_line_at_risk_is_one_episode_that_ends_when_it_has_been_calm() -> None:
    today = Story("1", config=with_figures(risk_people=2, risk_calm_seconds=600))
    line = [today.issue() for _ in range(4)]
    sure = {t: (25.0, 35.0) for t in line}
    assert "LineAtRisk" not in names(looked(today, sure, over=0.35))  # rather one of them
    (risk,) = (e for e in looked(today, sure, over=0.4) if isinstance(e, LineAtRisk))
    assert (risk.queue, risk.people) == ("A", 1.6)
    assert looked(today, sure, over=0.9) == ()
    assert names(looked(today, sure, over=0.1)) == ["LineCalm"]
    today.later(minutes=9)
    assert "LineAtRisk" in names(looked(today, sure, over=0.9))  # the same episode goes on
    assert today.hall.promises.at_risk["A"].since == today.log[0].at
    assert names(looked(today, sure, over=0.1)) == ["LineCalm"]
    today.later(minutes=10)
    assert "RiskOver" in names(looked(today, {}, over=0.1))
    assert today.hall.promises.at_risk == {}


def test_who_is_past_the_threshold_is_at_risk_no_more_but_owed() -> None:
    today = Story("1")
    line = [today.issue() for _ in range(4)]
    today.later(minutes=21)
    assert "LineAtRisk" not in names(looked(today, dict.fromkeys(line, (1.0, 5.0)), over=1.0))
