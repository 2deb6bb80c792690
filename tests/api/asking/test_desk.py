"""What every edge fills in and answers."""

from pathlib import Path

from server.devices.printers import PrinterConfig
from server.domain.equipment.events import AlertAcknowledged
from tests.hall_here import HandClock, HereHall, here_hall
from tests.patience import until

PRINTERS = (PrinterConfig(id="K1", kind="virtual"), PrinterConfig(id="K2", kind="virtual"))


async def test_a_kiosk_prints_on_the_printer_of_its_place(data: Path) -> None:
    async with here_hall(data, printers=PRINTERS) as hall:
        for place, printer in (("K2", "K2"), ("K1", "K1"), ("", "K1"), ("nowhere", "K1")):
            token = hall.token("kiosk", place, f"kiosk at {place}")
            _, body = await hall.post(token, "issue_ticket", service="pay")
            ticket = hall.hall.tickets[body["result"]["ticket"]["ticket"]]
            assert ticket.slip
            assert (ticket.channel, ticket.slip.printer) == ("kiosk", printer)


async def test_a_hall_without_printers_gives_numbers_all_the_same(hall: HereHall) -> None:
    _, body = await hall.post(hall.token("kiosk"), "issue_ticket", service="pay")
    assert hall.hall.tickets[body["result"]["ticket"]["ticket"]].slip is None


async def test_a_number_is_answered_with_its_ticket_and_its_page(hall: HereHall) -> None:
    result = await hall.do("issue_ticket", service="pay")
    ticket = result["ticket"]
    assert result["qr"] == f"http://hall.test/ticket/#{ticket['token']}"
    assert len(ticket["token"]) >= 22  # 128 bits
    assert (ticket["number"], ticket["state"], ticket["ahead"]) == ("A001", "waiting", 0)
    assert ticket["service"] == {"zh": "交电费", "en": "Pay for electricity"}


async def test_a_call_is_answered_with_number_and_counter(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    ticket = await hall.issue()
    assert await hall.do("call_next", counter="1") == {
        "ticket": ticket["ticket"],
        "number": "A001",
        "counter": "1",
    }


async def test_who_asks_is_filled_in_where_the_command_leaves_it_open(hall: HereHall) -> None:
    clerk, lobby = hall.token("clerk", "2", "1207"), hall.token("lobby_board", name="board")
    await hall.post(clerk, "open_counter", counter="2")
    assert hall.hall.counters["2"].staff == "1207"
    await hall.post(clerk, "raise_alert", kind="guide_called", subject="")
    assert "guide_called/2" in hall.hall.alerts
    await hall.post(hall.token("guide", name="li"), "acknowledge_alert", alert="guide_called/2")
    assert "guide_called/2" not in hall.hall.alerts
    told = [r.event for r in await hall.house.live.journal.since(0)]
    assert [e.by for e in told if isinstance(e, AlertAcknowledged)] == ["li"]
    await hall.issue()
    await hall.do("call_next", counter="2")
    call = next(t.call for t in hall.hall.tickets.values() if t.call)
    await hall.post(lobby, "record_shown", call=call.id, screen="")
    assert next(t.call for t in hall.hall.tickets.values() if t.call).shown


async def test_people_raise_no_alert_but_a_call_for_help(hall: HereHall) -> None:
    status, body = await hall.post(hall.token("clerk"), "raise_alert", kind="fire", subject="x")
    assert (status, body["code"]) == (403, "not_allowed")


async def test_every_event_has_its_actor(hall: HereHall) -> None:
    await hall.post(hall.token("kiosk", name="左机"), "issue_ticket", service="pay")
    newest = (await hall.house.live.journal.since(hall.hall.seq - 1))[0]
    assert newest.actor == "device:左机"


async def test_an_answer_where_nothing_happened_is_done_too(hall: HereHall) -> None:
    board = hall.token("lobby_board")
    status, body = await hall.post(board, "record_shown", call="ghost-1", screen="x")
    assert (status, body["seq"]) == (200, hall.hall.seq)
    assert body["result"] == {"ticket": "", "number": "", "counter": ""}


# one tap at a kiosk whose server dies has one number, whichever of its two asks comes first


async def offline(hall: HereHall, token: str, tap: str, name: str = "m1") -> dict[str, object]:
    told = {"service": "pay", "ordinal": 801, "ago_seconds": 5.0, "instead_of": tap}
    status, body = await hall.post(token, "merge_offline", name, **told)
    assert status == 200, body
    ticket: dict[str, object] = body["result"]["ticket"]
    return ticket


def in_line(hall: HereHall) -> list[str]:
    return sorted(t.number for t in hall.hall.waiting())


async def test_a_tap_that_was_never_heard_is_lined_up_once(hall: HereHall) -> None:
    kiosk = hall.token("kiosk", "K1")
    await hall.post(kiosk, "lease_numbers")
    assert (await offline(hall, kiosk, "tap"))["number"] == "A801"
    assert (await offline(hall, kiosk, "tap"))["number"] == "A801"
    _, late = await hall.post(kiosk, "issue_ticket", "tap", service="pay")  # it was under way on a dead line
    assert late["result"]["ticket"]["number"] == "A801"
    assert in_line(hall) == ["A801"]


async def test_a_tap_that_was_heard_gives_way_to_what_the_customer_saw(hall: HereHall) -> None:
    kiosk = hall.token("kiosk", "K1")
    await hall.post(kiosk, "lease_numbers")
    _, heard = await hall.post(kiosk, "issue_ticket", "tap", service="pay")
    assert heard["result"]["ticket"]["number"] == "A001"
    assert (await offline(hall, kiosk, "tap"))["number"] == "A801"
    assert (await offline(hall, kiosk, "tap"))["number"] == "A801"
    assert in_line(hall) == ["A801"]


async def test_the_slip_of_a_short_silence_comes_out_at_the_kiosk(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand, printers=PRINTERS) as hall:
        kiosk = hall.token("kiosk", "K1")
        await hall.post(kiosk, "lease_numbers")
        await offline(hall, kiosk, "tap")
        await until(lambda: list(hall.house.settings.slips.glob("*.png")))
        (ticket,) = hall.hall.waiting()
        assert ticket.slip is not None
        assert (ticket.number, ticket.slip.printer) == ("A801", "K1")


async def test_a_tap_of_another_kiosk_is_not_touched(hall: HereHall) -> None:
    mine, other = hall.token("kiosk", "K1", "one"), hall.token("kiosk", "K2", "two")
    await hall.post(mine, "lease_numbers")
    await hall.post(other, "issue_ticket", "tap", service="pay")
    await offline(hall, mine, "tap")
    assert in_line(hall) == ["A001", "A801"]
