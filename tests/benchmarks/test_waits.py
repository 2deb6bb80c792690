"""How far off the waits are that customers are shown, on a hall whose truth is known; simple rules beside.

`HALLQUEUE_DAYS` says how many days are tried (3; each costs some two minutes of CPU), `HALLQUEUE_LEARN` from
how many is learned (35), `HALLQUEUE_FIRST` which is the first tried (36), `HALLQUEUE_LOOKED` on how many
promises are made minute by minute (3; shares need ten to settle). What is a ratio is a bar; minutes belong to
the hall.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt

import numpy as np
import pytest

from server.domain.hall import CounterState
from server.domain.promises.levels import ENDS
from server.domain.promises.nouns import Ahead
from server.domain.views.parts import Until, wait_view
from server.insight.forward.board import board_of
from server.insight.forward.chance import drawn
from server.insight.forward.foresee import foresee
from server.insight.forward.habits import Habits, usual_habits
from server.insight.forward.plan import Plan, planned, usual_plan
from server.insight.forward.run import run
from server.insight.handling import expected_seconds
from server.insight.waits import estimate
from server.routing import fair_share
from tests.benchmarks.report import Figure, Table
from tests.benchmarks.waits_hall import Day, Seen, known, learned
from tests.benchmarks.waits_looked_at import AHEAD, THRESHOLD, Looked, look_at
from tests.insight.waiting_halls import NOW, busy, hall, line

DAYS, LEARN = int(os.environ.get("HALLQUEUE_DAYS", "3")), int(os.environ.get("HALLQUEUE_LEARN", "35"))
LOOKED = int(os.environ.get("HALLQUEUE_LOOKED", "3"))
FIRST_TRIED = int(os.environ.get("HALLQUEUE_FIRST", "36"))
BANDS = (2, 5, 10, 15, 30)  # minutes shown
PART = f"waits: a simulated hall of nine counters, {LEARN} days learned from"


@dataclass(kw_only=True)
class Said:
    """What somebody was told and what came of it, in seconds."""

    mean: float
    ahead: Ahead | None
    real: float = 0.0


@dataclass(kw_only=True)
class Told:
    """By estimator, by ticket."""

    by: dict[str, dict[str, Said]] = field(default_factory=dict)

    def add(self, who: str, ticket: str, seconds: float | None, ahead: Ahead | None = None) -> None:
        if seconds is not None:
            self.by.setdefault(who, {})[ticket] = Said(mean=seconds, ahead=ahead)

    def settle(self, day: Day, until: str) -> None:
        """What came of those who were told since."""
        for answers in self.by.values():
            for ticket in [t for t in answers if t.startswith(until)]:
                name = ticket.removeprefix(until)
                if name in day.called:
                    answers[ticket].real = day.called[name] - day.taken[name]
                else:
                    del answers[ticket]

    def rmse(self, who: str, among: str) -> float:
        """Over those tickets of `who` that `among` was asked about, too."""
        errors = [(s.mean - s.real) / 60 for t, s in self.by[who].items() if t in self.by[among]]
        return sqrt(float(np.mean(np.square(errors))))


HabitsAt = Callable[[float], Habits]


def look(day: Day, habits: Habits, plan: Plan) -> dict[str, tuple[float, Ahead]]:
    """By ticket in line, the mean of the futures and what they say together."""
    board = board_of(day.hall, day.now, fair_share.order(day.hall.setup.figures), plan)
    called = np.array(run(board, drawn(board, habits)).called)
    in_it = np.isfinite(called)
    means = np.where(in_it, called, 0.0).sum(axis=0) / np.maximum(in_it.sum(axis=0), 1)
    seen = foresee(board, habits, THRESHOLD).tickets
    return {
        p.ticket: (float(means[n]), seen[p.ticket]) for n, p in enumerate(board.people) if p.ticket in seen
    }


def by_skill(day: Day, ticket: str) -> float | None:
    """What most systems say: those of the same business before, their usual time, the counters that do it."""
    mine = day.hall.tickets[ticket]
    shut = (CounterState.CLOSED, CounterState.PAUSED)
    profile = day.hall.setup.profile
    able = [
        k
        for k in day.hall.counters.values()
        if k.state not in shut and mine.leg.queue in profile[k.profile].queues
    ]
    ahead = sum(t.leg.queue == mine.leg.queue for t in day.hall.waiting()) - 1
    return ahead * expected_seconds(day.hall)[mine.leg.service] / len(able) if able else None


def watched(number: int, told: Told, habits: HabitsAt, truth: HabitsAt) -> None:
    """A day on which everybody is told the wait by everybody who can say one."""
    day = Day(number)

    def say(ticket: str) -> None:
        key, hall_now = f"{number}/{ticket}", day.hall
        told.add("landed estimate", key, estimate(hall_now, day.now).get(ticket))
        told.add("same business ahead ÷ its counters", key, by_skill(day, ticket))
        with_roster = planned(hall_now, day.now, day.roster)
        usual = usual_plan(hall_now, day.now)
        runs = {"oracle": (truth, with_roster), "forward, learned, roster": (habits, with_roster)}
        if day.named % 3 == 0:
            runs["forward, learned, no roster"] = (habits, usual)
            runs["forward, day one, roster"] = (lambda at: usual_habits(hall_now), with_roster)
        for name, (of, plan) in runs.items():
            if (said := look(day, of(day.at), plan).get(ticket)) is not None:
                told.add(name, key, *said)

    day.look = say
    day.live()
    told.settle(day, f"{number}/")


@pytest.fixture(scope="module")
def habits() -> HabitsAt:
    seen = Seen()
    for day in range(LEARN):
        Day(day, seen).live()
    return learned(seen)


@pytest.fixture(scope="module")
def told(habits: HabitsAt) -> Told:
    told, truth = Told(), known()
    for number in range(FIRST_TRIED, FIRST_TRIED + DAYS):
        watched(number, told, habits, truth)
    return told


def test_how_far_off_each_is(table: Table, told: Told) -> None:
    oracle = {who: told.rmse("oracle", who) for who in told.by}
    for who in told.by:
        off = told.rmse(who, "oracle")
        bar = "≤ 1.05 × oracle" if who == "forward, learned, roster" else ""
        table.add(
            Figure(
                part=PART,
                what=f"RMSE, {who}",
                value=off,
                unit="min",
                raw=oracle[who],
                raw_what="oracle",
                bar=bar,
                note=f"{len(told.by[who])} told",
            )
        )
    mine = "forward, learned, roster"
    assert told.rmse(mine, "oracle") <= 1.10 * oracle[mine]
    assert told.rmse(mine, "oracle") < told.rmse("landed estimate", "oracle")


def test_most_are_called_within_what_they_were_told(table: Table, told: Told) -> None:
    said = [s for s in told.by["forward, learned, roster"].values() if s.ahead is not None]
    for low, high in zip(BANDS, (*BANDS[1:], 1000), strict=True):
        shown = [(wait_view(Until(s.ahead.low, s.ahead.high)), s) for s in said if s.ahead]
        those = [(v, s) for v, s in shown if v.state == "minutes" and low <= v.minutes < high]
        within = float(np.mean([s.real <= 60 * v.minutes for v, s in those])) if those else 1.0
        table.add(
            Figure(
                part=PART,
                what=f"called within {low}–{high} minutes shown",
                value=100 * within,
                unit="%",
                bar="≥ 80 %",
                note=f"{len(those)} told",
            )
        )
    beyond = [s for s in said if s.mean >= 300]
    covered = float(np.mean([s.ahead.low <= s.real <= s.ahead.high for s in beyond if s.ahead]))
    table.add(
        Figure(
            part=PART,
            what="between a tenth and nine tenths, from 5 min on",
            value=100 * covered,
            unit="%",
            bar="75–87 %",
            note=f"{len(beyond)} told",
        )
    )
    assert covered >= 0.65


@pytest.fixture(scope="module")
def looked(habits: HabitsAt) -> Looked:
    looked = Looked()
    for number in range(FIRST_TRIED, FIRST_TRIED + LOOKED):
        look_at(number, habits, looked)
    return looked


def share(table: Table, what: str, some: int, of: int, bar: str = "") -> float:
    value = 100 * some / max(of, 1)
    table.add(Figure(part=PART, what=what, value=value, unit="%", bar=bar, note=f"of {of}"))
    return value


def test_promises_move_seldom(table: Table, looked: Looked) -> None:
    of = len(looked.looked)
    share(table, "up by over a band at once: the middle future", len(looked.rose), of)
    what = "promise moved later by over a band, with its reason"
    moved = share(table, what, len(looked.moved), of, "≤ 15 %")
    share(table, "told anew, for any reason", looked.renewed, of)
    kept = sum(s.real <= s.until for s in looked.said)
    share(table, "called within the first minute promised", kept, len(looked.said), "≥ 80 %")
    assert moved <= 20


def test_four_of_five_are_called_between_both_ends_in_every_band(table: Table, looked: Looked) -> None:
    for low, high in zip((0, *ENDS), (*ENDS, 86_400.0), strict=True):
        those = [s for s in looked.said if low <= s.middle < high]
        what = f"between both ends, {low / 60:.0f}–{high / 60:.0f} min"
        between = sum(s.low <= s.real <= s.high for s in those)
        covered = share(table, what, between, len(those), "75–87 %" if low >= 300 else "")
        assert covered >= 65 or len(those) < 60


def test_who_will_wait_too_long_is_seen_ahead(table: Table, looked: Looked) -> None:
    late, warned = looked.late, looked.warned
    ahead = [t for t in late if warned.get(t, 0) >= AHEAD]
    came = warned.keys() & late
    share(table, "each ticket: warned of 20 minutes that came", len(came), len(warned), "≥ 85 %")
    share(table, "each ticket: seen 10 minutes ahead", len(ahead), len(late), "≥ 90 %")
    share(table, "each queue's episode: somebody waited 20 minutes", looked.true, looked.episodes, "≥ 85 %")
    share(table, "each queue's episode: said 10 minutes ahead", len(looked.ahead), len(late), "≥ 90 %")


def test_a_run_of_forty_waiting_is_cheap(table: Table) -> None:
    calls = {"1": "AD", "2": "AD", "3": "ABCD", "4": "BC", "5": "B+C", "6": "A"}
    standing = hall(calls, [*line("A", 20), *line("B", 6), *line("C", 6), *line("D", 8)])
    for counter, queue in zip(calls, "AABBCA", strict=True):
        standing = busy(standing, counter, queue, 60)
    config = standing.setup
    board = board_of(standing, NOW, fair_share.order(config.figures), usual_plan(standing, NOW))
    made, ran, spun = [], [], []
    for _ in range(7):
        began = time.process_time()
        board_of(standing, NOW, fair_share.order(config.figures), usual_plan(standing, NOW))
        made.append(time.process_time() - began)
        began = time.process_time()
        foresee(board, usual_habits(standing), THRESHOLD)
        ran.append(time.process_time() - began)
        began = time.process_time()
        for _ in range(1_000_000):
            pass
        spun.append(time.process_time() - began)
    spin = f"a million empty turns of a loop took {1000 * min(spun):.0f} ms"
    for what, spent, bar in (("100 futures, 40 waiting", ran, "≤ 30 ms"), ("its board", made, "≤ 0.2 ms")):
        table.add(Figure(part=PART, what=what, value=1000 * min(spent), unit="ms", bar=bar, note=spin))
