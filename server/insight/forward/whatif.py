"""One thing changed at one counter, and the same futures once more: what it would do, and how sure that is.

Both runs meet the same customers (`chance.py` draws by ticket and future alone), so what differs is the
change, and the difference is off by half as much as that of two independent runs.
"""

from dataclasses import replace
from math import sqrt

from server.domain.proposals.nouns import Proposal, ProposedStep
from server.insight.forward.board import Board, Where
from server.insight.forward.chance import FUTURES, Array, drawn
from server.insight.forward.lines import Futures
from server.insight.forward.run import Outcome, run
from server.insight.forward.steps import Change, WhatIf, changed
from server.later import np

UNCALLED = 7200.0  # what a call that never comes counts as in a mean
FREES = frozenset({ProposedStep.RESUME, ProposedStep.MISS})
FEW, MANY_FUTURES_FOR = 20, 40  # futures at least; with more people there are fewer of them


def same_chance(futures: Futures, board: Board, change: Change) -> Futures:
    """The fates of the board, of the changed one.

    A counter that is back from its pause, or gives up a call, is free at once; who was called may
    come back as others do who were missed.
    """
    if change.step not in FREES:
        return futures
    c = next((c for c, d in enumerate(board.desks) if d.counter == change.counter), None)
    if c is None:
        return futures
    missed = board.desks[c].person
    fates = [
        f._replace(
            free_at=[change.after if n == c else at for n, at in enumerate(f.free_at)],
            joins_at=[f.returns_after[n] if n == missed else at for n, at in enumerate(f.joins_at)],
        )
        for f in futures.fates
    ]
    return replace(futures, fates=fates)


def effects(asked: WhatIf, futures: int = FUTURES) -> tuple[Proposal, ...]:
    """Of each change what it would do; nothing where everybody will be called in time anyhow."""
    board, n = asked.board, fewer(len(asked.board.people), futures)
    fates = drawn(board, asked.habits, n)
    reckoned = _Reckoned(asked, run(board, fates))
    if reckoned.at_risk < 1:
        return ()
    return tuple(
        reckoned.beside(change, run(changed(board, change), same_chance(fates, board, change)))
        for change in asked.changes
    )


def fewer(people: int, futures: int) -> int:
    """A long line is run fewer times: as much work, and of many people chance is less."""
    return max(min(futures, futures * MANY_FUTURES_FOR // max(people, 1)), min(FEW, futures))


class _Reckoned:
    """The board as it is, and what another one is compared with."""

    def __init__(self, asked: WhatIf, outcome: Outcome) -> None:
        people = asked.board.people
        ask = [n for n, p in enumerate(people) if p.where in (Where.IN_LINE, Where.AT_FORM)]
        self.who = [n for n in ask if -people[n].clock <= asked.threshold]
        self.latest = np.array([asked.threshold + people[n].clock for n in self.who])
        queues = asked.board.queues
        weights: Array = np.array([sum(people[n].queue == q for n in ask) for q in range(len(queues))], float)
        self.weights = weights / max(float(weights.sum()), 1.0)
        self.calls, self.joins = self._times(outcome)

    def _times(self, outcome: Outcome) -> tuple[Array, Array]:
        calls: Array = np.array(outcome.called).reshape(len(outcome.called), -1)[:, self.who]
        joins: Array = np.array(outcome.joins).reshape(len(outcome.joins), -1)[:, ::2]
        return calls, joins

    @property
    def at_risk(self) -> float:
        """So many are expected to wait too long."""
        return float((self.calls > self.latest).sum(axis=1).mean()) if self.who else 0.0

    def beside(self, change: Change, outcome: Outcome) -> Proposal:
        calls, joins = self._times(outcome)
        before, after = ((times <= self.latest).sum(axis=1).astype(float) for times in (self.calls, calls))
        gained: Array = after - before
        newcomer = (np.minimum(joins, UNCALLED) - np.minimum(self.joins, UNCALLED)).mean(axis=0)
        return Proposal(
            step=change.step,
            counter=change.counter,
            profile=change.profile,
            people=len(self.who),
            without=round(float(before.mean()), 2),
            after=round(float(after.mean()), 2),
            noise=round(float(gained.std()) / sqrt(len(gained)), 2),
            mean_wait=round(float((np.minimum(calls, UNCALLED) - np.minimum(self.calls, UNCALLED)).mean())),
            newcomer=round(float(newcomer @ self.weights)),
            ticket=change.ticket,
            begins=change.begins,
            minutes=change.minutes,
        )
