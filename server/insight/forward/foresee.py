"""A board and the hall's habits -> what a hundred futures of it say together."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from server.domain.promises.levels import ENDS, LEVELS, Ends, ends_of
from server.domain.promises.nouns import Ahead, Foresight
from server.insight.forward.board import Board, Person, Where
from server.insight.forward.chance import FUTURES, Array, drawn
from server.insight.forward.habits import Habits
from server.insight.forward.run import run
from server.later import np

Name = TypeVar("Name", bound=Hashable)

MIDDLE, LATE = 0.5, 0.97
USUAL = ends_of(LEVELS)  # four futures of five lie between


def foresee(
    board: Board,
    habits: Habits,
    threshold: float,
    futures: int = FUTURES,
    *,
    ends: Sequence[Ends] = (),
) -> Foresight:
    """`threshold`: the wait that a hall remedies, in seconds; `ends`: as the hall has learned them."""
    ends = ends or USUAL
    outcome = run(board, drawn(board, habits, futures))
    called = np.array(outcome.called).reshape(futures, -1)
    joins = np.array(outcome.joins).reshape(futures, -1)
    asking = [n for n, p in enumerate(board.people) if p.where in {Where.IN_LINE, Where.AT_FORM}]
    people = [board.people[n] for n in asking]
    waited = [-p.clock for p in people]
    newcomers = [(queue, urgent) for queue in board.queues for urgent in (False, True)]
    ahead = _ahead([p.ticket for p in people], called[:, asking], waited, threshold, ends)
    joining = _ahead(newcomers, joins, [0.0] * len(newcomers), threshold, ends)
    served = {
        q for desk in board.desks for stint in desk.stints for q in (*stint.calls.own, *stint.calls.helps)
    }
    late = {p.ticket for p in people if p.ticket not in ahead and p.queue in served and not _is_bound(p)}
    late_queues = {board.queues[q] for q in served if (board.queues[q], False) not in joining}
    return Foresight(
        at=board.at, seq=board.seq, tickets=ahead, joins=joining, too_late=frozenset(late | late_queues)
    )


def _is_bound(person: Person) -> bool:
    return person.only_counter is not None or person.only_staff is not None


def _ahead(
    names: Sequence[Name],
    called: Array,
    waited: Sequence[float],
    threshold: float,
    ends: Sequence[Ends],
) -> dict[Name, Ahead]:
    """Without those whom nobody calls in any future; a future without a call is in no interval."""
    ordered = np.sort(called, axis=0)
    futures, last = len(ordered), np.isfinite(ordered).sum(axis=0)
    over = (ordered > threshold - np.array(waited)).mean(axis=0).tolist()
    some = np.array([[int(MIDDLE * futures)], [int(LATE * futures)]])
    middles, late = np.take_along_axis(ordered, np.minimum(some, last - 1), axis=0)
    shares = np.array(ends)[np.searchsorted(ENDS, middles, side="right")].T
    between = np.minimum((shares * futures).astype(int), last - 1)
    low, high = np.take_along_axis(ordered, between, axis=0).tolist()
    return {
        name: Ahead(
            low=low[n],
            high=high[n],
            over=over[n],
            unserved=1 - many / futures,
            middle=float(middles[n]),
            late=max(float(late[n]), high[n]),
        )
        for n, (name, many) in enumerate(zip(names, last.tolist(), strict=True))
        if many
    }
