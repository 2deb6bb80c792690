"""kill -9 under load: nothing acknowledged is lost, nothing is doubled, snapshot and journal agree."""

import os
import random
from collections.abc import Mapping
from pathlib import Path

from server.domain.hall import Hall
from server.domain.queue.commands import IssueTicket
from server.journal.sqlite import SqliteJournal
from tests.forks import program
from tests.living import HandClock, ask, called, everything, living, numbers, series

KILLS = 5


def killed_under_load(file: Path, turn: int, answers: int) -> Mapping[str, str]:
    """Run the hall until it has acknowledged that many numbers, kill it; name of the request -> number."""
    here, there = os.pipe()
    hall = program("tests.crash_child", str(file), str(turn), stdout=there)
    os.close(there)
    with os.fdopen(here, "rb") as said:
        lines = [said.readline() for _ in range(answers)]
        hall.kill()
        lines += said.read().splitlines(keepends=True)
    hall.wait()
    whole = (line.decode().split() for line in lines if line.endswith(b"\n"))
    return {request: number for request, number in whole}


def at_counters(hall: Hall) -> set[str]:
    return {k.ticket for k in hall.counters.values() if k.ticket}


async def assert_nothing_lost_or_doubled(file: Path, acknowledged: Mapping[str, str]) -> None:
    journal = SqliteJournal(file)
    hall = await journal.load()
    assert hall == await journal.replay()
    events = await everything(journal)
    assert [r.seq for r in events] == list(range(1, hall.seq + 1))
    given, first = numbers(events), called(events)
    assert given == series("A", len(given)), "gap-free, each once"
    assert set(acknowledged.values()) <= set(given)
    assert len(acknowledged) == len(set(acknowledged.values()))
    assert len(first) == len(set(first)), "nobody is called twice"
    assert at_counters(hall) == {t.id for t in hall.tickets.values() if t.at_counter}
    async with living(journal, HandClock(hall.at)) as live:
        for request, number in acknowledged.items():
            assert numbers((await ask(live, IssueTicket(service="bill"), request)).recorded) == [number]
        assert live.hall == hall, "asking again changes nothing"


async def test_a_hall_that_is_killed_under_load_loses_and_doubles_nothing(tmp_path: Path) -> None:
    chance, file, acknowledged = random.Random(9), tmp_path / "hall.sqlite3", dict[str, str]()
    for turn in range(KILLS):
        acknowledged |= killed_under_load(file, turn, chance.randrange(20, 250))
        await assert_nothing_lost_or_doubled(file, acknowledged)
    assert len(acknowledged) > 5 * 20
