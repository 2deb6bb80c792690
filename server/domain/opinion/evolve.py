"""What each event of opinion makes of the hall."""

from collections.abc import Callable, Mapping
from typing import Any

from server.domain.area import Compare, Move
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.opinion import events as e
from server.domain.opinion.nouns import Evaluation, Opinion
from server.domain.queue.events import DayOpened
from server.domain.values import replace, without

REMEMBERED_LEVELS = 20


def _asked(hall: Hall, event: e.EvaluationAsked) -> Opinion:
    asked = Evaluation(
        id=event.evaluation,
        ticket=event.ticket,
        number=event.number,
        counter=event.counter,
        staff=event.staff,
        service=event.service,
        asked_at=event.at,
        ask_wait=event.ask_wait,
        remedied=event.remedied,
        cared=event.cared,
        waited_seconds=event.waited_seconds,
    )
    return replace(hall.opinion, evaluations={**hall.opinion.evaluations, event.counter: asked})


def _rated(hall: Hall, event: e.Rated) -> Opinion:
    kept = hall.opinion
    asked = replace(kept.evaluations[event.counter], level=event.level, flagged=event.flagged)
    levels = (*kept.recent_levels.get(event.counter, ()), event.level)[-REMEMBERED_LEVELS:]
    satisfied = event.level >= hall.setup.figures.satisfied_from
    return replace(
        kept,
        evaluations={**kept.evaluations, event.counter: asked},
        recent_levels={**kept.recent_levels, event.counter: levels},
        rated=kept.rated + 1,
        satisfied=kept.satisfied + satisfied,
    )


def _wait_rated(hall: Hall, event: e.WaitRated) -> Opinion:
    asked = replace(hall.opinion.evaluations[event.counter], wait_level=event.level)
    return replace(hall.opinion, evaluations={**hall.opinion.evaluations, event.counter: asked})


def _reasons(hall: Hall, event: e.ReasonsGiven) -> Opinion:
    return hall.opinion


def _closed(hall: Hall, event: e.EvaluationClosed) -> Opinion:
    return replace(hall.opinion, evaluations=without(hall.opinion.evaluations, event.counter))


def _of_opinion(change: Callable[[Hall, Any], Opinion]) -> Move:
    def moved(hall: Hall, event: Event) -> Hall:
        return replace(hall, opinion=change(hall, event))

    return moved


MOVES: Mapping[type[Event], Move] = {
    e.EvaluationAsked: _of_opinion(_asked),
    e.Rated: _of_opinion(_rated),
    e.WaitRated: _of_opinion(_wait_rated),
    e.ReasonsGiven: _of_opinion(_reasons),
    e.EvaluationClosed: _of_opinion(_closed),
}


def _new_day(before: Hall, hall: Hall, event: DayOpened) -> Hall:
    """Questions to who is still here stay; the rest goes."""
    if hall.numbered_on == before.numbered_on:
        return hall
    return replace(hall, opinion=Opinion(evaluations=hall.opinion.evaluations if hall.tickets else {}))


COMPARE: Mapping[type[Event], Compare] = {DayOpened: _new_day}
