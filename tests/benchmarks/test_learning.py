"""What a night of learning costs, and how far off waits are that are foreseen by what was learned alone.

The hall of `waits_hall.py`, of which only the journal is known. `HALLQUEUE_LEARN`: from how many days (28).
`HALLQUEUE_DAYS`: how many are tried (1), every fourth ticket of each. `HALLQUEUE_ROUGH=1`: the counters keep
to their roster only roughly; the oracle alone knows when they really open.
"""

import os
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import sqrt
from time import process_time

import numpy as np
import pytest
from sqlalchemy import Connection, func, select

from server.domain.queue.events import TicketFinished
from server.insight.forward.board import board_of
from server.insight.forward.chance import drawn
from server.insight.forward.habits import Habits
from server.insight.forward.plan import Plan, planned, usual_plan
from server.insight.forward.run import run
from server.insight.learning.knowing import Learned
from server.insight.learning.pace import Pace
from server.insight.learning.pattern import Roster, plan_by, roster_of
from server.journal import Recorded
from server.routing import fair_share
from server.visits.lessons import HABIT, Lessons, learn
from tests.benchmarks.report import Figure, Table
from tests.benchmarks.waits_hall import Day, a_config, known
from tests.reports.lived import HALL, a_database, written

LEARN, DAYS = int(os.environ.get("HALLQUEUE_LEARN", "28")), int(os.environ.get("HALLQUEUE_DAYS", "1"))
ROUGH = bool(os.environ.get("HALLQUEUE_ROUGH"))
EVERY = 4
CONFIG = a_config()
PATTERN = "learned, days before"
TRUTH = known()
KEPT = "kept roughly" if ROUGH else "kept"
PART = f"learning: a simulated hall of nine counters, its roster {KEPT}, {LEARN} days of its journal"


@dataclass
class Nights:
    """What is known by the morning; day by day."""

    db: Connection = field(default_factory=a_database)
    lessons: Lessons = field(default_factory=Lessons)
    cpu: list[float] = field(default_factory=list)
    seq: int = 0

    def behind(self, number: int, day: Day) -> None:
        """The night behind a day that was lived."""
        told = [Recorded(epoch=1, seq=self.seq + n, actor="", event=e) for n, e in enumerate(day.log, 1)]
        written(self.db, told)
        self.seq += len(told)
        began = process_time()
        *_, self.lessons = learn(self.db, HALL, CONFIG, date_of(number + 1))
        self.cpu.append(process_time() - began)


def date_of(number: int) -> date:
    return date(2026, 3, 2) + timedelta(days=number)


@pytest.fixture(scope="module")
def nights() -> Nights:
    nights = Nights()
    for number in range(LEARN):
        nights.behind(number, Day(number, rough=ROUGH).live())
    return nights


def test_a_night(table: Table, nights: Nights) -> None:
    rows = nights.db.execute(select(func.count()).select_from(HABIT)).scalar_one()
    worst = max(nights.cpu[1:])
    table.add(
        Figure(
            part=PART,
            what="a night's learning, of 500 visits, the dearest",
            value=1000 * worst,
            unit="ms",
            bar="≤ 1,000 ms",
            note=f"{rows} rows kept",
        )
    )
    assert worst <= 1.0


def mean_wait(day: Day, ticket: str, habits: Habits, plan: Plan) -> float | None:
    board = board_of(day.hall, day.now, fair_share.order(day.hall.setup.figures), plan)
    called = np.array(run(board, drawn(board, habits)).called)
    mine = [n for n, p in enumerate(board.people) if p.ticket == ticket]
    seen = called[:, mine][np.isfinite(called[:, mine])] if mine else np.array([])
    return float(seen.mean()) if len(seen) else None


@dataclass
class Asked:
    """A day on which every fourth customer is told the wait by everybody who can say one."""

    day: Day
    learned: Learned
    roster: Roster
    pace: Pace = Pace()
    seen: int = 0
    said: dict[str, dict[str, float | None]] = field(default_factory=dict)

    def live(self) -> "Asked":
        self.day.look = self.say
        self.day.live()
        return self

    def say(self, ticket: str) -> None:
        self._follow()
        day = self.day
        if int(ticket[1:]) % EVERY == 0:
            mine, rostered = (
                self.learned.habits(day.hall, day.now, self.pace),
                planned(day.hall, day.now, day.roster),
            )
            self.said[ticket] = {
                "oracle": mean_wait(day, ticket, TRUTH(day.at), planned(day.hall, day.now, day.kept)),
                "learned, roster": mean_wait(day, ticket, mine, rostered),
                PATTERN: mean_wait(day, ticket, mine, plan_by(self.roster, day.hall, day.now)),
                "learned, hours alone": mean_wait(day, ticket, mine, usual_plan(day.hall, day.now)),
            }

    def _follow(self) -> None:
        for event in self.day.log[self.seen :]:
            if isinstance(event, TicketFinished) and (gone := self.day.hall.ticket(event.ticket)) is not None:
                expected = (self.learned.handled(gone.leg.service) or 0.0) * self.learned.pace(
                    gone.leg.staff or ""
                )
                self.pace = self.pace.with_one(event.at, event.handling_seconds, expected)
        self.seen = len(self.day.log)


def test_how_far_off_by_what_was_learned(table: Table, nights: Nights) -> None:
    off: dict[str, list[float]] = {}
    for number in range(LEARN, LEARN + DAYS):
        day = Day(number, rough=ROUGH)
        learned = Learned(nights.lessons.sums, nights.lessons.days)
        roster = roster_of(nights.lessons.worked, CONFIG, date_of(number))
        for ticket, by in Asked(day, learned, roster).live().said.items():
            if ticket in day.called and None not in by.values():
                real = day.called[ticket] - day.taken[ticket]
                for who, seconds in by.items():
                    off.setdefault(who, []).append((float(seconds or 0) - real) / 60)
        nights.behind(number, day)
    rmse = {who: sqrt(float(np.mean(np.square(errors)))) for who, errors in off.items()}
    for who, error in rmse.items():
        table.add(
            Figure(
                part=PART,
                what=f"RMSE, {who}",
                value=error,
                unit="min",
                raw=rmse["oracle"],
                raw_what="oracle",
                bar={"learned, roster": "≤ 1.05 ×", PATTERN: "≤ 1.20 ×"}.get(who, ""),
                note=f"{len(off[who])} told",
            )
        )
    assert rmse["learned, roster"] <= 1.20 * rmse["oracle"]
    assert rmse[PATTERN] <= 1.35 * rmse["oracle"]
