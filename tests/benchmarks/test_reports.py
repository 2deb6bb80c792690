"""A year's reports over 100,000 visits: what each costs, and how long the loop waits meanwhile."""

import asyncio
import random
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from server.domain.care.nouns import CaseState
from server.domain.text import Text
from server.journal.opening import open_database
from server.journal.sqlite import SqliteJournal
from server.reports.catalogue import catalogue
from server.reports.period import Period, period_of
from server.reports.report import tables
from server.serving.serve import go_on_evenly
from server.visits.nouns import CallMade, Case, Leg, Opinion, Rung, Visit
from server.visits.past import Past
from server.visits.rows import keep
from server.watchers.keeping.keep_visits import visits_engine
from tests.benchmarks.report import Figure, Table
from tests.builders import ZONE, a_config

VISITS = 100_000
YEAR = period_of("year", date(2025, 6, 1), str(ZONE))
PART = f"a year of {VISITS:,} visits"
REASON = Text("A 队最久未叫，等候 12 分钟", "Longest waiting of queue A, 12 minutes")
TICK = 0.002  # s
RUNS = 5  # the calmest counts: the rest is what else the machine does


def lived(n: int, chance: random.Random) -> Visit:
    """One of 400 a day, 250 days of the year, from 8:30 to 16:30."""
    day, nth = divmod(n, VISITS // 250)
    first = datetime(2025, 1, 2, 8, 30, tzinfo=ZONE) + timedelta(days=day * 1.45 // 1)
    issued = first + timedelta(seconds=nth * 8 * 3600 / (VISITS // 250))
    waited, handled = chance.gammavariate(2, 360), chance.gammavariate(2, 120)
    called, staff = issued + timedelta(seconds=waited), f"12{chance.randrange(1, 13):02}"
    counter, service = str(chance.randrange(1, 13)), chance.choice(["bill", "advice", "change", "install"])
    call = CallMade(
        at=called,
        number=f"A{nth + 1:03}",
        counter=counter,
        staff=staff,
        kind="specific" if chance.random() < 0.02 else "next",
        reason=REASON,
        waited_seconds=waited,
        within_goal=waited <= 600,
    )
    case = _case(issued, service, chance) if waited > 1200 else None
    given = case is not None and case.state is CaseState.GIVEN
    level = chance.choice([5, 5, 4, 3]) if chance.random() < 0.6 else 0
    opinion = Opinion(
        asked_at=called + timedelta(seconds=handled),
        remedied=given,
        cared=chance.random() < 0.05,
        wait_asked=given or chance.random() < 0.3,
        waited_seconds=waited,
        ask_share=1.0 if given else 0.3,
        level=level,
        satisfied=level >= 4,
        wait_level=level,
        wait_satisfied=level >= 4,
    )
    leg = Leg(
        service=service,
        queue="A",
        entered_at=issued,
        calls=(call,),
        started_at=called,
        ended_at=called + timedelta(seconds=handled),
        counter=counter,
        staff=staff,
        done=service,
        handling_seconds=handled,
        in_standard=handled <= 300,
        served=True,
        outcome="done",
        opinion=opinion,
    )
    return Visit(
        hall="hall",
        ticket=f"{n:016x}",
        number=f"A{nth + 1:03}",
        service=service,
        issued_at=issued,
        channel="kiosk",
        priority=chance.random() < 0.03,
        legs=(leg,),
        seq=n * 9,
        lot=chance.random(),
        ended_at=leg.ended_at,
        rungs={"explain": Rung(at=issued + timedelta(minutes=10), after_seconds=600)} if waited > 600 else {},
        explained_at=issued + timedelta(minutes=11) if waited > 660 else None,
        explained_by="guide" if waited > 660 else "",
        case=case,
    )


def _case(issued: datetime, service: str, chance: random.Random) -> Case:
    state = chance.choice([CaseState.GIVEN, CaseState.GIVEN, CaseState.DECLINED, CaseState.MISSED])
    due = issued + timedelta(minutes=20)
    return Case(
        due_at=due,
        number="A001",
        service=service,
        leader="wang",
        state=state,
        cost_fen=150 if state is CaseState.GIVEN else 0,
        settled_at=due + timedelta(minutes=3),
        settled_by="1201",
        reason="TicketFinished",
    )


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, chance = tmp_path_factory.mktemp("year") / "hall.sqlite3", random.Random(5)
    open_database(path).close()
    engine = visits_engine(path)
    with engine.connect() as db:
        for first in range(0, VISITS, 5000):
            db.exec_driver_sql("BEGIN IMMEDIATE")
            keep(db, [lived(n, chance) for n in range(first, first + 5000)], ZONE)
            db.commit()
    engine.dispose()
    return path


class Lag:
    """How much later than asked a coroutine wakes."""

    def __init__(self) -> None:
        self.worst, self.n = 0.0, 0

    async def watch(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK)
            self.worst, self.n = max(self.worst, time.perf_counter() - began - TICK), self.n + 1


async def read(path: Path, name: str, period: Period) -> tuple[float, float, float, int]:
    """CPU seconds of the report, the loop's worst lag meanwhile and when nothing is read, its rows."""
    report, config, journal, lag = catalogue()[name], a_config(), SqliteJournal(path), Lag()
    spent: list[float] = []

    def work(db: object) -> int:
        began = time.thread_time()
        found = tables(report, Past(db, ["hall"]), period, config)  # type: ignore[arg-type]
        spent.append(time.thread_time() - began)
        return sum(len(table.rows) for table in found)

    await journal.load()
    go_on_evenly()
    await journal.past(period.start, period.start, lambda db: None)  # opened before it is measured
    watching = asyncio.create_task(lag.watch())  # noqa: TID251
    await asyncio.sleep(0.05)
    lag.worst, began = 0.0, time.perf_counter()
    rows = await journal.past(period.start, period.read_until, work)
    worst, lag.worst = lag.worst, 0.0
    await asyncio.sleep(time.perf_counter() - began)  # what else the machine does
    watching.cancel()
    await journal.close()
    return spent[0], worst, lag.worst, rows


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_year_is_read_by_sql(table: Table, year: Path, name: str) -> None:
    runs = [asyncio.run(read(year, name, YEAR)) for _ in range(RUNS)]
    cpu, rows = min(run[0] for run in runs), runs[0][3]
    worst, idle = min((busy, idle) for _, busy, idle, _ in runs)
    assert rows
    table.add(Figure(part=PART, what=f"{name}, CPU", value=cpu, unit="s", bar="<= 2 s", note=f"{rows} rows"))
    table.add(
        Figure(
            part=PART,
            what=f"{name}, the loop's worst lag",
            value=worst * 1e3,
            unit="ms",
            raw=idle * 1e3,
            raw_what="nothing read",
            bar="<= 20 ms",
        )
    )
    assert cpu <= 2
