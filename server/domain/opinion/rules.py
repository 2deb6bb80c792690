"""Rules for the evaluator: one answer a finished leg, by the customer, in time (E01, E02)."""

from datetime import timedelta

from server.domain.care.events import TaskRaised
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.opinion import commands as c
from server.domain.opinion import events as e
from server.domain.opinion.nouns import Evaluation
from server.domain.opinion.refusals import EVALUATION_OVER, NO_SUCH_LEVEL, RATED_ALREADY

LEVELS = range(1, 6)
FOLLOW_UP = ("team_leader",)


def evaluation_of(hall: Hall, counter: str, evaluation: str) -> Evaluation:
    """The question that stands on a counter's evaluator now; an older one is over."""
    known = hall.opinion.evaluations.get(counter)
    if known is None or known.id != evaluation:
        raise EVALUATION_OVER()
    return known


def rate(hall: Hall, command: c.Rate, now: Now) -> tuple[Event, ...]:
    asked, figures = evaluation_of(hall, command.counter, command.evaluation), hall.setup.figures
    if command.level not in LEVELS:
        raise NO_SUCH_LEVEL()
    if asked.level:
        raise RATED_ALREADY()
    rated = e.Rated(
        at=now.at,
        counter=asked.counter,
        evaluation=asked.id,
        ticket=asked.ticket,
        staff=asked.staff,
        level=command.level,
        flagged=_suspicious(hall, asked, command, now),
    )
    task = f"low_rating/{asked.ticket}"
    if command.level > figures.low_rating or task in hall.care.tasks:
        return (rated,)
    follow_up = TaskRaised(
        at=now.at,
        task=task,
        kind="low_rating",
        ticket=asked.ticket,
        number=asked.number,
        roles=FOLLOW_UP,
        detail=str(command.level),
    )
    return (rated, follow_up)


def _suspicious(hall: Hall, asked: Evaluation, command: c.Rate, now: Now) -> str:
    """Faster than anybody reads, or the same answer again and again at one counter (5.8).

    The evaluator says how fast the tap came; the hall's own clock can only confirm it.
    """
    figures, hasty = hall.setup.figures, timedelta(milliseconds=hall.setup.figures.hasty_rating_ms)
    if now.at - asked.asked_at < hasty or 0 < command.reaction_ms < figures.hasty_rating_ms:
        return "hasty"
    before = hall.opinion.recent_levels.get(asked.counter, ())[-(figures.rating_series - 1) :]
    same = len(before) == figures.rating_series - 1 and set(before) == {command.level}
    return "series" if same else ""


def rate_wait(hall: Hall, command: c.RateWait, now: Now) -> tuple[Event, ...]:
    asked = evaluation_of(hall, command.counter, command.evaluation)
    if command.level not in LEVELS:
        raise NO_SUCH_LEVEL()
    if not asked.ask_wait or asked.wait_level:
        raise RATED_ALREADY()
    return (
        e.WaitRated(
            at=now.at,
            counter=asked.counter,
            evaluation=asked.id,
            ticket=asked.ticket,
            level=command.level,
            remedied=asked.remedied,
            cared=asked.cared,
            waited_seconds=asked.waited_seconds,
        ),
    )


def reasons(hall: Hall, command: c.GiveReasons, now: Now) -> tuple[Event, ...]:
    asked = evaluation_of(hall, command.counter, command.evaluation)
    given = tuple(dict.fromkeys(command.reasons))
    return (
        e.ReasonsGiven(
            at=now.at, counter=asked.counter, evaluation=asked.id, ticket=asked.ticket, reasons=given
        ),
    )


def close(hall: Hall, command: c.CloseEvaluation, now: Now) -> tuple[Event, ...]:
    asked = hall.opinion.evaluations.get(command.counter)
    if asked is None or asked.id != command.evaluation:
        return ()
    return (closing(asked, now),)


def closing(asked: Evaluation, now: Now) -> e.EvaluationClosed:
    return e.EvaluationClosed(
        at=now.at,
        counter=asked.counter,
        evaluation=asked.id,
        ticket=asked.ticket,
        rated=bool(asked.level),
        wait_asked=asked.ask_wait,
        wait_rated=bool(asked.wait_level),
    )
