"""How long a customer is expected to take."""

from datetime import UTC, datetime, timedelta

import pytest

from server.domain.config.config import HallConfig, Service
from server.domain.config.figures import Figures
from server.domain.hall import Call, Hall, Leg, PriorityClass, Tally, Ticket, TicketState
from server.domain.text import Text
from server.insight.handling import blended, expected_seconds, remaining_seconds

NOW = datetime(2024, 7, 2, 2, 2, tzinfo=UTC)
NAME = Text("缴费", "Payment")
PAY = Service(id="pay", name=NAME, queue="pay", standard_seconds=180, mean_seconds=200)


def hall(*, confirm_arrival: bool = True) -> Hall:
    figures = Figures(confirm_arrival=confirm_arrival)
    return Hall(config=HallConfig(name=NAME, industry="power", figures=figures, services=(PAY,)))


def customer(state: TicketState, seconds: float, *, parked: float = 0.0) -> Ticket:
    """Somebody called, or served, so many seconds ago."""
    at = NOW - timedelta(seconds=seconds)
    serving = state is TicketState.SERVING
    call = Call(id="c", counter="1", at=at, reason=NAME, kind="next", announced_at=at)
    leg = Leg(
        service="pay",
        queue="pay",
        entered_at=at,
        called_at=at,
        started_at=at if serving else None,
        parked_seconds=parked,
    )
    return Ticket(
        id="t",
        token="t",
        number="A001",
        ordinal=1,
        issued_at=at,
        channel="kiosk",
        service="pay",
        language="zh",
        segment="",
        priority=PriorityClass.ORDINARY,
        priority_reason="",
        state=state,
        since=at,
        place_at=at,
        clock_from=at,
        leg=leg,
        call=call,
    )


def test_without_a_day_behind_it_the_usual_time_counts() -> None:
    assert blended(PAY, None) == 200
    assert blended(Service(id="x", name=NAME, queue="x", standard_seconds=180), None) == 180


def test_four_customers_say_nothing_yet() -> None:
    assert blended(PAY, Tally(finished=4, handled_seconds=4 * 900)) == 200


def test_the_day_counts_more_the_more_it_has_seen() -> None:
    assert blended(PAY, Tally(finished=5, handled_seconds=5 * 400)) == 300
    assert blended(PAY, Tally(finished=45, handled_seconds=45 * 400)) == 380


def test_each_service_has_its_own_time() -> None:
    assert expected_seconds(hall()) == {"pay": 200}


def test_a_hall_that_is_not_set_up_expects_nothing() -> None:
    assert expected_seconds(Hall()) == {}


@pytest.mark.parametrize(("spent", "left"), [(0, 200), (140, 60), (199, 1), (200, 50), (2000, 50)])
def test_a_customer_past_the_usual_time_needs_another_quarter(spent: float, left: float) -> None:
    assert remaining_seconds(hall(), customer(TicketState.SERVING, spent), 200, NOW) == left


def test_a_short_business_past_its_time_needs_half_a_minute() -> None:
    assert remaining_seconds(hall(), customer(TicketState.SERVING, 90), 60, NOW) == 30


def test_time_spent_parked_is_not_time_spent() -> None:
    assert remaining_seconds(hall(), customer(TicketState.SERVING, 400, parked=300), 200, NOW) == 100


def test_a_called_customer_has_everything_before_him() -> None:
    assert remaining_seconds(hall(), customer(TicketState.CALLED, 60), 200, NOW) == 200


def test_where_no_arrival_is_confirmed_service_counts_from_the_call() -> None:
    assert remaining_seconds(hall(confirm_arrival=False), customer(TicketState.CALLED, 60), 200, NOW) == 140
