"""Drill: the power is cut at any moment of a busy hall's writing; what was acknowledged is there afterwards.

The hall runs on the real journal with a shim that notes what it writes, flushes and says. Each cut is made
of that log: everything before it, less what was not flushed. `HALLQUEUE_CUTS` says how many (200; 3 minutes).
After each cut the journal is asked for every acknowledged number, and the hall itself for some of them.
"""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typing_extensions import override

from server.domain.queue.commands import IssueTicket
from server.journal.sqlite import SqliteJournal
from tests.drills.conftest import Tell
from tests.drills.power import Disk, Note, notes, shim
from tests.forks import ROOT
from tests.living import HandClock, ask, called, everything, living, numbers, series, set_up
from tests.test_crash import at_counters

CUTS = int(os.environ.get("HALLQUEUE_CUTS", "200"))
A_RUN = 20  # cuts of one run of the hall; the next begins with what one of them left
ASKED = 40  # numbers asked for again by the names of their requests
FILE = "hall.sqlite3"


def a_busy_hall(folder: Path, library: Path, turn: int, answers: int) -> list[Note]:
    """Run it until it has acknowledged that many numbers, then kill it."""
    log = folder.parent / f"log-{turn}"
    env = os.environ | {"LD_PRELOAD": str(library), "POWER_LOG": str(log), "POWER_FOLDER": str(folder)}
    command = [sys.executable, "-m", "tests.crash_child", str(folder / FILE), str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=env) as hall:
        assert hall.stdout is not None
        for _ in range(answers):
            assert hall.stdout.readline()
        hall.kill()
        hall.stdout.read()
    made = list(notes(log))
    log.unlink()
    return made


def said(told: list[Note]) -> dict[str, str]:
    lines = b"".join(note.data for note in told if note.what == "A").splitlines(keepends=True)
    whole = (line.decode().split() for line in lines if line.endswith(b"\n"))
    return {request: number for request, number in whole}


async def opens_whole(file: Path) -> int:
    """As a server opens it: nothing is missing, and what was torn has been made anew. How much that was."""
    journal = SqliteJournal(file)
    opened = await journal.open_whole(all_of_it=True)
    await journal.close()
    assert all(damage.healed for damage in opened.damage), opened.damage
    return len(opened.damage)


async def lost_and_twice(file: Path, known: Mapping[str, str], dice: random.Random) -> tuple[int, int]:
    """Numbers that were acknowledged and are not there, or to another request; those that are there again."""
    journal = SqliteJournal(file)
    hall = await journal.load()
    assert hall == await journal.replay()
    events = await everything(journal)
    assert [r.seq for r in events] == list(range(1, hall.seq + 1))
    given, first = numbers(events), called(events)
    twice = len(given) - len(set(given)) + len(first) - len(set(first))
    assert twice or given == series("A", len(given)), "gap-free"
    assert at_counters(hall) == {t.id for t in hall.tickets.values() if t.at_counter}
    names = await journal.names()
    answers = {
        request: numbers(events[names[request].first_seq - 1 : names[request].last_seq])
        for request in known.keys() & names.keys()
    }
    wrong = {request for request, number in known.items() if answers.get(request) != [number]}
    async with living(journal, HandClock(hall.at)) as live:
        for request in dice.sample(sorted(known), min(ASKED, len(known))):
            again = await ask(live, IssueTicket(service="bill"), request)
            wrong |= {request} if numbers(again.recorded) != [known[request]] else set()
        assert wrong or live.hall == hall, "asking again changes nothing"
    return len(wrong), twice


async def test_nothing_acknowledged_is_lost_to_a_power_cut_and_no_number_comes_twice(
    tmp_path: Path, tell: Tell
) -> None:
    dice, library = random.Random(20261130), shim(tmp_path)
    folder = tmp_path / "hall"
    folder.mkdir()
    async with living(SqliteJournal(folder / FILE)) as live:
        await set_up(live)
    acknowledged: dict[str, str] = {}
    ways: Counter[str] = Counter()
    cuts = healed = unflushed = most = checked = lost = twice = 0
    while cuts < CUTS and not (lost or twice):
        base = Disk(folder)
        told = a_busy_hall(folder, library, cuts, dice.randrange(100, 500))
        at = sorted(dice.randrange(1, len(told) + 1) for _ in range(min(A_RUN, CUTS - cuts)))
        goes_on = dice.choice(at)
        reached = 0
        for nth, cut in enumerate(at):
            for note in told[reached:cut]:
                base.take(note)
            reached = cut
            there = tmp_path / f"cut-{cuts + nth}"
            unflushed += bool(base.waiting)
            ways.update(base.after_the_cut(dice, there))
            known = acknowledged | said(told[:cut])
            healed += await opens_whole(there / FILE)
            if cut == goes_on:
                shutil.rmtree(folder)
                shutil.copytree(there, folder)
                goes_on, kept = -1, known
            gone, again = await lost_and_twice(there / FILE, known, dice)
            lost, twice = lost + gone, twice + again
            checked += len(known)
            most = max(most, len(known))
            shutil.rmtree(there)
        acknowledged = kept
        cuts += len(at)
    became = ", ".join(f"{n} {way}" for way, n in sorted(ways.items()))
    looked = f"{checked:,} acknowledged numbers looked for ({most:,} in the fullest hall), {healed} healed"
    tell(
        f"{cuts} cuts, {unflushed} with unflushed writes (by file: {became}); {looked}",
        lost=lost,
        twice=twice,
    )
    assert (lost, twice) == (0, 0)
    assert unflushed > CUTS / 3, "most cuts come between a write and its flush"


async def test_a_disk_that_does_not_flush_would_be_found_out(tmp_path: Path, tell: Tell) -> None:
    """The drill can fail: where a flush is only promised, what was acknowledged goes with the power."""
    library, folder = shim(tmp_path), tmp_path / "hall"
    folder.mkdir()
    async with living(SqliteJournal(folder / FILE)) as live:
        await set_up(live)
    lies = Disk(folder)
    told = a_busy_hall(folder, library, 0, 100)
    for note in told:
        if note.what != "S":
            lies.take(note)
    lies.after_the_cut(Gone(), tmp_path / "cut")
    journal = SqliteJournal(tmp_path / "cut" / FILE)
    there = {ticket.number for ticket in (await journal.load()).tickets.values()}
    await journal.close()
    tell(f"1 cut of a disk that lies: {len(said(told))} numbers acknowledged, {len(there)} there")
    assert said(told)
    assert not there


class Gone(random.Random):
    """Everything that was not flushed is gone."""

    @override
    def choice(self, seq: Any) -> Any:
        return seq[0]

    @override
    def random(self) -> float:
        return 1.0
