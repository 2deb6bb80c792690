"""A phone and a network are told apart in memory alone, and remember no more than is still to come."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from server.access.refusals import AccessRefused
from server.api.public import bookers as known
from server.api.public.bookers import Booker, Bookers
from server.domain.appointments import commands as ac
from server.domain.config.pieces.catalogue import CatalogueEntry
from tests.builders import MORNING, Story, a_config

HERE = Booker(phone="", network="192.0.2.1")


def story() -> Story:
    services = tuple(replace(s, entry=CatalogueEntry(booked=True)) for s in a_config().services)
    return Story(config=a_config(services=services))


def slot_at(nth: int) -> datetime:
    return MORNING + timedelta(minutes=30 * (nth + 1))


def book(today: Story, bookers: Bookers, nth: int, booker: Booker = HERE) -> str:
    service = today.hall.setup.service["change"]
    bookers.check(today.hall, booker, service, slot_at(nth), today.now)
    today.do(ac.BookAppointment(service="change", slot=slot_at(nth), by="customer"))
    code = next(reversed(today.hall.appointments.booked))
    bookers.note(booker, code)
    return code


def as_many_as_may(today: Story, bookers: Bookers) -> int:
    """Booked from one network until it is refused; how many."""
    for nth in range(14):
        try:
            book(today, bookers, nth)
        except AccessRefused:
            return nth
    raise AssertionError("nobody was refused")


def test_what_was_cancelled_is_held_by_nobody() -> None:
    today, bookers = story(), Bookers()
    nth = as_many_as_may(today, bookers)
    assert nth >= known.AT_LEAST
    with pytest.raises(AccessRefused, match="booked_share"):
        book(today, bookers, nth)
    first = next(iter(today.hall.appointments.booked))
    today.do(ac.CancelAppointment(code=first, by="customer"))
    book(today, bookers, nth)


def test_another_network_has_a_share_of_its_own() -> None:
    today, bookers = story(), Bookers()
    nth = as_many_as_may(today, bookers)
    book(today, bookers, nth, Booker(phone="", network="192.0.2.2"))


def test_a_phone_is_bounded_wherever_it_asks_from() -> None:
    today, bookers = story(), Bookers()
    for nth in range(2):
        book(today, bookers, nth, Booker(phone="mine", network=f"192.0.2.{nth}"))
    with pytest.raises(AccessRefused, match="booked_by_phone"):
        book(today, bookers, 3, Booker(phone="mine", network="192.0.2.9"))


def test_no_more_is_remembered_than_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", 4)
    bookers = Bookers()
    for nth in range(20):
        bookers.note(Booker(phone=f"p{nth}", network=f"n{nth}"), "code")
    assert len(bookers._codes) == 4
