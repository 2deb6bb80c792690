"""What one supposal costs the process beside: both boards run for an hour ahead, with whoever is expected."""

from statistics import median
from time import process_time

import pytest

from server.domain.proposals.supposed import CounterOpens, PeopleCome
from server.insight.forward.board import board_of
from server.insight.forward.comparing import compared
from server.insight.forward.habits import usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.question import framed
from server.insight.forward.supposing import asked
from server.routing import fair_share
from tests.benchmarks.report import Figure, Table
from tests.insight.forward.test_whatif import closed
from tests.insight.waiting_halls import NOW, hall, line

CALLS = {"1": "AD", "2": "AD", "3": "ABCD", "4": "BC", "5": "B+C", "6": "A", "7": "AD"}
TIMES, BAR = 5, 1000.0  # ms


@pytest.mark.parametrize("waiting", [40, 150])
def test_a_supposal_is_answered_within_a_second(waiting: int, table: Table) -> None:
    share = waiting / 40
    standing = hall(
        CALLS,
        [
            person
            for q, n in (("A", 20), ("B", 6), ("C", 6), ("D", 8))
            for person in line(q, round(n * share))
        ],
    )
    standing = closed(standing, "7")
    board = board_of(standing, NOW, fair_share.order(standing.setup.figures), usual_plan(standing, NOW))
    supposed = (CounterOpens(counter="7"), PeopleCome(queue="A", people=20))
    question = asked(standing, NOW, board, usual_habits(standing), supposed)
    spent = []
    for _ in range(TIMES):
        began = process_time()
        told = compared(question)
        spent.append(1000 * (process_time() - began))
    part = f"what if: {len(board.people)} waiting, about {told.comers:.0f} to come"
    table.add(Figure(part=part, what="both runs, CPU", value=median(spent), unit="ms", bar="≤ 1000"))
    table.add(Figure(part=part, what="the first, CPU", value=spent[0], unit="ms", bar="≤ 1000"))
    table.add(Figure(part=part, what="question", value=len(framed(question)) / 1000, unit="kB"))
    assert median(spent) < BAR
