"""Numbers kept for a kiosk that loses its server, and their way into the line (D2)."""

from datetime import timedelta

import pytest

from server.domain.equipment import commands as ec
from server.domain.hall import SlipState, Ticket
from server.domain.queue import commands as c
from tests.builders import PRIORITY, Story, names, with_figures


def lease(story: Story, kiosk: str = "k1") -> tuple[int, int]:
    story.do(c.LeaseNumbers(by=kiosk))
    kept = story.hall.leases[kiosk]
    return kept.first, kept.last


def merged(story: Story, ordinal: int, ago: float = 60, kiosk: str = "k1", service: str = "bill") -> Ticket:
    story.do(c.MergeOffline(service=service, ordinal=ordinal, ago_seconds=ago, by=kiosk))
    return next(t for t in story.hall.tickets.values() if t.ordinal == ordinal)


def test_each_kiosk_has_a_block_of_its_own_and_keeps_it_for_the_day() -> None:
    story = Story("1")
    assert (lease(story), lease(story, "k2")) == ((801, 899), (901, 999))
    assert story.do(c.LeaseNumbers(by="k1")) == ()


def test_a_kiosk_switched_on_at_night_opens_no_day_and_gets_no_block() -> None:
    story = Story().at("03:00")
    assert story.do(c.LeaseNumbers(by="k1")) == ()
    assert story.hall.day is None


def test_the_series_jumps_over_what_kiosks_keep() -> None:
    story = Story(config=with_figures(series_start=799))
    lease(story)
    lease(story, "k2")
    tickets = [story.issue() for _ in range(4)]
    assert [story.ticket(t).number for t in tickets] == ["A799", "A800", "A900", "A1000"]


def test_a_block_lies_beyond_what_the_series_has_given() -> None:
    story = Story(config=with_figures(series_start=830))
    story.issue()
    assert lease(story) == (1001, 1099)


def test_no_block_where_the_series_ends_before_it() -> None:
    story = Story("1", config=with_figures(series_limit=850))
    assert story.refused(c.LeaseNumbers(by="k1")) == "no_lease"


def test_an_offline_number_stands_where_its_customer_came() -> None:
    story = Story("1")
    first, _ = lease(story)
    early = story.issue()
    story.later(minutes=10)
    late = story.issue()
    between = merged(story, first, ago=5 * 60)
    assert between.offline
    assert between.place_at == between.clock_from == between.issued_at == story.now - timedelta(minutes=5)
    called = [story.do(c.CallNext(counter="1"))[0].ticket]
    for _ in range(2):
        story.do(c.MarkNoShow(counter="1"))
        called.append(story.do(c.CallNext(counter="1"))[0].ticket)
    assert called == [early, between.id, late]


def test_an_offline_number_does_not_move_the_series() -> None:
    story = Story("1")
    first, _ = lease(story)
    merged(story, first)
    assert story.ticket(story.issue()).number == "A001"


def test_the_same_number_comes_once_and_from_its_own_kiosk_only() -> None:
    story = Story("1")
    first, last = lease(story)
    lease(story, "k2")
    merged(story, first)

    def refused(ordinal: int, kiosk: str) -> str:
        return story.refused(c.MergeOffline(service="bill", ordinal=ordinal, ago_seconds=1, by=kiosk))

    assert refused(first, "k1") == "number_given"
    assert refused(first + 1, "k2") == "not_your_number"
    assert refused(last + 1, "k1") == "not_your_number"
    assert refused(first + 1, "k3") == "offline_too_old"


def test_a_number_of_yesterday_is_not_lined_up_today() -> None:
    story = Story("1")
    first, _ = lease(story)
    story.do(c.CloseDay(reason="over"))
    story.later(days=1)
    story.issue()
    assert story.hall.leases == {}
    refusal = story.refused(c.MergeOffline(service="bill", ordinal=first, ago_seconds=1, by="k1"))
    assert refusal == "offline_too_old"


def test_what_the_customer_said_comes_along() -> None:
    story = Story("1")
    first, _ = lease(story)
    asked = c.MergeOffline(
        service="bill",
        ordinal=first,
        ago_seconds=3,
        language="en",
        priority=PRIORITY,
        priority_reason="elderly",
        by="k1",
    )
    assert names(story.do(asked)) == ["TicketIssued"]
    ticket = next(iter(story.hall.tickets.values()))
    assert (ticket.language, ticket.priority, ticket.priority_reason, ticket.channel) == (
        "en",
        PRIORITY,
        "elderly",
        "kiosk",
    )


def test_numbers_of_one_kiosk_keep_their_order_however_long_each_says_ago() -> None:
    story = Story("1")
    first, _ = lease(story)
    one = merged(story, first, ago=60.0)
    two = merged(story, first + 1, ago=60.5)
    assert one.place_at <= two.place_at
    called = [story.do(c.CallNext(counter="1"))[0].ticket]
    assert called == [one.id]


# a tap that the server had heard, though the kiosk did not hear of it: one tap, one number


def unheard(story: Story) -> str:
    """The kiosk asked, the server gave A001 and died before it had said so."""
    lease(story)
    return story.issue("bill", channel="kiosk")


def told(story: Story, earlier: str, ago: float = 60) -> list[str]:
    """The names of what follows when the kiosk tells of A801, shown for the same tap."""
    asked = c.MergeOffline(service="bill", ordinal=801, ago_seconds=ago, by="k1", instead_of=earlier)
    return names(story.do(asked))


def lined_up(story: Story) -> list[str]:
    return [t.number for t in story.hall.waiting()]


def test_the_number_that_nobody_heard_of_gives_way_to_the_one_that_was_shown() -> None:
    story = Story("1")
    earlier = unheard(story)
    story.later(seconds=60)
    assert told(story, earlier) == ["TicketCancelled", "TicketIssued"]
    assert lined_up(story) == ["A801"]


def with_paper(story: Story, state: SlipState, *, before: bool) -> str:
    earlier = unheard(story)
    story.do(ec.ReprintSlip(ticket=earlier, printer="K1"))
    if not before:
        story.later(seconds=90)
    for step in (SlipState.SENDING, state):
        story.do(ec.RecordSlip(ticket=earlier, job=f"{earlier}-1", state=step))
    story.later(seconds=90)
    return earlier


@pytest.mark.parametrize(
    ("state", "before", "line"),
    [
        (SlipState.PRINTED, True, ["A001"]),  # the customer has it, and was told that paper counts
        (SlipState.SENT, True, ["A001"]),
        (SlipState.PRINTED, False, ["A801"]),  # it came out when the server was back: nobody's
        (SlipState.UNKNOWN, True, ["A801", "A001"]),  # nobody knows: whichever they hold is called
    ],
)
def test_a_number_that_came_out_on_paper_before_is_the_customers(
    state: SlipState, before: bool, line: list[str]
) -> None:
    story = Story("1")
    earlier = with_paper(story, state, before=before)
    told(story, earlier, ago=80 if before else 170)
    assert sorted(lined_up(story)) == sorted(line)


def test_who_was_served_by_the_unheard_number_gets_no_second_one() -> None:
    story = Story("1")
    earlier = unheard(story)
    story.call_and_start()
    assert told(story, earlier) == []
    story.do(c.FinishTicket(counter="1"))
    assert told(story, earlier) == []
    assert lined_up(story) == []


def test_an_unheard_number_that_was_called_in_vain_costs_nobody_their_place() -> None:
    story = Story("1")
    earlier = unheard(story)
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    assert told(story, earlier) == ["TicketIssued"]
    assert lined_up(story) == ["A801"]


@pytest.mark.parametrize(("ago", "comes_out"), [(0, True), (120, True), (121, False), (3600, False)])
def test_its_slip_comes_out_where_the_customer_can_still_be_there(ago: float, comes_out: bool) -> None:
    """Nobody had paper after a restart of the server; an hour later thirty slips would lie at the kiosk."""
    story = Story("1")
    first, _ = lease(story)
    story.later(minutes=120)
    story.do(c.MergeOffline(service="bill", ordinal=first, ago_seconds=ago, by="k1", printer="K1"))
    (ticket,) = (t for t in story.hall.tickets.values() if t.ordinal == first)
    assert (ticket.slip is not None and ticket.slip.printer == "K1") is comes_out
    story.do(ec.ReprintSlip(ticket=ticket.id, printer="K2"))  # a guide prints it whoever asks
    assert story.ticket(ticket.id).slip is not None


def test_a_kiosk_without_a_printer_brings_no_slip() -> None:
    story = Story("1")
    assert merged(story, lease(story)[0], ago=0).slip is None
