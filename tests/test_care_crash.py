"""kill -9 at every step of a case, and restart: one case, one gift, each rung once."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from server.domain.care import events as ce
from server.domain.care.remedies import stock_of
from server.domain.opinion.events import EvaluationAsked, EvaluationClosed, Rated
from server.domain.queue import events as qe
from server.journal.sqlite import SqliteJournal
from tests.care_builders import acts
from tests.care_crash_child import STEPS, main
from tests.forks import PROCESSES, Forked
from tests.living import everything

ONCE = (
    qe.TicketIssued,
    qe.TicketFinished,
    ce.CaseOpened,
    ce.CaseOffered,
    ce.GiftGiven,
    ce.WaitExplained,
    Rated,
    EvaluationAsked,
    EvaluationClosed,
)


def lived(file: Path, *, killed_after: int) -> list[int]:
    """Let the hall live until it has told that step, kill it; the steps it told."""
    here, there = PROCESSES.Pipe(duplex=False)
    hall = Forked(main, file, there)
    there.close()
    told = [here.recv() for _ in range(killed_after + 1)]
    if killed_after < len(STEPS) - 1:
        hall.kill()
    hall.wait()
    with suppress(EOFError):
        while True:
            told.append(here.recv())
    here.close()
    return told


@pytest.mark.parametrize("first", [0, 1])
async def test_a_hall_killed_after_every_step_of_a_case_does_each_once(tmp_path: Path, first: int) -> None:
    """Every other step in each turn: the kill falls into whatever the hall does next."""
    file = tmp_path / "hall.sqlite3"
    for step in range(first, len(STEPS), 2):
        assert lived(file, killed_after=step)[step] == step
    assert lived(file, killed_after=len(STEPS) - 1) == list(range(len(STEPS)))
    journal = SqliteJournal(file)
    hall, events = await journal.load(), [r.event for r in await everything(journal)]
    assert hall == await journal.replay()
    await journal.close()
    assert acts(events) == [("A001", "explain"), ("A001", "pre_alert"), ("A001", "remedy")]
    happened = Counter(type(e) for e in events)
    assert {kind: happened[kind] for kind in ONCE} == dict.fromkeys(ONCE, 1)
    raised = Counter(e.kind for e in events if isinstance(e, ce.TaskRaised))
    assert raised == {"explain": 1, "pre_alert": 1, "remedy": 1, "low_rating": 1, "water": 1}
    assert stock_of(hall, "tissues") == 39
