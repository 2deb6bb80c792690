"""Steps that only this moment offers: a break put off, a call given up, help where a service takes long."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from server.domain.config.hours import local, moment
from server.domain.hall import CounterState, Hall
from server.domain.proposals.carrying_out import LATER_TASK, task_of
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.domain.proposals.rules import in_question
from server.domain.queue.calls import handling_seconds
from server.insight.forward.board import Board, Calls, Desk, calls_of
from server.insight.forward.steps import Change, changed
from server.insight.handling import expected_seconds

SOON = 2700.0  # s ahead: a break that begins later can be thought of later
BREAK = (600.0, 9000.0)  # s: a gap of such a length is a break
PUT_OFF = 20  # minutes
FAR_BEYOND, LONG = 2.5, 900.0  # times the usual, and s at least: a service that takes far too long


def pressing(hall: Hall, board: Board) -> tuple[Change, ...]:
    """What a run can say the effect of."""
    return (*_breaks(board, hall), *_calls_nobody_follows(hall, board))


def _breaks(board: Board, hall: Hall) -> Iterator[Change]:
    for desk in board.desks:
        if desk.works and desk.state is not CounterState.PAUSED and _has_break(desk):
            begins = desk.stints[0].closes
            yield Change(
                step=ProposedStep.LATER,
                counter=desk.counter,
                profile=hall.counters[desk.counter].profile,
                calls=desk.stints[0].calls,
                after=begins + PUT_OFF * 60,
                begins=board.at + timedelta(seconds=begins),
                minutes=PUT_OFF,
            )


def _has_break(desk: Desk) -> bool:
    if len(desk.stints) < 2:  # noqa: PLR2004  # before it and after it
        return False
    before, after = desk.stints[:2]
    shortest, longest = BREAK
    return 0 < before.closes <= SOON and shortest <= after.opens - before.closes <= longest


def _calls_nobody_follows(hall: Hall, board: Board) -> Iterator[Change]:
    patience = timedelta(seconds=hall.setup.figures.calling_alert_seconds)
    nth = {queue: n for n, queue in enumerate(board.queues)}
    for counter in hall.counters.values():
        long = counter.state is CounterState.CALLING and board.at - counter.since >= patience
        if long and counter.ticket and counter.profile in hall.setup.profile:
            yield Change(
                step=ProposedStep.MISS,
                counter=counter.id,
                profile=counter.profile,
                calls=calls_of(hall.setup.profile[counter.profile], nth),
                ticket=counter.ticket,
            )


def with_breaks_put_off(board: Board, hall: Hall) -> Board:
    """Somebody is asked to have a break later: what is proposed now is proposed beside that.

    Where a roster says so already nothing changes.
    """
    for desk in board.desks:
        task = hall.care.tasks.get(task_of(LATER_TASK, desk.counter))
        if task is not None and desk.works:
            begins = moment(hall.setup, local(hall.setup, board.at).date(), task.detail)
            put_off = Change(
                step=ProposedStep.LATER,
                counter=desk.counter,
                profile="",
                calls=Calls((), ()),
                after=(begins - board.at).total_seconds(),
            )
            board = changed(board, put_off)
    return board


def far_too_long(hall: Hall, now: datetime) -> tuple[Proposal, ...]:
    """Services that somebody should look after while others wait over the goal: no run can say what it gains.

    The longest first, by how many times the usual.
    """
    figures, usual = hall.setup.figures, expected_seconds(hall)
    goal = timedelta(seconds=figures.wait_goal_seconds)
    if not any(t.wait_at(now) > goal for t in hall.waiting()):
        return ()
    people, slow = sum(1 for _ in in_question(hall, now)), list[tuple[float, Proposal]]()
    for counter in hall.counters.values():
        ticket = hall.tickets.get(counter.ticket or "")
        if counter.state is not CounterState.SERVING or ticket is None or ticket.leg.service not in usual:
            continue
        spent, normal = handling_seconds(ticket, now), usual[ticket.leg.service]
        if spent >= max(LONG, FAR_BEYOND * normal):
            one = Proposal(
                step=ProposedStep.ASSIST,
                counter=counter.id,
                profile=counter.profile,
                people=people,
                without=0.0,
                after=0.0,
                noise=0.0,
                ticket=ticket.id,
                minutes=max(1, round(normal / 60)),
            )
            slow.append((spent / normal, one))
    return tuple(one for _, one in sorted(slow, key=lambda s: (-s[0], s[1].counter)))
