"""An hour of invented past."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from server.command import making
from server.demo.past import ACTOR, LENGTH, an_hour
from server.domain.hall import CounterState, Hall
from server.journal.sqlite import SqliteJournal
from server.packs.hall_file import pack
from server.packs.names import packs
from server.routing import fair_share
from tests.hall_made import NOW


async def lived(file: Path, name: str) -> Hall:
    journal = SqliteJournal(file)
    try:
        live = await an_hour(journal, replace(pack(name), demo=True), NOW, fair_share.pick)
        assert live.hall == await journal.load() == await journal.replay()
        return live.hall
    finally:
        await journal.close()


@pytest.mark.parametrize("name", packs())
async def test_a_new_demo_hall_is_alive(name: str, tmp_path: Path) -> None:
    hall = await lived(tmp_path / "hall.sqlite3", name)
    open_now = [c for c in hall.counters.values() if c.state is not CounterState.CLOSED]
    assert len(open_now) >= 3
    assert 0 < len(list(hall.waiting())) < 60
    assert hall.recent
    assert sum(t.finished for t in hall.tallies.values()) >= 10
    assert any(t.has_ended for t in hall.ended.values())
    issued = sorted(t.issued_at for t in (*hall.tickets.values(), *hall.ended.values()))
    assert issued[0] >= NOW - LENGTH
    assert issued[-1] <= hall.at <= NOW


async def test_the_past_is_the_same_for_everybody(tmp_path: Path) -> None:
    def seen(hall: Hall) -> list[tuple[str, str, datetime, str]]:
        tickets = (*hall.tickets.values(), *hall.ended.values())
        return [(t.number, t.state, t.issued_at, t.leg.service) for t in tickets]

    one, other = await lived(tmp_path / "one", "power"), await lived(tmp_path / "other", "power")
    assert seen(one) == seen(other)
    assert one.tallies == other.tallies


async def test_the_past_is_made_by_the_demo_in_order_of_time(tmp_path: Path) -> None:
    await lived(tmp_path / "hall.sqlite3", "power")
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    recorded = await journal.since(0, 10_000)
    names = await journal.names()
    await journal.close()
    assert {r.actor for r in recorded} == {ACTOR}
    times = [r.event.at for r in recorded]
    assert times == sorted(times)
    assert len(names) > 100


async def test_a_demo_hall_is_stored_as_it_is_replayed(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    assert await making.make_demo(data, "water", NOW)
    assert await making.compare(data) == ""
    assert not await making.make_demo(data, "water", NOW)  # it is there already and is kept
