"""A morning of invented past."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine

from server.command import making
from server.command.making import A_MONTH
from server.demo.past import ACTOR, LENGTH, TOLD_DAYS, a_morning
from server.domain.hall import CounterState, Hall
from server.domain.opinion.events import WaitRated
from server.journal import Recorded
from server.journal.sqlite import SqliteJournal
from server.packs.hall_file import pack
from server.packs.names import packs
from server.reports import effect
from server.reports.opening import Told
from server.reports.period import period_of
from server.routing import fair_share
from server.visits.keeping import Keeper
from server.visits.past import Past
from tests.hall_made import NOW


async def lived(file: Path, name: str) -> Hall:
    journal = SqliteJournal(file)
    try:
        live = await a_morning(journal, replace(pack(name), demo=True), NOW, fair_share.pick)
        assert live.hall == await journal.load() == await journal.replay()
        return live.hall
    finally:
        await journal.close()


class Pasts:
    """Each hall's past, made once: nobody here goes on with it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._halls = folder, dict[str, Hall]()

    def file(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite3"

    async def of(self, name: str) -> Hall:
        if name not in self._halls:
            self._halls[name] = await lived(self.file(name), name)
        return self._halls[name]

    async def recorded(self, name: str) -> tuple[tuple[Recorded, ...], int]:
        """What its journal holds, and how many names there are."""
        await self.of(name)
        journal = SqliteJournal(self.file(name))
        try:
            return await journal.since(0, 10_000), len(await journal.names())
        finally:
            await journal.close()


@pytest.fixture(scope="module")
def pasts(tmp_path_factory: pytest.TempPathFactory) -> Pasts:
    return Pasts(tmp_path_factory.mktemp("pasts"))


@pytest.mark.parametrize("name", packs())
async def test_a_new_demo_hall_is_alive(name: str, pasts: Pasts) -> None:
    hall = await pasts.of(name)
    open_now = [c for c in hall.counters.values() if c.state is not CounterState.CLOSED]
    assert len(open_now) >= 3
    assert 0 < len(list(hall.waiting())) < 60
    assert hall.recent
    assert sum(t.finished for t in hall.tallies.values()) >= 10
    assert any(t.has_ended for t in hall.ended.values())
    issued = sorted(t.issued_at for t in (*hall.tickets.values(), *hall.ended.values()))
    assert issued[0] >= NOW - LENGTH
    assert issued[-1] <= hall.at <= NOW


@pytest.mark.parametrize("name", packs())
async def test_who_waited_too_long_was_mostly_made_good(name: str, pasts: Pasts) -> None:
    """Fault 17: an hour of the demo never showed what the product is for."""
    hall = await pasts.of(name)
    recorded, _ = await pasts.recorded(name)
    seen = Counter(type(r.event).__name__ for r in recorded)
    assert seen["CaseOpened"] > seen["GiftGiven"] > seen["CaseMissed"] > 0
    assert seen["WaitExplained"] > seen["CaseOpened"]
    assert seen["Rated"] > 30
    assert seen["WaitRated"] > 10
    assert hall.care.leader == "1101"


@pytest.mark.parametrize("name", packs())
async def test_people_are_known_by_their_numbers_as_in_a_hall_at_work(name: str, pasts: Pasts) -> None:
    """Fault 9: reports called the demo's leader `person:1101`."""
    recorded, _ = await pasts.recorded(name)
    known = {str(getattr(r.event, field, "")) for r in recorded for field in ("by", "staff")}
    assert {"1101", "1301", "1201"} <= known
    assert not {who for who in known if who.startswith("person:")}


@pytest.mark.parametrize("name", packs())
async def test_the_guide_was_at_the_door_and_something_waits_for_a_look(name: str, pasts: Pasts) -> None:
    hall = await pasts.of(name)
    assert sum(hall.guidance.ways.values()) >= 20
    assert hall.guidance.contacts["1301"].greeted == sum(hall.guidance.ways.values())
    assert {alert.kind for alert in hall.alerts.values()} >= {"terminal_faulty", "guide_called"}
    assert [*hall.guidance.faults] == [hall.setup.terminals[0].id]


async def test_every_other_working_day_before_has_a_past_and_a_lot_that_shows_what_a_remedy_does(
    tmp_path: Path,
) -> None:
    """A tour that ends at "not enough data" tells no story; the answer itself is written down nowhere."""
    config = replace(pack("power"), demo=True)
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    live = await a_morning(journal, config, NOW, fair_share.pick, days=A_MONTH)
    zone = ZoneInfo(live.hall.setup.timezone)
    recorded = await journal.since(0, 100_000)
    days = Counter(
        r.event.at.astimezone(zone).date() for r in recorded if type(r.event).__name__ == "TicketIssued"
    )
    assert live.hall == await journal.replay()
    await journal.close()
    assert len(days) == 1 + 3 * A_MONTH // 7
    assert all(day.weekday() in TOLD_DAYS for day in days if day != NOW.astimezone(zone).date())
    assert min(days.values()) > 15
    assert live.hall.setup == config  # the month's trial is over
    rated = (r.event for r in recorded if isinstance(r.event, WaitRated))
    assert sum(event.remedied for event in rated) > 60
    db, keeper = create_engine(f"sqlite:///{tmp_path / 'hall.sqlite3'}").connect(), Keeper("hall")
    while keeper.catch_up(db):
        pass
    year = period_of("year", NOW.astimezone(zone).date(), str(zone))
    said = effect.opening(
        Told(report=effect, past=Past(db, ["hall"]), period=year, config=config, today=year.last)
    )
    db.close()
    assert said.zh.startswith("补救有用：满意度高 0.")
    assert "95 % 区间 +0." in said.zh


async def test_the_past_is_the_same_for_everybody(pasts: Pasts, tmp_path: Path) -> None:
    def seen(hall: Hall) -> list[tuple[str, str, datetime, str]]:
        tickets = (*hall.tickets.values(), *hall.ended.values())
        return [(t.number, t.state, t.issued_at, t.leg.service) for t in tickets]

    one, other = await pasts.of("power"), await lived(tmp_path / "other", "power")
    assert seen(one) == seen(other)
    assert one.tallies == other.tallies


async def test_the_past_is_made_by_the_demo_in_order_of_time(pasts: Pasts) -> None:
    recorded, names = await pasts.recorded("power")
    assert {r.actor for r in recorded} == {ACTOR}
    times = [r.event.at for r in recorded]
    assert times == sorted(times)
    assert names > 100


async def test_a_demo_hall_is_stored_as_it_is_replayed(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    assert await making.make_demo(data, "water", NOW, days=0)
    assert await making.compare(data) == ""
    assert not await making.make_demo(data, "water", NOW, days=0)  # it is there already and is kept
