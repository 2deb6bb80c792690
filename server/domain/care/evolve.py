"""What each care event makes of the hall, and what care makes of the queue's."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from server.domain.area import Compare, Move, Observe
from server.domain.care import events as e
from server.domain.care.lifecycle import CASE
from server.domain.care.nouns import Care, CaseState, RemedyCase, Task
from server.domain.care.remedies import stock_of
from server.domain.config.hours import in_peak, local
from server.domain.event import Event
from server.domain.hall import Hall, Leg
from server.domain.queue import events as q
from server.domain.said import DETAIL, REASON, fitting
from server.domain.values import replace, without

T = TypeVar("T")

AT_ONCE = 60  # s: called "at once" (Q31)


def _new_day(before: Hall, hall: Hall, event: q.DayOpened) -> Hall:
    """Stock stays, who leads since this morning, and all that is about who is still here; the rest goes."""
    if hall.numbered_on == before.numbered_on:
        return hall
    care, present = hall.care, hall.tickets
    fresh = Care(
        stock=care.stock,
        reached=_about(care.reached, present),
        explained=_about(care.explained, present),
        watered=_about(care.watered, present),
        cases=_about(care.cases, present),
        tasks={i: t for i, t in care.tasks.items() if t.ticket in present},
    )
    if care.led_on == hall.numbered_on or present:
        fresh = replace(fresh, leader=care.leader, led_on=care.led_on)
    return replace(hall, care=fresh)


def _about(noted: Mapping[str, T], present: Mapping[str, object]) -> dict[str, T]:
    return {ticket: note for ticket, note in noted.items() if ticket in present}


def _clock_settled(hall: Hall, event: q.ClockSettled) -> Hall:
    """Nobody leads a day that has not come."""
    if hall.config is None or hall.care.led_on is None:
        return hall
    today = local(hall.config, event.at).date()
    return replace(hall, care=replace(hall.care, led_on=min(hall.care.led_on, today)))


# Today's headline figures (Q31, Q04), beside what queue events change.


def _called(hall: Hall, event: q.TicketCalled) -> Hall:
    peak = hall.config is not None and in_peak(hall.config, event.at)
    return _count(
        hall,
        at_once=event.waited_seconds <= AT_ONCE,
        peak_called=peak,
        peak_within=peak and event.within_goal,
    )


def _leg_finished(hall: Hall, event: q.TicketFinished | q.ServiceAdded | q.ServiceAddedHere) -> Hall:
    was_in = _in_standard(hall, event.services_done, event.handling_seconds)
    return _count(hall, finished=True, in_standard=was_in)


def _finish_undone(before: Hall, hall: Hall, event: q.FinishUndone) -> Hall:
    leg = before.ended[event.ticket].leg
    was_in = _in_standard(before, leg.services_done, _handled(leg))
    return _count(hall, sign=-1, finished=True, in_standard=was_in)


def _in_standard(hall: Hall, services_done: tuple[str, ...], seconds: float) -> bool:
    done = hall.setup.service.get(services_done[0]) if services_done else None
    return done is not None and seconds <= done.standard_seconds


def _handled(leg: Leg) -> float:
    """As the finish that is taken back had it."""
    assert leg.started_at is not None
    assert leg.ended_at is not None
    return max((leg.ended_at - leg.started_at).total_seconds() - leg.parked_seconds, 0.0)


def _count(hall: Hall, *, sign: int = 1, **seen: bool) -> Hall:
    care = hall.care
    changes: dict[str, Any] = {}
    for name, is_so in seen.items():
        if is_so:
            changes[name] = getattr(care, name) + sign
    return replace(hall, care=replace(care, **changes)) if changes else hall


def _reached(hall: Hall, event: e.RungReached) -> Care:
    acts = (*hall.care.reached.get(event.ticket, ()), event.act)
    return replace(hall.care, reached={**hall.care.reached, event.ticket: acts})


def _task_raised(hall: Hall, event: e.TaskRaised) -> Care:
    task = Task(
        id=event.task,
        kind=event.kind,
        ticket=event.ticket,
        number=event.number,
        roles=event.roles,
        raised_at=event.at,
        detail=fitting(event.detail, DETAIL),
    )
    return replace(hall.care, tasks={**hall.care.tasks, task.id: task})


def _task_taken(hall: Hall, event: e.TaskTaken) -> Care:
    task = replace(hall.care.tasks[event.task], taken_by=event.by)
    return replace(hall.care, tasks={**hall.care.tasks, task.id: task})


def _task_ended(hall: Hall, event: e.TaskEnded) -> Care:
    return replace(hall.care, tasks=without(hall.care.tasks, event.task))


def _explained(hall: Hall, event: e.WaitExplained) -> Care:
    return replace(hall.care, explained={**hall.care.explained, event.ticket: event.at})


def _watered(hall: Hall, event: e.WaterGiven) -> Care:
    return replace(hall.care, watered={**hall.care.watered, event.ticket: event.at})


def _case_opened(hall: Hall, event: e.CaseOpened) -> Care:
    case = RemedyCase(
        id=event.case,
        ticket=event.ticket,
        number=event.number,
        service=event.service,
        state=CaseState.OPEN,
        due_at=event.due_at,
        threshold_seconds=event.threshold_seconds,
        leader=event.leader,
    )
    return replace(hall.care, cases={**hall.care.cases, event.ticket: case})


def _case(hall: Hall, event: e.CaseMoved, **changes: Any) -> Care:
    case = hall.care.cases[event.ticket]
    case = replace(case, state=CASE[case.state][type(event)], **changes)
    return replace(hall.care, cases={**hall.care.cases, case.ticket: case})


def _offered(hall: Hall, event: e.CaseOffered) -> Care:
    return _case(hall, event, offered_by=event.by, where=event.where, script=event.script)


def _given(hall: Hall, event: e.GiftGiven) -> Care:
    care = _case(
        hall,
        event,
        gift=event.gift,
        cost_fen=event.cost_fen,
        where=event.where,
        settled_by=event.by,
        settled_at=event.at,
    )
    return replace(care, stock={**care.stock, event.gift: stock_of(hall, event.gift) - 1})


def _declined(hall: Hall, event: e.GiftDeclined) -> Care:
    return _case(hall, event, settled_by=event.by, settled_at=event.at)


def _missed(hall: Hall, event: e.CaseMoved) -> Care:
    assert isinstance(event, e.CaseMissed)
    return _case(hall, event, reason=fitting(event.reason, REASON), leader=event.leader, settled_at=event.at)


def _waived(hall: Hall, event: e.CaseWaived) -> Care:
    return _case(hall, event, reason=fitting(event.reason, REASON), settled_by=event.by, settled_at=event.at)


def _skipped(hall: Hall, event: e.ScriptSkipped) -> Care:
    return hall.care


def _stock_set(hall: Hall, event: e.StockSet) -> Care:
    return replace(hall.care, stock={**hall.care.stock, event.gift: event.pieces})


def _led(hall: Hall, event: e.ShiftLed) -> Care:
    return replace(hall.care, leader=event.by, led_on=local(hall.setup, event.at).date())


_CARE: Mapping[type[Event], Callable[[Hall, Any], Care]] = {
    e.RungReached: _reached,
    e.TaskRaised: _task_raised,
    e.TaskTaken: _task_taken,
    e.TaskEnded: _task_ended,
    e.WaitExplained: _explained,
    e.WaterGiven: _watered,
    e.CaseOpened: _case_opened,
    e.CaseOffered: _offered,
    e.GiftGiven: _given,
    e.GiftDeclined: _declined,
    e.CaseMissed: _missed,
    e.CaseWaived: _waived,
    e.ScriptSkipped: _skipped,
    e.StockSet: _stock_set,
    e.ShiftLed: _led,
}


def _of_care(change: Callable[[Hall, Any], Care]) -> Move:
    def moved(hall: Hall, event: Event) -> Hall:
        return replace(hall, care=change(hall, event))

    return moved


MOVES: Mapping[type[Event], Move] = {kind: _of_care(change) for kind, change in _CARE.items()}

OBSERVE: Mapping[type[Event], Observe] = {
    q.ClockSettled: _clock_settled,
    q.TicketCalled: _called,
    q.TicketFinished: _leg_finished,
    q.ServiceAdded: _leg_finished,
    q.ServiceAddedHere: _leg_finished,
}

COMPARE: Mapping[type[Event], Compare] = {
    q.DayOpened: _new_day,
    q.FinishUndone: _finish_undone,
}
