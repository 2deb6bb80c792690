"""From a figure to its tickets to a ticket's life, by HTTP."""

import pytest

from tests.api.reports.test_reports import NAMES, got, served
from tests.hall_here import HandClock, HereHall


async def test_a_figure_opens_its_tickets_and_a_ticket_its_life(hall: HereHall, hand: HandClock) -> None:
    ticket = await served(hall, hand)
    found = await got(hall, "/api/reports/waits?period=week")
    row = next(t for t in found["tables"] if t["id"] == "by_half_hour")["rows"][-1]
    shown = await got(hall, row["tickets"])
    (one,) = shown["tickets"]
    assert (shown["n"], one["ticket"], one["number"]) == (1, ticket, "A001")
    assert (one["waited_seconds"], one["outcome"]["zh"], one["staff"]) == (21 * 60, "办结", "1207")
    assert (one["issued_at"], one["called_at"]) == ("2026-03-02T01:00:00Z", "2026-03-02T01:21:00Z")
    life = await got(hall, f"/api/events?ticket={ticket}&date={one['day']}")
    assert [e["kind"] for e in life["events"]][:2] == ["TicketIssued", "TicketCalled"]


async def test_every_figures_tickets_open(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    opened = 0
    for name in NAMES:
        for table in (await got(hall, f"/api/reports/{name}"))["tables"]:
            for row in table["rows"]:
                if row["tickets"]:
                    opened += (await got(hall, row["tickets"]))["n"]
    assert opened >= 10  # business twice, half-hour twice, day, peak hours and days, counter, clerk, calls


async def test_no_private_reason_and_no_token_is_in_a_list(hall: HereHall, hand: HandClock) -> None:
    await served(hall, hand)
    shown = await got(hall, "/api/reports/tickets?of=calls")
    assert "孕妇" not in str(shown)
    assert "token" not in shown["tickets"][0]


async def test_who_looked_at_single_tickets_is_on_record(hall: HereHall) -> None:
    await got(hall, "/api/reports/tickets?of=served&staff=1207", "team_leader")
    entries = await got(hall, "/api/access_record")
    assert ("events_read", "1207") in [(e["what"], e["detail"]) for e in entries]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "?of=ghost",
        "?of=called&level=3",
        "?of=called&clock=9:10",
        "?of=called&limit=0",
        "?of=calls&first=-1",
    ],
)
async def test_what_is_asked_wrongly_is_refused(hall: HereHall, asked: str) -> None:
    assert (await got(hall, f"/api/reports/tickets{asked}", status=422))["code"] == "invalid"
