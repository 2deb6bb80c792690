"""A row of a report opens the tickets it counts, every one of them and no other (Q05)."""

from datetime import date
from typing import Any

import pytest

from server.reports.catalogue import catalogue
from server.reports.drilling.grains import Counted
from server.reports.drilling.listed import Page, TicketListed, listed
from server.reports.period import Period
from server.reports.report import Row, Share
from server.visits.past import VISIT
from tests.reports.conftest import BusyHall

# Which figure of a table its list is of; a name with + is a sum of columns.
FIGURE = {
    "waits": dict.fromkeys(("by_service", "by_half_hour", "by_day", "by_peak"), "n"),
    "counters": {"by_counter": "served", "by_clerk": "n"},
    "remedies": {"summary": "due+waived", "by_day": "due+waived", "by_leader": ""},
    "satisfaction": {"overall": "rated", "by_clerk": "rated", "levels": "n", "wait_question": "asked"},
    "care": {"acts": "n", "ladder": "n", "by_person": ""},
    "out_of_order": {"summary": "calls"},
    "guidance": {"ways": "with_number", "typed": "", "hinted": "", "contacts": ""},
    "pre_acceptance": {"rate": "", "saved": "prepared_n", "forms": "n"},
    "enquiry": {"by_counter": "n"},
    "first_time": {
        "resolved": "first_time",
        "cases": "n",
        "stays": "n",
        "notices": "returned",
        "owners": "open",
    },
    "promises": {**dict.fromkeys(("by_band", "by_service", "by_day"), "n")},
    "appointments": {"summary": "kept", "by_service": "n"},
    "monthly": dict.fromkeys(("rates", "top", "bottom"), "rated"),
}
ALL = Page(most=10_000)


def counted(asked: dict[str, Any]) -> Counted:
    """As the address says it, made into what is meant."""
    kinds = {"level": int, "after": int, "day": date.fromisoformat}
    return Counted(**{name: kinds.get(name, str)(value) for name, value in asked.items()})


def of(busy: BusyHall, period: Period, row: Row, page: Page = ALL) -> tuple[int, list[TicketListed]]:
    return listed(busy.past, period, busy.config, counted(dict(row.tickets)), page)


def figure(row: Row, names: str) -> int:
    found = 0
    for name in names.split("+"):
        cell = row.cells.get(name, row.cells.get("satisfied") if name == "rated" else None)
        value = cell.n if isinstance(cell, Share) else cell
        assert isinstance(value, int)
        found += value
    return found


@pytest.mark.parametrize("name", FIGURE)
@pytest.mark.parametrize("kind", ["day", "week"])
def test_every_figure_has_as_many_tickets_as_it_says(busy: BusyHall, name: str, kind: str) -> None:
    period, seen = busy.period(kind), set()
    for row in catalogue()[name].rows(busy.past, period, busy.config):
        if not row.tickets:
            # It is of one ticket, whose life it opens, or of people who had none.
            assert "ticket" in row.events or row.events == {"what": "door"}
            continue
        seen.add(row.sheet)
        n, tickets = of(busy, period, row)
        assert n == len(tickets)
        if names := FIGURE[name][row.sheet]:
            assert n == figure(row, names), (row.sheet, row.cells)
    assert seen == FIGURE[name].keys() - ({"bottom"} if "bottom" not in seen else set())


def test_the_list_has_the_very_waits_the_figure_is_made_of(busy: BusyHall) -> None:
    period = busy.period("day")
    for row in catalogue()["waits"].rows(busy.past, period, busy.config):
        waits = [one.waited_seconds for one in of(busy, period, row)[1]]
        if waits:
            assert row.cells["max"] == max(w for w in waits if w is not None)
            assert row.cells["mean"] == pytest.approx(sum(w or 0 for w in waits) / len(waits))


def test_shift_leaders_and_carers_share_the_whole_out(busy: BusyHall) -> None:
    period = busy.period()
    rows = catalogue()["remedies"].rows(busy.past, period, busy.config)
    leaders = [of(busy, period, row)[0] for row in rows if row.sheet == "by_leader"]
    assert sum(leaders) == next(of(busy, period, row)[0] for row in rows if row.sheet == "summary")
    for row in catalogue()["care"].rows(busy.past, period, busy.config):
        if row.sheet == "by_person":
            both = [row.cells["explained"], row.cells["watered"]]
            assert max(both) <= of(busy, period, row)[0] <= sum(both)  # type: ignore[type-var,operator,arg-type]


def test_pages_are_the_whole_list_cut_and_nothing_is_left_out(busy: BusyHall) -> None:
    period = busy.period()
    everything = catalogue()["waits"].rows(busy.past, period, busy.config)
    row = [one for one in everything if one.sheet == "by_service"][-1]
    n, whole = of(busy, period, row)
    assert n > 200  # more than the newest 200 events could ever show
    pages = [of(busy, period, row, Page(first=first, most=50))[1] for first in range(0, n, 50)]
    assert [one for page in pages for one in page] == whole
    assert [one.issued_at for one in whole] == sorted(one.issued_at for one in whole)
    longest = [one.waited_seconds for one in of(busy, period, row, Page(order="longest", most=n))[1]]
    assert longest == sorted((w for w in longest if w is not None), reverse=True)


def test_a_listed_ticket_is_a_visit(busy: BusyHall) -> None:
    known = {row[0] for row in busy.db.execute(VISIT.select().with_only_columns(VISIT.c.ticket))}
    _, tickets = listed(busy.past, busy.period(), busy.config, Counted(of="calls"), ALL)
    assert {one.ticket for one in tickets} <= known
    assert all(one.called_at and one.counter.zh and one.staff and one.outcome.zh for one in tickets)
