"""What each event of opinion makes of the hall."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.domain.area import Move
from server.domain.care.nouns import Care
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.opinion import events as e
from server.domain.opinion.nouns import Evaluation

REMEMBERED_LEVELS = 20


def _asked(hall: Hall, event: e.EvaluationAsked) -> Care:
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
    return replace(hall.care, evaluations={**hall.care.evaluations, event.counter: asked})


def _rated(hall: Hall, event: e.Rated) -> Care:
    care = hall.care
    asked = replace(care.evaluations[event.counter], level=event.level, flagged=event.flagged)
    levels = (*care.recent_levels.get(event.counter, ()), event.level)[-REMEMBERED_LEVELS:]
    assert hall.config is not None
    satisfied = event.level >= hall.config.figures.satisfied_from
    return replace(
        care,
        evaluations={**care.evaluations, event.counter: asked},
        recent_levels={**care.recent_levels, event.counter: levels},
        rated=care.rated + 1,
        satisfied=care.satisfied + satisfied,
    )


def _wait_rated(hall: Hall, event: e.WaitRated) -> Care:
    asked = replace(hall.care.evaluations[event.counter], wait_level=event.level)
    return replace(hall.care, evaluations={**hall.care.evaluations, event.counter: asked})


def _reasons(hall: Hall, event: e.ReasonsGiven) -> Care:
    return hall.care


def _closed(hall: Hall, event: e.EvaluationClosed) -> Care:
    others = {i: asked for i, asked in hall.care.evaluations.items() if i != event.counter}
    return replace(hall.care, evaluations=others)


def _of_care(change: Callable[[Hall, Any], Care]) -> Move:
    def moved(hall: Hall, event: Event) -> Hall:
        return replace(hall, care=change(hall, event))

    return moved


MOVES: Mapping[type[Event], Move] = {
    e.EvaluationAsked: _of_care(_asked),
    e.Rated: _of_care(_rated),
    e.WaitRated: _of_care(_wait_rated),
    e.ReasonsGiven: _of_care(_reasons),
    e.EvaluationClosed: _of_care(_closed),
}
