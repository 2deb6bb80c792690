"""How far off the run forward is on real queues, beside simple rules: a bank's calls, Warsaw's offices.

The logs are not in the repository: `HALLQUEUE_QUEUE_DATA=FOLDER uv run --group test pytest -n 0 -s
tests/benchmarks/test_real_waits.py`. What is learned lies before what is tried. The bank's bar was set for
August from February; of August nothing is here, so the last week of February is tried, and the ratio to the
usual formula says more than the seconds do.
"""

import csv
import gzip
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf, sqrt
from pathlib import Path
from statistics import fmean

import numpy as np

from server.domain.hall import CounterState
from server.domain.line import Order
from server.insight.forward.board import Board, Calls, Desk, Person, Stint, Where
from server.insight.forward.chance import drawn
from server.insight.forward.habits import Habits, Stream, learned_table
from server.insight.forward.run import HORIZON, run
from tests.benchmarks.report import Figure, Table
from tests.insight.waiting_halls import NOW

FOLDER = os.environ.get("HALLQUEUE_QUEUE_DATA", "")
BANK, WARSAW = "waits: a bank's calls, February 1999", "waits: offices in Warsaw, January 2020"
TRIED_FROM, EVERY = "1999-02-22", 8
CREDIT = 90.0  # s that the bank's good customers are set forward
BREAK = 120.0  # s between two calls while somebody waits, from which on it is a pause
AT_WORK = 1800.0
OFFICES_FROM, OFFICES_EVERY = "2020-01-08", 10


def is_here(table: Table, part: str) -> bool:
    """Or the table says that it is not."""
    if not FOLDER:
        note = "HALLQUEUE_QUEUE_DATA names no folder"
        table.add(Figure(part=part, what="not measured: no log", value=0, unit="", note=note))
    return bool(FOLDER)


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@dataclass(frozen=True, kw_only=True)
class Call:
    """Seconds of its day; `began`, `ended`: of the talk, 0 where there was none."""

    day: str
    kind: str
    good: bool
    entered: int
    left: int
    began: int
    ended: int
    agent: str


def calls_of(folder: Path) -> list[Call]:
    return [
        Call(
            day=r["day"],
            kind=r["type"],
            good=r["priority"] == "2",
            entered=int(r["q_start"]),
            left=int(r["q_exit"]),
            began=int(r["ser_start"]) if r["outcome"] == "AGENT" else 0,
            ended=int(r["ser_exit"]) if r["outcome"] == "AGENT" else 0,
            agent=r["agent"],
        )
        for r in rows(folder / "anonymous_bank_feb.csv.gz")
    ]


def by_agent(calls: Iterable[Call]) -> Mapping[tuple[str, str], list[Call]]:
    served: dict[tuple[str, str], list[Call]] = defaultdict(list)
    for call in sorted(calls, key=lambda c: c.began):
        if call.began:
            served[call.day, call.agent].append(call)
    return served


@dataclass(frozen=True, kw_only=True)
class Bank:
    """What was learned of it."""

    kinds: tuple[str, ...]
    habits: Habits
    good: Mapping[tuple[str, int], float]  # kind, half-hour: of those with credit, a second
    does: Mapping[str, Calls]
    mean: float
    usual: float  # s of talk and gap

    def at(self, second: int) -> Habits:
        streams = tuple(
            Stream(service=k, queue=k, priority=True, per_second=rate)
            for k in self.kinds
            if (rate := self.good.get((k, second // 1800), 0.0)) > 0
        )
        return replace(self.habits, streams=streams)


def bank_of(calls: Sequence[Call]) -> Bank:
    kinds = tuple(sorted({c.kind for c in calls}))
    gaps, pauses = list[float](), list[float]()
    for one in by_agent(calls).values():
        for before, after in pairwise(one):
            if 0 < after.entered < before.ended <= after.began:
                gap = float(after.began - before.ended)
                (gaps if gap < BREAK else pauses).append(gap)
    gap, talks = fmean(gaps), defaultdict(list)
    good: dict[tuple[str, int], float] = defaultdict(float)
    did: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    days = len({c.day for c in calls})
    for call in calls:
        if call.began:
            talks[call.kind].append(call.ended - call.began + gap)
            did[call.agent][call.kind] += 1
        if call.entered and call.good:
            good[call.kind, call.entered // 1800] += 1 / days / 1800
    usual = fmean(s for of in talks.values() for s in of)
    waits = [c.left - c.entered for c in calls if c.entered and c.began]
    lost = sum(1 for c in calls if c.entered and not c.began)
    hazard = lost / sum(c.left - c.entered for c in calls if c.entered)
    return Bank(
        kinds=kinds,
        habits=Habits(
            occupancy={k: learned_table(of, usual) for k, of in talks.items()},
            no_show=(0.0,) * 7,
            stays=tuple(float(np.exp(-hazard * s)) for s in (0, 300, 600, 900, 1200, 1800, 2700, 5400)),
            returns=(inf,),
            pauses={"": tuple(float(x) for x in np.quantile(pauses, (np.arange(60) + 0.5) / 60))},
            rest_share=len(pauses) / (len(pauses) + len(gaps)),
        ),
        good=good,
        does={
            agent: Calls(tuple(n for n, k in enumerate(kinds) if of[k] >= 0.02 * sum(of.values())), ())
            for agent, of in did.items()
        },
        mean=fmean(waits),
        usual=usual,
    )


@dataclass
class Day:
    """A day of the bank's, as it was known at a second of it."""

    bank: Bank
    calls: list[Call]

    def __post_init__(self) -> None:
        self.queued = sorted((c for c in self.calls if c.entered), key=lambda c: c.entered)
        self.agents = {agent: of for (_, agent), of in by_agent(self.calls).items()}

    def line(self, at: int) -> list[Call]:
        return [c for c in self.queued if c.entered <= at < c.left]

    def desks(self, at: int) -> tuple[Desk, ...]:
        desks = list[Desk]()
        everything = Calls(tuple(range(len(self.bank.kinds))), ())
        for agent, of in self.agents.items():
            n = bisect_left(of, at + 1, key=lambda c: c.began) - 1
            if n < 0 or at - of[n].ended > AT_WORK:
                continue
            talks, last = of[n].ended > at, of[n]
            desks.append(
                Desk(
                    counter=agent,
                    works=True,
                    state=CounterState.SERVING if talks else CounterState.PAUSED,
                    since=float(at - (last.began if talks else last.ended)),
                    ticket="",
                    service=last.kind if talks else "",
                    person=-1,
                    reason="",
                    staff="",
                    stints=(Stint(0.0, HORIZON, self.bank.does.get(agent, everything), ""),),
                )
            )
        return tuple(desks)

    def board(self, at: int) -> Board:
        kinds, line = self.bank.kinds, self.line(at)
        return Board(
            at=NOW,
            epoch=1,
            seq=1,
            order=Order(head_start=CREDIT, run_limit=inf, overdue_after=inf),
            queues=kinds,
            groups=tuple((n,) for n in range(len(kinds))),
            runs=(0,) * len(kinds),
            calls=(0,) * len(kinds),
            people=tuple(
                Person(
                    ticket=f"{c.entered} {n}",
                    service=c.kind,
                    queue=kinds.index(c.kind),
                    where=Where.IN_LINE,
                    priority=c.good,
                    place=float(c.entered - at),
                    ahead=float(c.entered - at) - (CREDIT if c.good else 0.0),
                    clock=float(c.entered - at),
                )
                for n, c in enumerate(line)
            ),
            desks=self.desks(at),
            max_requeue=0,
            requeue_tolerance=0,
            requeue_after=0,
            parked_time_waits=False,
        )


def means(board: Board, habits: Habits) -> list[float]:
    called = np.array(run(board, drawn(board, habits)).called)
    seen = np.isfinite(called)
    return [float(called[seen[:, n], n].mean()) if seen[:, n].any() else inf for n in range(called.shape[1])]


def rmse(errors: Sequence[float]) -> float:
    return sqrt(fmean(e * e for e in errors))


def test_a_bank_s_calls(table: Table) -> None:
    if not is_here(table, BANK):
        return
    calls = calls_of(Path(FOLDER))
    bank = bank_of([c for c in calls if c.day < TRIED_FROM])
    off: dict[str, list[float]] = defaultdict(list)
    for name in sorted({c.day for c in calls if c.day >= TRIED_FROM}):
        day = Day(bank, [c for c in calls if c.day == name])
        for n, call in enumerate(c for c in day.queued if c.began):
            if n % EVERY:
                continue
            at, real = call.entered, float(call.left - call.entered)
            board, line = day.board(at), day.line(at)
            if not board.desks:
                continue
            last = [float(c.left - c.entered) for c in day.queued if c.began and c.left <= at][-10:]
            said = means(board, bank.at(at))[next(i for i, c in enumerate(line) if c is call)]
            of = {
                "run forward": said if said < inf else bank.mean,
                "(people + 1) × talk ÷ agents": len(line) * bank.usual / len(board.desks),
                "mean of the last ten": fmean(last) if last else bank.mean,
                "mean of all": bank.mean,
            }
            for who, seconds in of.items():
                off[who].append(seconds - real)
    usual = rmse(off["(people + 1) × talk ÷ agents"])
    for who, errors in off.items():
        bar = "≤ 100 s (August)" if who == "run forward" else ""
        table.add(
            Figure(
                part=BANK,
                what=f"RMSE, {who}",
                value=rmse(errors),
                unit="s",
                raw=usual,
                raw_what="the usual formula",
                bar=bar,
                note=f"{len(errors)} calls, MAE {fmean(map(abs, errors)):.0f} s",
            )
        )
    assert rmse(off["run forward"]) <= 100
    assert rmse(off["run forward"]) <= min(rmse(e) for e in off.values())


def pace_board(waiting: int) -> Board:
    """Nothing is known but how many stand in the queue: one counter calls at the queue's own pace."""
    return Board(
        at=NOW,
        epoch=1,
        seq=1,
        order=Order(head_start=0.0, run_limit=inf, overdue_after=inf),
        queues=("Q",),
        groups=((0,),),
        runs=(0,),
        calls=(0,),
        people=tuple(
            Person(
                ticket=f"{n}",
                service="q",
                queue=0,
                where=Where.IN_LINE,
                priority=False,
                place=float(n - waiting),
                ahead=float(n - waiting),
                clock=0.0,
            )
            for n in range(waiting)
        ),
        desks=(
            Desk(
                counter="1",
                works=True,
                state=CounterState.SERVING,
                since=0.0,
                ticket="",
                service="q",
                person=-1,
                reason="",
                staff="",
                stints=(Stint(0.0, HORIZON, Calls((0,), ()), ""),),
            ),
        ),
        max_requeue=0,
        requeue_tolerance=0,
        requeue_after=0,
        parked_time_waits=False,
    )


def test_offices_in_warsaw(table: Table) -> None:
    if not is_here(table, WARSAW):
        return
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    tried = list[dict[str, str]]()
    for row in rows(Path(FOLDER, "warsaw_waits.csv.gz")):
        if row["date"] < OFFICES_FROM:
            known[f"{row['office']}/{row['queue_id']}"].append(
                (float(row["waiting"]), float(row["true_wait_min"]))
            )
        else:
            tried.append(row)
    every = [one for of in known.values() for one in of]
    a_person, mean = sum(w for _, w in every) / sum(n + 1 for n, _ in every), fmean(w for _, w in every)
    off: dict[str, list[float]] = defaultdict(list)
    said: dict[tuple[str, int], float] = {}
    for row in tried[::OFFICES_EVERY]:
        queue, waiting, real = (
            f"{row['office']}/{row['queue_id']}",
            int(float(row["waiting"])),
            float(row["true_wait_min"]),
        )
        if (queue, waiting) not in said:
            of = known.get(queue, [])
            weight = sum(n + 1 for n, _ in of)
            pace = (sum(w for _, w in of) + 100 * a_person) / (weight + 100)
            habits = Habits(
                occupancy={"q": learned_table([60 * pace] * len(of), 60 * pace)},
                no_show=(0.0,) * 7,
                stays=(1.0,) * 8,
                rest_share=0.0,
            )
            said[queue, waiting] = means(pace_board(waiting + 1), habits)[-1] / 60
        mine = known.get(queue, [])
        off["run forward at the queue's pace"].append(said[queue, waiting] - real)
        off["the queue's mean"].append((fmean(w for _, w in mine) if mine else mean) - real)
        if row["published_service_min"] and row["open_counters"] and float(row["open_counters"]) > 0:
            published = float(row["published_service_min"]) * waiting / float(row["open_counters"])
            off["the offices' own formula"].append(published - real)
    for who, errors in off.items():
        bar = "≤ 10 min" if who.startswith("run") else ""
        mae = fmean(map(abs, errors))
        note = f"{len(errors)} asked, bias {fmean(errors):+.1f} min"
        table.add(Figure(part=WARSAW, what=f"MAE, {who}", value=mae, unit="min", bar=bar, note=note))
    assert fmean(map(abs, off["run forward at the queue's pace"])) <= 10
