"""The steps that a tap could begin now, the board as it would be with one, and which are worth a word.

What is reckoned of them is `whatif.py`'s, in the process beside; the server needs no more than this.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from server.domain.hall import CounterState, Hall
from server.domain.proposals.carrying_out import AT_WORK, OPEN_TASK
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.insight.forward.board import Board, Calls, Desk, Stint, calls_of
from server.insight.forward.habits import Habits
from server.insight.forward.run import HORIZON

COMES_IN = 180.0  # s until somebody has sat down at a counter that was closed
SHOWN = 3
ALIKE, ALIKE_SECONDS = 0.5, 60.0  # people, mean wait: two steps that differ by less do the same
SURE = 2.0  # an effect is worth saying from so many times its own noise on


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`after`: seconds from the board's moment; `lasts`: for how long, where it is not for good.

    Of a break that is put off `after` is when it begins then. The last three are the proposal's own.
    """

    step: ProposedStep
    counter: str
    profile: str
    calls: Calls
    after: float = 0.0
    lasts: float = inf
    ticket: str = ""
    begins: datetime | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What the process beside is asked: each of these, by itself."""

    board: Board
    habits: Habits
    threshold: float
    changes: tuple[Change, ...]


def candidates(hall: Hall) -> tuple[Change, ...]:
    """Every single step that a tap could begin now; a place that is dedicated keeps to its profile."""
    config = hall.setup
    nth = {queue.id: n for n, queue in enumerate(config.queues)}
    made = list[Change]()
    for counter in hall.counters.values():
        place = config.counter.get(counter.id)
        if place is None:
            continue
        now = counter.profile or place.profile
        usual = [config.profile[now]] if now in config.profile else []
        others = [] if place.dedicated else [p for p in config.profiles if p.id != now]
        if counter.state is CounterState.CLOSED:
            step, profiles, after = ProposedStep.OPEN, [*usual, *others], COMES_IN
        elif counter.state is CounterState.PAUSED:
            step, profiles, after = ProposedStep.RESUME, usual, 0.0
        elif counter.state in AT_WORK:
            step, profiles, after = ProposedStep.SWITCH, others, 0.0
        else:
            continue
        made += [
            Change(step=step, counter=counter.id, profile=p.id, calls=calls_of(p, nth), after=after)
            for p in profiles
        ]
    return tuple(made)


def with_who_is_asked_for(board: Board, hall: Hall) -> Board:
    """Somebody is on the way to open these: what is proposed now is proposed beside that."""
    tasks = hall.care.tasks
    for change in candidates(hall):
        task = tasks.get(f"{OPEN_TASK}/{change.counter}")
        if change.step is ProposedStep.OPEN and task is not None and task.detail == change.profile:
            board = changed(board, change)
    return board


def changed(board: Board, change: Change) -> Board:
    """The board as it would be."""
    desks = tuple(_desk(board, d, change) if d.counter == change.counter else d for d in board.desks)
    return replace(board, desks=desks)


def _desk(board: Board, desk: Desk, change: Change) -> Desk:
    match change.step:
        case ProposedStep.OPEN if not desk.works:
            opens = [s for s in _spans(board, change) if s[1] > s[0]]
            return desk._replace(stints=tuple(Stint(a, b, change.calls, "") for a, b in opens))
        case ProposedStep.SWITCH:
            return desk._replace(stints=tuple(_switched(desk.stints, change)))
        case ProposedStep.RESUME:
            return desk._replace(state=CounterState.OPEN_IDLE, since=0.0)
        case ProposedStep.MISS:
            return desk._replace(state=CounterState.OPEN_IDLE, since=0.0, ticket="", service="", person=-1)
        case ProposedStep.LATER if len(desk.stints) > 1:
            return desk._replace(stints=_put_off(desk.stints, change.after))
    return desk


def _put_off(stints: tuple[Stint, ...], begins: float) -> tuple[Stint, ...]:
    """The break is as long, but later."""
    before, after, *others = stints
    by = max(begins - before.closes, 0.0)
    back = after._replace(opens=min(after.opens + by, after.closes))
    return (before._replace(closes=before.closes + by), back, *others)


def _spans(board: Board, change: Change) -> list[tuple[float, float]]:
    """When somebody who came would be there: as long as others are, lunch and closing included."""
    begins, ends = change.after, change.after + change.lasts
    there = max((d.stints for d in board.desks if d.works), key=lambda s: s[-1].closes, default=())
    others = [(s.opens, s.closes) for s in there] or [(0.0, HORIZON)]
    return [(max(opens, begins), min(closes, ends)) for opens, closes in others]


def _switched(stints: Iterable[Stint], change: Change) -> Iterable[Stint]:
    until = change.after + change.lasts
    return (s._replace(calls=change.calls) if s.opens < until else s for s in stints)


def _does_the_same(one: Proposal, other: Proposal) -> bool:
    """Whichever of two closed counters is opened, the same people are called, a minute more or less."""
    alike = abs(one.kept - other.kept) < ALIKE and abs(one.mean_wait - other.mean_wait) < ALIKE_SECONDS
    return one.step == other.step and (alike or one.profile == other.profile)


def worth_saying(proposals: Sequence[Proposal], least: float) -> tuple[Proposal, ...]:
    """The best few of different kinds: one a counter, and not three doors that do the same.

    `least`: so many more people called in time.
    """
    best = sorted(proposals, key=lambda p: (-round(p.kept, 1), p.mean_wait, p.counter, p.profile))
    shown = list[Proposal]()
    for one in best:
        again = any(one.counter == p.counter or _does_the_same(one, p) for p in shown)
        if one.kept >= least and one.kept >= SURE * one.noise and not again:
            shown.append(one)
    return tuple(shown[:SHOWN])
