"""What a customer's own phone shows."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.guidance import commands as gc
from server.domain.hall import Hall, PriorityClass, Slip, SlipState, Ticket, TicketState
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.views.customers.ticket import TicketView, ahead_of, ticket_view, wait_of
from server.domain.views.guides.guide import guide
from server.domain.views.guides.standing import standing
from server.watchers.devices.what_slips_say import Saying, number_said, wait_text
from tests.builders import PRIORITY, PROOF, SERVICES, Story, a_config, leaves


def shown(story: Story, ticket: str) -> TicketView:
    return ticket_view(story.hall, story.ticket(ticket), {"A": 780.0})


def test_a_phone_shows_number_line_and_wait() -> None:
    story = Story("1")
    story.issue_many(8)
    ticket = story.later(seconds=1).issue()
    view = shown(story, ticket)
    assert (view.number, view.ahead, view.wait.minutes, view.state) == ("A009", 8, 15, "waiting")
    assert (view.zone.en, view.counter, view.counter_name) == ("East", "", None)


def test_a_wait_is_the_tickets_own_not_that_of_somebody_behind_it() -> None:
    story = Story("1")
    ticket = story.ticket(story.issue())
    assert wait_of(ticket, {"A": 780.0, ticket.id: 0.0}).state == "soon"
    assert wait_of(ticket, {"A": 780.0}).minutes == 15


def test_a_phone_says_where_to_go_when_called() -> None:
    story = Story("3")
    ticket = story.issue("change")
    story.call("3")
    view = shown(story, ticket)
    assert (view.state, view.counter, view.ahead) == ("called", "3", 0)
    assert view.counter_name is not None
    assert view.counter_name.en == "Counter 3"
    assert view.materials == (PROOF,)


def test_only_those_in_the_same_queue_with_an_earlier_place_are_ahead() -> None:
    story = Story("1")
    first, second = story.issue_many(2)
    story.issue("advice")
    assert [ahead_of(story.hall, story.ticket(t)) for t in (first, second)] == [0, 1]
    story.do(c.StartFormFilling(ticket=first))
    assert ahead_of(story.hall, story.ticket(second)) == 0


def test_a_phone_opens_with_its_own_token_and_tells_no_reason() -> None:
    story = Story("1")
    ticket = story.issue(priority=PRIORITY, priority_reason="pregnant")
    assert shown(story, ticket).token == story.ticket(ticket).token
    for name, value in leaves(shown(story, ticket)):
        assert name not in ("priority", "priority_reason", "staff")
        assert value != "pregnant"


def test_after_the_day_a_ticket_is_shown_though_its_business_is_no_more() -> None:
    story = Story("1")
    ticket = story.issue("invoice")
    story.do(c.CloseDay(reason="over"))
    fewer: HallConfig = a_config(services=tuple(s for s in SERVICES if s.id != "invoice"))
    story.do(ConfigureHall(config=fewer))
    view = shown(story, ticket)
    assert (view.number, view.state, view.service.zh) == ("A001", "expired", "")


# One answer for every screen, slip and voice: the tablet said five where the customer's phone said six.

SERVICES_ASKED, TOGETHER = ("bill", "invoice", "change"), ("1", "3", "4")
STEPS = st.one_of(
    st.tuples(st.just("issue"), st.sampled_from(SERVICES_ASKED), st.booleans()),
    st.tuples(st.sampled_from(["form", "end_form", "later", "leave", "requeue"]), st.integers(0, 9)),
    st.tuples(st.just("call"), st.sampled_from(TOGETHER)),
    st.tuples(st.just("return"), st.integers(0, 3)),
)


def asked(story: Story, step: tuple[Any, ...]) -> list[Command]:
    kind, which, *more = step
    if kind == "issue":
        return [c.IssueTicket(service=which, priority=PRIORITY if more[0] else PriorityClass.ORDINARY)]
    if kind == "call":
        return [c.CallNext(counter=which), c.MarkNoShow(counter=which)]
    if kind == "return":
        notices = list(story.hall.guidance.notices)
        return [gc.TakeReturn(code=notices[which])] if which < len(notices) else []
    tickets = [*story.hall.tickets]
    if which >= len(tickets):
        return []
    ways: dict[str, Command] = {
        "form": c.StartFormFilling(ticket=tickets[which]),
        "end_form": c.EndFormFilling(ticket=tickets[which]),
        "later": c.GiveWay(ticket=tickets[which]),
        "leave": gc.GiveNotice(ticket=tickets[which], also="户口本"),
        "requeue": c.RequeueTicket(ticket=tickets[which]),
    }
    return [ways[kind]]


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=30))
def test_every_view_tells_one_customer_the_same(steps: list[tuple[Any, ...]]) -> None:
    story = Story(*TOGETHER)
    for step in steps:
        for command in asked(story.later(seconds=30), step):
            with suppress(Refused):
                story.do(command)
    waits = {"A": 300.0, "C": 900.0, **{t: 60.0 * n for n, t in enumerate(story.hall.tickets)}}
    rows = {row.id: row.ahead for row in guide(story.hall, story.now, waits).rows}
    for ticket in story.hall.tickets.values():
        phone, found = ticket_view(story.hall, ticket, waits), standing(story.hall, ticket, story.now, waits)
        slip = Slip(job="x-1", nth=1, printer="k1", state=SlipState.QUEUED, at=story.now)
        saying = Saying(hall=story.hall, slip=slip, large=False, language="zh", now=story.now)
        paper = number_said(saying, ticket, waits, str, Path())
        assert phone.ahead == found.ahead == paper.ahead == rows.get(ticket.id, 0)
        assert (phone.wait, paper.wait) == (found.wait, wait_text(found.wait))
        if ticket.state is TicketState.WAITING and not ticket.lets_pass_until:
            assert phone.ahead == counted(story.hall, ticket)


def counted(hall: Hall, ticket: Ticket) -> int:
    """Written out by hand: whoever stands before it, the head start of priority counted."""
    head_start = timedelta(seconds=hall.setup.figures.priority_head_start_seconds)

    def place(t: Ticket) -> tuple[datetime, int]:
        return t.place_at - head_start * (t.priority is PRIORITY), t.ordinal

    return sum(t.leg.queue == ticket.leg.queue and place(t) < place(ticket) for t in hall.waiting())
