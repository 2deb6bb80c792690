"""The hall in figures: they follow what happens, and say nothing of a person."""

from pathlib import Path

from prometheus_client.core import Metric

from server.api.measures import Measures
from server.domain.equipment.commands import RaiseAlert, ReportDevice
from tests.hall_server import HereHall, here_hall


def measured(hall: HereHall) -> dict[str, float]:
    """Every figure as it would be written."""
    house = hall.house
    measures = Measures(
        house.live,
        house.views.waits,
        house.clock,
        connected=house.connected,
        data=house.settings.data,
        build="b",
    )
    return {_written(sample): sample.value for metric in measures() for sample in _samples(metric)}


def _samples(metric: Metric) -> list[object]:
    return list(metric.samples)


def _written(sample: object) -> str:
    labels = ",".join(f"{k}={v}" for k, v in sample.labels.items())  # type: ignore[attr-defined]
    name = sample.name.removeprefix("hallqueue_")  # type: ignore[attr-defined]
    return f"{name}{{{labels}}}" if labels else str(name)


async def test_waits_and_tickets_are_counted_as_they_come_and_go(hall: HereHall) -> None:
    await hall.issue("pay")
    hall.clock.move(minutes=3)
    await hall.issue("pay")
    found = measured(hall)
    assert found["waiting{queue=pay}"] == 2
    assert found["longest_wait_seconds{queue=pay}"] == 180
    assert found["tickets{state=waiting}"] == 2
    assert found["issued_total{service=pay}"] == 2
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    await hall.do("start_service", counter="1")
    await hall.do("finish_ticket", counter="1")
    hall.clock.move(seconds=1)  # estimates are kept for half a second
    found = measured(hall)
    assert (found["waiting{queue=pay}"], found["waiting_over_threshold"]) == (1, 0)
    assert (found["called_total{service=pay}"], found["finished_total{service=pay}"]) == (1, 1)
    assert (found["counters{state=open_idle}"], found["counters{state=closed}"]) == (1, 5)
    assert found["expected_wait_seconds{queue=pay}"] >= 0
    assert found["journal_seq"] == hall.hall.seq


async def test_who_waits_too_long_is_counted(hall: HereHall) -> None:
    await hall.issue("pay")
    hall.clock.move(minutes=20)
    assert measured(hall)["waiting_over_threshold"] == 0  # strictly after 20 minutes (R05)
    hall.clock.move(seconds=1)
    assert measured(hall)["waiting_over_threshold"] == 1
    await hall.house.over_wait.attend()
    assert measured(hall)["over_wait_cases{state=open}"] == 1
    assert measured(hall)["tasks{kind=remedy}"] == 1


async def test_devices_alerts_and_screens_are_counted_by_kind(hall: HereHall) -> None:
    down = ReportDevice(device="K1", kind="printer", state="down", detail="paper_out")
    await hall.house.live.apply(down, actor="system:printing", request="down")
    found = measured(hall)
    assert found["devices{kind=printer,state=down}"] == 1
    assert found["alerts{kind=printer_down,acknowledged=no}"] == 1
    async with hall.screen("lobby_board", "lobby"), hall.screen("kiosk", "kiosk", "K1"):
        found = measured(hall)
        assert (found["screens{screen=lobby}"], found["screens{screen=kiosk}"]) == (1, 1)
    hall.clock.set_back(minutes=10)
    assert measured(hall)["clock_behind_seconds"] > 500


async def test_nothing_of_a_ticket_or_a_person_is_said(hall: HereHall) -> None:
    ticket = await hall.issue("pay")
    alert = RaiseAlert(kind="guide_called", subject="A001", detail="张先生")
    await hall.house.live.apply(alert, actor="system:test", request="alert")
    said = " ".join(measured(hall))
    for private in (ticket["number"], ticket["token"], ticket["ticket"], "张", "admin"):
        assert private not in said


async def test_a_hall_that_is_not_set_up_has_figures_of_its_machine(tmp_path: Path) -> None:
    async with here_hall(tmp_path / "empty") as hall:
        found = measured(hall)
        assert found["disk_free_bytes"] > 0
        assert not any(name.startswith("waiting") for name in found)
