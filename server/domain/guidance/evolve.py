"""What each event of guidance makes of the hall, and what guidance makes of the queue's."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from server.domain.area import Compare, Move, Observe
from server.domain.config.hours import local
from server.domain.equipment.events import SlipQueued
from server.domain.event import Event
from server.domain.guidance import events as e
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Contacts, Fault, Guidance, Handover, Notice, Way
from server.domain.hall import Hall
from server.domain.queue import events as q
from server.domain.said import DETAIL, REASON, WORDS, both_fitting, fitting
from server.domain.values import replace, without

T = TypeVar("T")


def _greeted(hall: Hall, event: e.CustomerGreeted) -> Guidance:
    return _met(hall.guidance, event.by, greeted=1)


def _diverted(hall: Hall, event: e.CustomerDiverted) -> Guidance:
    kept = _owned(hall, event.ticket, event.by)
    return replace(_met(kept, event.by, diverted=1), ways=_more(kept.ways, event.way))


def _handed_over(hall: Hall, event: e.CaseHandedOver) -> Guidance:
    kept = hall.guidance
    if event.reached or event.due is None:
        return kept
    made = Handover(
        id=event.handover,
        way=event.way,
        department=fitting(event.department, WORDS),
        service=event.service,
        number=event.number,
        contact=event.contact,
        due=event.due,
        words=fitting(event.words, WORDS),
        at=event.at,
        by=event.by,
    )
    return replace(kept, handovers={**kept.handovers, made.id: made})


def _closed(hall: Hall, event: e.HandoverClosed) -> Guidance:
    return replace(hall.guidance, handovers=without(hall.guidance.handovers, event.handover))


def _peak_set(hall: Hall, event: e.PeakModeSet) -> Guidance:
    return replace(hall.guidance, peak=event.on)


def _rain_set(hall: Hall, event: e.RainModeSet) -> Guidance:
    return replace(hall.guidance, rain=event.on)


def _terminal(hall: Hall, event: e.TerminalReported) -> Guidance:
    faults = hall.guidance.faults
    if event.works:
        return replace(hall.guidance, faults=without(faults, event.terminal))
    fault = Fault(since=event.at, detail=fitting(event.detail, REASON), by=event.by)
    return replace(hall.guidance, faults={**faults, event.terminal: fault})


def _ticked(hall: Hall, event: e.StepTicked) -> Guidance:
    prepared = hall.guidance.prepared
    before = prepared.get(event.ticket, ())
    others = tuple(step for step in before if step != event.step)
    steps = (*others, event.step) if event.done else others
    kept = replace(_owned(hall, event.ticket, event.by), prepared={**prepared, event.ticket: steps})
    return _met(kept, event.by, prepared=1) if event.done and event.ticket not in prepared else kept


def _points_told(hall: Hall, event: e.KeyPointsTold) -> Guidance:
    kept = hall.guidance
    points = dict.fromkeys((*kept.points_told.get(event.ticket, ()), *event.points))
    return replace(kept, points_told={**kept.points_told, event.ticket: tuple(points)})


def _notice(hall: Hall, event: e.NoticeGiven) -> Guidance:
    notice = Notice(
        code=event.notice,
        kind=event.kind,
        service=event.service,
        number=event.number,
        missing=tuple(both_fitting(paper, DETAIL) for paper in event.missing),
        agent=event.agent,
        reason=both_fitting(event.reason, REASON),
        given_at=event.at,
        given_by=event.by,
        last_day=event.last_day,
        ticket=event.ticket,
    )
    kept = _owned(hall, event.ticket, event.by)
    return replace(kept, notices={**_others(kept, event.ticket), notice.code: notice})


def _others(kept: Guidance, ticket: str) -> dict[str, Notice]:
    """What a visit was given before gives way: nobody comes back twice for one."""
    return {code: n for code, n in kept.notices.items() if n.used_by or n.ticket != ticket}


def _taken_back(hall: Hall, event: q.FinishUndone) -> Hall:
    """Whoever is being served after all needs no way back."""
    kept = hall.guidance
    return replace(hall, guidance=replace(kept, notices=_others(kept, event.ticket)))


def _used(hall: Hall, event: e.NoticeUsed) -> Guidance:
    kept = hall.guidance
    used = replace(kept.notices[event.notice], used_by=event.ticket)
    return replace(
        kept,
        notices={**kept.notices, event.notice: used},
        returned={**kept.returned, event.ticket: event.notice},
    )


# What queue events make of guidance.


def _issued(hall: Hall, event: q.TicketIssued) -> Hall:
    if event.channel != "guide_tablet":
        return hall
    return replace(hall, guidance=_met(hall.guidance, event.by, issued=1))


def _other_way(hall: Hall, event: q.OtherWayTaken) -> Hall:
    kept = hall.guidance
    return replace(hall, guidance=replace(kept, ways=_more(kept.ways, event.way or Way.E_CHANNEL)))


def _retyped(hall: Hall, event: q.ServiceChanged) -> Hall:
    """Given for another business than is then done: one error, none once it is put back (Q16).

    What a later leg turns out to be was typed by nobody at the door.
    """
    ticket, kept = hall.tickets[event.ticket], hall.guidance
    if ticket.past or ticket.service not in (event.was, event.service):
        return hall
    by = 1 if event.was == ticket.service else -1
    return replace(hall, guidance=replace(kept, errors=_more(kept.errors, event.typed_by, by)))


def _parked(hall: Hall, event: q.TicketParked) -> Hall:
    """Whoever takes them up again may be another."""
    staff = hall.tickets[event.ticket].leg.staff
    return replace(hall, guidance=_owned(hall, event.ticket, staff or ""))


def _on_paper(hall: Hall, event: SlipQueued) -> Hall:
    kept = hall.guidance
    notice = kept.notices.get(event.notice)
    if notice is None:
        return hall
    printed = replace(notice, papers=notice.papers + 1)
    return replace(hall, guidance=replace(kept, notices={**kept.notices, notice.code: printed}))


def _new_day(before: Hall, hall: Hall, event: q.DayOpened) -> Hall:
    """What is about who is still here stays, and what is good for more than a day; the rest goes."""
    if hall.numbered_on == before.numbered_on or hall.config is None:
        return hall
    kept, present = hall.guidance, hall.tickets
    today = local(hall.config, event.at).date()
    return replace(
        hall,
        guidance=Guidance(
            faults=kept.faults,
            handovers=kept.handovers,
            notices={
                code: n
                for code, n in kept.notices.items()
                if n.last_day >= today and (not n.used_by or n.used_by in present)
            },
            prepared=_about(kept.prepared, present),
            points_told=_about(kept.points_told, present),
            owners=_about(kept.owners, present),
            returned=_about(kept.returned, present),
        ),
    )


def _about(noted: Mapping[str, T], present: Mapping[str, object]) -> dict[str, T]:
    return {ticket: note for ticket, note in noted.items() if ticket in present}


def _owned(hall: Hall, ticket: str, by: str) -> Guidance:
    """Nobody who meets them later takes over (E11)."""
    kept, known = hall.guidance, hall.ticket(ticket)
    if not by or known is None or ticket in kept.owners or first_contact(hall, known) not in ("", by):
        return kept
    return replace(kept, owners={**kept.owners, ticket: by})


def _met(kept: Guidance, by: str, **more: int) -> Guidance:
    known = kept.contacts.get(by, Contacts())
    sums = {name: getattr(known, name) + n for name, n in more.items()}
    return replace(kept, contacts={**kept.contacts, by: replace(known, **sums)})


def _more(counts: Mapping[str, int], of: str, by: int = 1) -> Mapping[str, int]:
    """Whoever comes to none is not listed."""
    n = counts.get(of, 0) + by
    return {**counts, of: n} if n > 0 else without(counts, of)


def _on(step: Callable[[Hall, Any], Guidance]) -> Move:
    return lambda hall, event: replace(hall, guidance=step(hall, event))


MOVES: Mapping[type[Event], Move] = {
    e.CustomerGreeted: _on(_greeted),
    e.CustomerDiverted: _on(_diverted),
    e.CaseHandedOver: _on(_handed_over),
    e.HandoverClosed: _on(_closed),
    e.PeakModeSet: _on(_peak_set),
    e.RainModeSet: _on(_rain_set),
    e.TerminalReported: _on(_terminal),
    e.StepTicked: _on(_ticked),
    e.KeyPointsTold: _on(_points_told),
    e.NoticeGiven: _on(_notice),
    e.NoticeUsed: _on(_used),
}
OBSERVE: Mapping[type[Event], Observe] = {
    q.TicketIssued: _issued,
    q.OtherWayTaken: _other_way,
    q.ServiceChanged: _retyped,
    q.TicketParked: _parked,
    q.FinishUndone: _taken_back,
    SlipQueued: _on_paper,
}

COMPARE: Mapping[type[Event], Compare] = {q.DayOpened: _new_day}
