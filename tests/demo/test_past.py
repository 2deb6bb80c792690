"""An hour of invented past."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce
from pathlib import Path

import pytest

from server import making
from server.demo.past import LENGTH, Past, an_hour
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import CounterState, Hall
from server.domain.line import Now
from server.domain.queue.commands import ConfigureHall
from server.hall_file import pack, packs
from server.routing import fair_share
from tests.hall_server import NOW


def lived(name: str) -> tuple[Hall, Past]:
    config = replace(pack(name), demo=True)
    moment = Now(at=NOW - timedelta(hours=2), new_id="i", new_token="t", pick=fair_share.pick)
    hall = reduce(evolve, decide(Hall(), ConfigureHall(config=config), moment), Hall())
    return hall, an_hour(hall, NOW, fair_share.pick)


@pytest.mark.parametrize("name", packs())
def test_a_new_demo_hall_is_alive(name: str) -> None:
    _, past = lived(name)
    hall = past.hall
    open_now = [c for c in hall.counters.values() if c.state is not CounterState.CLOSED]
    assert len(open_now) >= 3
    assert 0 < len(list(hall.waiting())) < 60
    assert hall.recent
    assert sum(t.finished for t in hall.tallies.values()) >= 10
    assert any(t.has_ended for t in hall.ended.values())
    issued = sorted(t.issued_at for t in (*hall.tickets.values(), *hall.ended.values()))
    assert issued[0] >= NOW - LENGTH
    assert issued[-1] <= hall.at <= NOW


def test_the_past_is_the_same_for_everybody() -> None:
    assert lived("power")[1].hall == lived("power")[1].hall


def test_the_past_is_made_of_events_in_order() -> None:
    before, past = lived("power")
    recorded = [r for entry in past.entries for r in entry.recorded]
    assert [r.seq for r in recorded] == list(range(before.seq + 1, before.seq + 1 + len(recorded)))
    assert reduce(evolve, (r.event for r in recorded), before) == past.hall
    assert len({entry.request for entry in past.entries}) == len(past.entries)


async def test_a_demo_hall_is_stored_as_it_is_replayed(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    assert await making.make_demo(data, "water", NOW)
    assert await making.compare(data) == ""
    assert not await making.make_demo(data, "water", NOW)  # it is there already and is kept
