"""Slips through the whole server, onto a printer that fails as real ones do."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from server.devices import printers as printer_kinds
from server.devices.printers import PrinterConfig
from server.domain.config.soundness.confirming import network_doors
from server.domain.hall import Slip
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.settings import Settings
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.hall_here import HereHall, here_hall
from tests.patience import until


@pytest.fixture
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer


def printer_at(device: LoopbackPrinter) -> tuple[PrinterConfig, ...]:
    return (PrinterConfig(id="K1", kind="tcp", address=f"127.0.0.1:{device.port}", mode="text"),)


@pytest.fixture
async def printing(data: Path, device: LoopbackPrinter) -> AsyncIterator[HereHall]:
    async with here_hall(data, printers=printer_at(device)) as hall:
        yield hall


def slip(hall: HereHall, number: str = "A001") -> Slip:
    ticket = next(t for t in (*hall.hall.tickets.values(), *hall.hall.ended.values()) if t.number == number)
    assert ticket.slip
    return ticket.slip


async def take(hall: HereHall) -> str:
    """Somebody takes a number at the kiosk; its id."""
    _, body = await hall.post(hall.token("kiosk", "K1"), "issue_ticket", service="pay")
    return str(body["result"]["ticket"]["ticket"])


async def test_a_slip_is_printed_and_known_to_be(printing: HereHall, device: LoopbackPrinter) -> None:
    await take(printing)
    await until(lambda: slip(printing).state == "printed")
    assert len(device.slips) == 1
    said = device.slips[0].decode("gb18030", "replace")
    assert "A001" in said
    assert "供电公司示范营业厅" in said
    assert "补打" not in said


async def test_a_printer_unplugged_mid_slip_leaves_it_unknown_until_it_is_printed_again(
    printing: HereHall, device: LoopbackPrinter
) -> None:
    async with printing.screen("kiosk", "kiosk", "K1") as kiosk:
        device.turn(hangs_up_after=60)
        ticket = await take(printing)
        await until(lambda: slip(printing).state == "unknown")
        assert "slip_unknown/A001" in printing.hall.alerts
        await kiosk.see(lambda v: v["slip"]["state"] == "unknown")
        assert not device.slips  # never sent again by itself
        done = await kiosk.ask("reprint_slip", ticket=ticket)
        assert done["type"] == "done"
        await until(lambda: slip(printing).state == "printed")
    assert slip(printing).nth == 2
    assert len(device.slips) == 1
    assert "补打" in device.slips[0].decode("gb18030", "replace")


async def test_a_slip_waits_for_paper(printing: HereHall, device: LoopbackPrinter) -> None:
    device.turn(paper_out=True)
    await take(printing)
    await until(lambda: slip(printing).state == "held")
    assert slip(printing).detail == "paper_out"
    assert printing.hall.alerts["printer_down/K1"].detail == "paper_out"
    device.turn(paper_out=False)
    await until(lambda: slip(printing).state == "printed")
    assert "printer_down/K1" not in printing.hall.alerts
    assert len(device.slips) == 1


async def test_a_roll_near_its_end_warns_and_prints(printing: HereHall, device: LoopbackPrinter) -> None:
    device.turn(near_end=True)
    await take(printing)
    await until(lambda: slip(printing).state == "printed")
    assert "printer_near_end/K1" in printing.hall.alerts
    async with printing.screen("kiosk", "kiosk", "K1") as kiosk:
        assert kiosk.view["printer"] == "warn"


async def test_numbers_are_given_while_the_printer_is_unplugged(
    printing: HereHall, device: LoopbackPrinter
) -> None:
    device.power_cut()
    for _ in range(3):
        await take(printing)
    await until(lambda: slip(printing).state == "held")
    await device.plug_in()
    await until(lambda: slip(printing, "A003").state == "printed")
    assert all(f"A00{n}" in s.decode("gb18030", "replace") for n, s in enumerate(device.slips, 1))
    assert len(device.slips) == 3


async def test_slips_owed_when_the_server_stopped_are_printed_after_it(
    data: Path, device: LoopbackPrinter
) -> None:
    device.turn(paper_out=True)
    async with here_hall(data, printers=printer_at(device)) as hall:
        await take(hall)
        await until(lambda: slip(hall).state == "held")
    device.turn(paper_out=False)
    async with here_hall(data, printers=printer_at(device)) as hall:
        await until(lambda: slip(hall).state == "printed")
    assert len(device.slips) == 1


async def test_a_slip_that_was_being_sent_when_the_server_stopped_is_unknown(
    data: Path, device: LoopbackPrinter
) -> None:
    device.turn(slow=1.0)
    async with here_hall(data, printers=printer_at(device)) as hall:
        await take(hall)
        await until(lambda: slip(hall).state == "sending")
    async with here_hall(data, printers=printer_at(device)) as hall:
        await until(lambda: slip(hall).state == "unknown")
        assert slip(hall).detail == "restart"
        assert "slip_unknown/A001" in hall.hall.alerts


async def test_a_printer_that_is_set_up_wrongly_is_told_and_the_hall_opens(data: Path) -> None:
    wrong = (PrinterConfig(id="K1", kind="tcp", address="no:port"), PrinterConfig(id="K2", kind="virtual"))
    async with here_hall(data, printers=wrong) as hall:
        await until(lambda: "printer_down/K1" in hall.hall.alerts)
        await take(hall)
        await hall.post(hall.token("kiosk", "K2"), "issue_ticket", service="pay")
        await until(lambda: slip(hall, "A002").state == "printed")
        assert slip(hall, "A001").state == "queued"


async def test_a_slip_of_who_has_gone_is_printed_though_the_business_was_removed(
    printing: HereHall, device: LoopbackPrinter
) -> None:
    """Nobody who has gone keeps a service in the set-up, and their paper has a word for it."""
    _, body = await printing.post(printing.token("kiosk", "K1"), "issue_ticket", service="invoice")
    ticket = body["result"]["ticket"]["ticket"]
    await until(lambda: slip(printing).state == "printed")
    manager = printing.token("hall_manager")
    await printing.post(manager, "give_notice", ticket=ticket, also="户口本", printer="K1")
    await until(lambda: slip(printing).nth == 2 and slip(printing).state == "printed")
    config = printing.hall.config
    assert config is not None
    fewer = replace(config, services=tuple(s for s in config.services if s.id != "invoice"), terminals=())
    await printing.house.live.apply(ConfigureHall(config=fewer), actor="system:test", request="fewer")
    status, _ = await printing.post(manager, "reprint_slip", ticket=ticket)
    assert status == 200
    await until(lambda: (slip(printing).nth, slip(printing).state) == (3, "printed"))
    assert "一项业务".encode("gb18030") in device.slips[2]


# one that fails stops only itself


async def test_a_slip_that_cannot_be_drawn_costs_itself_alone(
    data: Path, device: LoopbackPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C13: the others are printed, the hall is told which number has no paper."""
    drawn = replace(printer_at(device)[0], mode="raster")
    where = [f"http://{'x' * 5000}"]  # no QR code is that long
    monkeypatch.setattr(Settings, "page_of", lambda settings, token: f"{where[-1]}/{token}")
    async with here_hall(data, printers=(drawn,)) as hall:
        async with hall.screen("kiosk", "kiosk", "K1") as kiosk:
            await take(hall)
            await kiosk.see(lambda v: v["slip"]["state"] == "dropped")
        await until(lambda: "slip_failed/A001" in hall.hall.alerts)
        assert hall.hall.alerts["slip_failed/A001"].detail == "undrawable"
        where.append("http://hall")
        await take(hall)
        await until(lambda: slip(hall, "A002").state == "printed")
        assert (slip(hall).state, len(device.slips)) == ("dropped", 1)
        assert hall.house.parts.in_trouble() == ()


BROKEN = """
from pathlib import Path
from server.devices.printers import PrinterConfig, Readiness

def open_printer(config: PrinterConfig, folder: Path) -> "Broken":
    if config.address == "cannot be opened":
        raise LookupError("/dev/secret")
    return Broken(config.address)

class Broken:
    def __init__(self, where: str) -> None:
        self.where = where
    async def ready(self) -> Readiness:
        if self.where == "ready":
            raise KeyError("ready")
        return Readiness(near_end=False)
    async def print(self, data: bytes) -> None:
        raise KeyError("print")
    async def close(self) -> None:
        pass
"""


@pytest.fixture
def broken_kind(tmp_path: Path) -> Iterator[None]:
    """A printer's file dropped into its folder, with a bug in it."""
    (tmp_path / "broken_kind.py").write_text(BROKEN)
    printer_kinds.__path__.append(str(tmp_path))
    yield
    printer_kinds.__path__.remove(str(tmp_path))


def broken(where: str) -> PrinterConfig:
    return PrinterConfig(id="K1", kind="broken_kind", address=where, name=Text("东门", "East gate"))


@pytest.mark.usefixtures("broken_kind")
@pytest.mark.parametrize(("where", "becomes"), [("ready", "held"), ("print", "unknown")])
async def test_a_bug_in_a_printers_driver_stops_that_printer_only(
    hall: HereHall, device: LoopbackPrinter, where: str, becomes: str
) -> None:
    await set_up(hall, broken(where), at(device, "K2"))
    await until(lambda: "K2" in hall.hall.devices)
    await take(hall)
    await until(lambda: slip(hall).state == becomes)
    assert slip(hall).detail == "broken"
    await hall.post(hall.token("kiosk", "K2"), "issue_ticket", service="pay")
    await until(lambda: slip(hall, "A002").state == "printed")


@pytest.mark.usefixtures("broken_kind")
async def test_a_printer_that_cannot_even_be_opened_is_told_and_stops_nobody(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    await set_up(hall, broken("cannot be opened"), at(device, "K2"))
    await until(lambda: "part_failed/printer:K1" in hall.hall.alerts)
    await hall.post(hall.token("kiosk", "K2"), "issue_ticket", service="pay")
    await until(lambda: slip(hall).state == "printed")
    found = (await hall.http.get("/health")).json()
    assert [t["text"] for t in found["problems"]] == [
        {
            "zh": "打印（东门）出了故障，系统正在重试；其他功能照常",
            "en": "Printing on East gate fails and is being tried again; all else goes on",
        }
    ]
    await set_up(hall, at(device, "K2"))
    await until(lambda: "part_failed/printer:K1" not in hall.hall.alerts)
    assert (await hall.http.get("/health")).json()["status"] == "ok"


# printers come and go with the set-up


async def set_up(hall: HereHall, *printers: PrinterConfig) -> None:
    config = hall.hall.config
    assert config is not None
    wanted = replace(config, printers=printers)
    command = ConfigureHall(config=wanted, confirmed=tuple(network_doors(wanted)))
    await hall.house.live.apply(command, actor="system:test", request=repr(printers))


def at(device: LoopbackPrinter, id_: str, **more: Any) -> PrinterConfig:
    return PrinterConfig(id=id_, kind="tcp", address=f"127.0.0.1:{device.port}", mode="text", **more)


async def test_a_printer_that_is_added_prints_the_next_slip_without_a_restart(hall: HereHall) -> None:
    async with plugged_in() as device:
        await set_up(hall, at(device, "K1"))
        await take(hall)
        await until(lambda: slip(hall).state == "printed")
        assert len(device.slips) == 1


async def test_a_printer_that_moves_to_another_address_prints_what_is_owed(hall: HereHall) -> None:
    async with plugged_in() as old, plugged_in() as new:
        old.turn(paper_out=True)
        await set_up(hall, at(old, "K1"))
        await take(hall)
        await until(lambda: slip(hall).state == "held")
        await set_up(hall, at(new, "K1"))
        await until(lambda: slip(hall).state == "printed")
        assert (len(old.slips), len(new.slips)) == (0, 1)


async def test_slips_of_a_printer_that_is_taken_away_come_out_elsewhere_once(hall: HereHall) -> None:
    async with plugged_in() as one, plugged_in() as two:
        one.turn(paper_out=True)
        await set_up(hall, at(one, "K1"), at(two, "K2"))
        await take(hall)
        await until(lambda: slip(hall).state == "held")
        await set_up(hall, at(two, "K2"))
        await until(lambda: slip(hall).state == "printed")
        one.turn(paper_out=False)
        assert (slip(hall).printer, len(one.slips), len(two.slips)) == ("K2", 0, 1)


async def test_without_any_printer_left_the_number_is_good_without_paper(hall: HereHall) -> None:
    async with plugged_in() as one:
        one.turn(paper_out=True)
        await set_up(hall, at(one, "K1"))
        await take(hall)
        await until(lambda: slip(hall).state == "held")
        await set_up(hall)
        await until(lambda: slip(hall).state == "dropped")


async def test_a_printer_that_is_down_lets_its_fallback_print(hall: HereHall) -> None:
    async with plugged_in() as one, plugged_in() as two:
        one.turn(paper_out=True)
        west = at(two, "K2", name=Text("西门", "West gate"))
        await set_up(hall, at(one, "K1", fallback="K2"), west)
        await until(lambda: "K1" in hall.hall.devices and hall.hall.devices["K1"].state == "down")
        await take(hall)
        async with hall.screen("kiosk", "kiosk", "K1") as kiosk:
            await kiosk.see(lambda v: v["slip"]["state"] == "printed")
            assert kiosk.view["slip"]["elsewhere"]["zh"] == "西门", "the customer is told where to go"
        assert (slip(hall).printer, len(two.slips)) == ("K2", 1)


async def test_a_slip_that_hangs_comes_out_at_the_fallback_while_the_customer_still_stands_there(
    hall: HereHall,
) -> None:
    async with plugged_in() as one, plugged_in() as two:
        await set_up(hall, at(one, "K1", fallback="K2"), at(two, "K2"))
        await until(lambda: "K1" in hall.hall.devices)
        one.turn(paper_out=True)
        await take(hall)
        await until(lambda: slip(hall).state == "held")
        hall.clock.move(seconds=3)
        await until(lambda: slip(hall).state == "printed")
        one.turn(paper_out=False)
        assert (slip(hall).printer, len(one.slips), len(two.slips)) == ("K2", 0, 1)
