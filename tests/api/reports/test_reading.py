"""What reports are read from: the hall's own day, its names, its journal beside the writer."""

from datetime import date
from pathlib import Path

import pytest

from server.access.devices import BY_ITSELF
from server.api.answering.errors import NotGiven
from server.api.reports.reading import Reading
from server.domain.hall import Hall
from server.domain.refusals import Refused
from server.domain.text import Text
from server.domain.views.names import kiosk_name
from server.watchers.keeping.keep_visits import KeepVisits, visits_engine
from tests.hall_here import HandClock, HereHall


def reading(hall: HereHall) -> Reading:
    house = hall.house
    return Reading(
        house.live,
        house.keep_visits,
        house.people,
        house.devices,
        house.clock,
        locked=house.settings.snapshots,
    )


async def test_today_is_the_halls_own_day(hall: HereHall, hand: HandClock) -> None:
    here = reading(hall)
    assert here.period("day", None).first == date(2026, 3, 2)
    hand.move(hours=15, minutes=1)  # past midnight in the hall, 16:01 in Greenwich
    assert here.period("day", None).first == date(2026, 3, 3)


async def test_people_come_by_name(hall: HereHall) -> None:
    hall.house.people.add("1207", "王芳", "clerk", "calm-lotus-31")
    assert (await reading(hall).names())["1207"] == "王芳"


async def test_a_device_comes_by_what_it_is_called(hall: HereHall) -> None:
    """The report of what kiosks gave out named `demo-kiosk-k1`: no report shows an id."""
    devices, now = hall.house.devices, hall.house.clock()
    devices.issue_token("东门取号机", "kiosk", "K1", by="person:1001", now=now)
    devices.issue_token("demo kiosk K9", "kiosk", "K9", by=BY_ITSELF, now=now)
    devices.issue_token("evaluator", "evaluator", "1", by="script:command-line", now=now)
    names = await reading(hall).names()
    assert names["东门取号机"] == Text("东门取号机", "东门取号机")
    assert names["demo-kiosk-k9"] == Text("取号机", "the kiosk")
    assert names["evaluator"] == Text("评价器", "Evaluator")


async def test_a_report_reads_only_its_period(hall: HereHall, hand: HandClock) -> None:
    here = reading(hall)
    await hall.called()
    today = await here.paper("waits", here.period("day", None))
    assert [len(t.rows) for t in today.tables] == [2, 2, 1, 4]
    yesterday = await here.paper("waits", here.period("day", date(2026, 3, 1)))
    assert [len(t.rows) for t in yesterday.tables] == [0, 0, 0, 0]


async def test_a_hall_that_is_not_set_up_says_so(hall: HereHall, tmp_path: Path) -> None:
    here = reading(hall)
    configured, hall.house.live.hall = hall.hall, Hall()
    with pytest.raises(Refused, match="no_hall"):
        here.period("day", None)
    hall.house.live.hall = configured


async def test_a_report_does_not_wait_while_all_visits_are_made_anew(hall: HereHall) -> None:
    """It hung until the page gave up, without a word."""
    await hall.called()
    house = hall.house
    keeping = KeepVisits(house.live, visits_engine(house.settings.database))
    snapshots = house.settings.snapshots
    here = Reading(
        house.live, keeping, house.people, house.devices, house.clock, locked=snapshots, patience=0.01
    )
    async with keeping._one:  # somebody is at it
        with pytest.raises(NotGiven) as refused:
            await here.paper("waits", here.period("day", None))
    why = refused.value.why
    assert (why.code, why.status, why.fields["done"]) == ("visits_behind", 503, "0%")
    assert "正在按流水重建（已完成 0%）" in why.text.zh
    await keeping.settle()
    assert keeping.done == 1.0
    await keeping.close()


async def test_a_kiosk_that_is_known_by_its_place_alone_has_a_name_too(hall: HereHall) -> None:
    """The demo's past names its kiosk so, and a report said "K1"."""
    names = await reading(hall).names()
    assert {p.id: names[p.id] for p in hall.hall.setup.printers} == {
        p.id: kiosk_name(hall.hall, p.id) for p in hall.hall.setup.printers
    }
    assert all(name not in {p.id for p in hall.hall.setup.printers} for name in names.values())
