"""What care events make of a visit: rungs, explanations, water, the remedy's case, opinions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.domain.care import events as ce
from server.domain.care.nouns import CaseState
from server.domain.config.config import HallConfig
from server.domain.opinion.events import EvaluationAsked, Rated, WaitRated
from server.visits.nouns import Case, Opinion, Rung, Visit


def _rung(visit: Visit, event: ce.RungReached, config: HallConfig) -> Visit:
    reached = Rung(at=event.at, after_seconds=event.after_seconds)
    return replace(visit, rungs={**visit.rungs, event.act: reached})


def _explained(visit: Visit, event: ce.WaitExplained, config: HallConfig) -> Visit:
    """The first time counts; whoever says it again is not counted again."""
    if visit.explained_at is not None:
        return visit
    return replace(visit, explained_at=event.at, explained_by=event.by)


def _watered(visit: Visit, event: ce.WaterGiven, config: HallConfig) -> Visit:
    if visit.watered_at is not None:
        return visit
    return replace(visit, watered_at=event.at, watered_by=event.by)


def _case_opened(visit: Visit, event: ce.CaseOpened, config: HallConfig) -> Visit:
    case = Case(
        due_at=event.due_at,
        number=event.number,
        service=event.service,
        leader=event.leader,
    )
    return replace(visit, case=case)


def _case(state: CaseState) -> Callable[[Visit, Any, HallConfig], Visit]:
    def moved(visit: Visit, event: ce.CaseMoved, config: HallConfig) -> Visit:
        if visit.case is None:
            return visit
        case = replace(visit.case, state=state, settled_at=event.at, **_outcome(event))
        return replace(visit, case=case)

    return moved


def _outcome(event: ce.CaseMoved) -> dict[str, Any]:
    match event:
        case ce.GiftGiven():
            return {"gift": event.gift, "cost_fen": event.cost_fen, "settled_by": event.by}
        case ce.GiftDeclined():
            return {"settled_by": event.by}
        case ce.CaseMissed():
            return {"reason": event.reason, "leader": event.leader}
        case ce.CaseWaived():
            return {"reason": event.reason, "settled_by": event.by}
    return {}


def _opinion(visit: Visit, evaluation: str, change: Callable[[Opinion | None], Opinion | None]) -> Visit:
    """An evaluation is named `ticket.leg`."""
    n = int(evaluation.rpartition(".")[2])
    leg = replace(visit.legs[n], opinion=change(visit.legs[n].opinion))
    return replace(visit, legs=(*visit.legs[:n], leg, *visit.legs[n + 1 :]))


def _asked(visit: Visit, event: EvaluationAsked, config: HallConfig) -> Visit:
    """Asked anew after a finish was taken back: an answer already given stands."""
    certain = event.remedied or event.cared
    fresh = Opinion(
        asked_at=event.at,
        remedied=event.remedied,
        cared=event.cared,
        wait_asked=event.ask_wait,
        waited_seconds=event.waited_seconds,
        ask_share=1.0 if certain else config.figures.wait_question_share,
        lot=_lot(visit, config),
    )

    def asked(before: Opinion | None) -> Opinion:
        if before is None:
            return fresh
        return replace(
            fresh,
            wait_asked=before.wait_asked or event.ask_wait,
            level=before.level,
            satisfied=before.satisfied,
            flagged=before.flagged,
            wait_level=before.wait_level,
            wait_satisfied=before.wait_satisfied,
        )

    return _opinion(visit, event.evaluation, asked)


def _lot(visit: Visit, config: HallConfig) -> bool | None:
    share = config.remedy_share
    return visit.lot < share if config.remedies_on and 0 < share < 1 else None


def _rated(visit: Visit, event: Rated, config: HallConfig) -> Visit:
    satisfied = event.level >= config.figures.satisfied_from

    def rated(asked: Opinion | None) -> Opinion | None:
        return asked and replace(asked, level=event.level, satisfied=satisfied, flagged=event.flagged)

    return _opinion(visit, event.evaluation, rated)


def _wait_rated(visit: Visit, event: WaitRated, config: HallConfig) -> Visit:
    satisfied = event.level >= config.figures.satisfied_from

    def rated(asked: Opinion | None) -> Opinion | None:
        return asked and replace(asked, wait_level=event.level, wait_satisfied=satisfied)

    return _opinion(visit, event.evaluation, rated)


CARE: Mapping[type[object], Callable[[Visit, Any, HallConfig], Visit]] = {
    ce.RungReached: _rung,
    ce.WaitExplained: _explained,
    ce.WaterGiven: _watered,
    ce.CaseOpened: _case_opened,
    ce.CaseOffered: _case(CaseState.OFFERED),
    ce.GiftGiven: _case(CaseState.GIVEN),
    ce.GiftDeclined: _case(CaseState.DECLINED),
    ce.CaseMissed: _case(CaseState.MISSED),
    ce.CaseWaived: _case(CaseState.WAIVED),
    EvaluationAsked: _asked,
    Rated: _rated,
    WaitRated: _wait_rated,
}
