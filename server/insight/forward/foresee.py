"""A board and the hall's habits -> what a hundred futures of it say together."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from server.domain.promises.nouns import Ahead, Foresight
from server.insight.forward.board import Board, Where
from server.insight.forward.chance import FUTURES, Array, drawn
from server.insight.forward.habits import Habits
from server.insight.forward.run import run
from server.later import np

Name = TypeVar("Name", bound=Hashable)

LOW, HIGH = 0.1, 0.9  # four futures of five lie between


def foresee(board: Board, habits: Habits, threshold: float, futures: int = FUTURES) -> Foresight:
    """`threshold`: the wait that a hall remedies, in seconds."""
    outcome = run(board, drawn(board, habits, futures))
    called = np.array(outcome.called).reshape(futures, -1)
    joins = np.array(outcome.joins).reshape(futures, -1)
    asking = [n for n, p in enumerate(board.people) if p.where in {Where.IN_LINE, Where.AT_FORM}]
    people = [board.people[n] for n in asking]
    waited = [-p.clock for p in people]
    newcomers = [(queue, urgent) for queue in board.queues for urgent in (False, True)]
    return Foresight(
        at=board.at,
        seq=board.seq,
        tickets=_ahead([p.ticket for p in people], called[:, asking], waited, threshold),
        joins=_ahead(newcomers, joins, [0.0] * len(newcomers), threshold),
    )


def _ahead(
    names: Sequence[Name], called: Array, waited: Sequence[float], threshold: float
) -> dict[Name, Ahead]:
    """Without those whom nobody calls in any future; a future without a call is in no interval."""
    ordered = np.sort(called, axis=0)
    futures, last = len(ordered), np.isfinite(ordered).sum(axis=0)
    over = (ordered > threshold - np.array(waited)).mean(axis=0)
    return {
        name: Ahead(
            low=float(ordered[min(int(LOW * futures), last[n] - 1), n]),
            high=float(ordered[min(int(HIGH * futures), last[n] - 1), n]),
            over=float(over[n]),
            unserved=1 - float(last[n]) / futures,
        )
        for n, name in enumerate(names)
        if last[n]
    }
