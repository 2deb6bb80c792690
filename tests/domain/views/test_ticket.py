"""What a customer's own phone shows."""

from server.domain.config.config import HallConfig
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.domain.views.ticket import TicketView, ahead_of, ticket_view, wait_of
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
