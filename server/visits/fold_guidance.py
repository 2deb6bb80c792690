"""What guidance makes of a visit: who met it first, what was prepared, the time spent on forms."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.domain.config.config import HallConfig
from server.domain.guidance import events as ge
from server.domain.guidance.diverting import DIVERTED
from server.domain.guidance.returning import RETURNED, UNSERVED
from server.domain.queue import events as qe
from server.visits.nouns import Visit

GUIDED_AWAY = frozenset({DIVERTED, RETURNED, UNSERVED})


def owned(visit: Visit, by: str) -> Visit:
    """Whoever was first stays it."""
    return replace(visit, owner=by) if by and not visit.owner else visit


def _met(visit: Visit, event: ge.CustomerDiverted | ge.NoticeGiven, config: HallConfig) -> Visit:
    return owned(visit, event.by)


def _ticked(visit: Visit, event: ge.StepTicked, config: HallConfig) -> Visit:
    """Each step is ticked once, so they are counted; one taken back may be of a leg before."""
    n = max(visit.leg.prepared + (1 if event.done else -1), 0)
    visit = replace(visit, legs=(*visit.legs[:-1], replace(visit.leg, prepared=n)))
    if event.done and visit.prepared_at is None:
        visit = replace(visit, prepared_at=event.at, prepared_by=event.by)
    return owned(visit, event.by)


def _form_started(visit: Visit, event: qe.FormStarted, config: HallConfig) -> Visit:
    return replace(visit, form_at=event.at)


def _form_ended(visit: Visit, event: qe.FormEnded, config: HallConfig) -> Visit:
    """Whoever never comes back from it has spent no time that anybody knows."""
    if visit.form_at is None:
        return visit
    spent = max((event.at - visit.form_at).total_seconds(), 0.0)
    return replace(visit, form_at=None, form_seconds=visit.form_seconds + spent)


GUIDANCE: Mapping[type[object], Callable[[Visit, Any, HallConfig], Visit]] = {
    ge.CustomerDiverted: _met,
    ge.NoticeGiven: _met,
    ge.StepTicked: _ticked,
    qe.FormStarted: _form_started,
    qe.FormEnded: _form_ended,
}
