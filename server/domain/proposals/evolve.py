"""What each event of proposals makes of the hall, what makes one void, and who is called in time."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from server.domain.area import Move, Observe
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.proposals import events as e
from server.domain.proposals.nouns import Proposal, Proposals, ProposedStep, Taken
from server.domain.proposals.rules import in_question
from server.domain.queue import events as q
from server.domain.values import replace

KEPT = 8  # of a day


def _made(hall: Hall, event: e.ProposalsMade) -> Hall:
    return _with(hall, made=event.proposals)


def _taken(hall: Hall, event: e.ProposalTaken) -> Hall:
    """The others stand until the hall is looked at again: they can still be done."""
    proposals = hall.proposals
    new = Taken(
        id=event.taken,
        proposal=event.proposal,
        at=event.at,
        by=event.by,
        open=tuple(t.id for t in in_question(hall, event.at)),
        before=_before(hall, event.proposal),
    )
    before = list(proposals.taken.items())[-(KEPT - 1) :]
    made = tuple(p for p in proposals.made if p.key != event.proposal.key)
    return _with(hall, made=made, taken={**dict(before), new.id: new})


def _before(hall: Hall, proposal: Proposal) -> str:
    """What an undo would put back; the hall is still as it was."""
    counter = hall.counters.get(proposal.counter)
    if counter is None:
        return ""
    match proposal.step:
        case ProposedStep.SWITCH:
            return counter.profile
        case ProposedStep.RESUME:
            return counter.pause_reason
    return ""


def _undone(hall: Hall, event: e.ProposalUndone) -> Hall:
    known = hall.proposals.taken.get(event.taken)
    if known is None:
        return hall
    return _with(hall, taken={**hall.proposals.taken, known.id: replace(known, open=(), undone=True)})


def _judged(hall: Hall, event: e.ProposalJudged) -> Hall:
    known = hall.proposals.taken.get(event.taken)
    if known is None:
        return hall
    return _with(hall, taken={**hall.proposals.taken, known.id: replace(known, open=(), judged=True)})


def _called(hall: Hall, event: q.TicketCalled) -> Hall:
    ticket = hall.tickets[event.ticket]
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    in_time = event.at - ticket.clock_from <= threshold
    return _over(hall, event.ticket, lambda taken: replace(taken, in_time=taken.in_time + in_time))


def _gone(hall: Hall, event: q.TicketMoved) -> Hall:
    return _over(hall, event.ticket, lambda taken: replace(taken, left=taken.left + 1))


def _over(hall: Hall, ticket: str, counted: Callable[[Taken], Taken]) -> Hall:
    known = hall.proposals.taken
    about = [t for t in known.values() if ticket in t.open]
    if not about:
        return hall
    changed = {t.id: counted(replace(t, open=tuple(one for one in t.open if one != ticket))) for t in about}
    return _with(hall, taken={**known, **changed})


def _void(hall: Hall, event: Any) -> Hall:
    """The counter is not as it was any more."""
    made = tuple(p for p in hall.proposals.made if p.counter != event.counter)
    return hall if len(made) == len(hall.proposals.made) else _with(hall, made=made)


def _new_day(hall: Hall, event: q.DayOpened) -> Hall:
    return replace(hall, proposals=Proposals())


def _with(hall: Hall, **changes: Any) -> Hall:
    return replace(hall, proposals=replace(hall.proposals, **changes))


MOVES: Mapping[type[Event], Move] = {
    e.ProposalsMade: _made,
    e.ProposalTaken: _taken,
    e.ProposalUndone: _undone,
    e.ProposalJudged: _judged,
}
OBSERVE: Mapping[type[Event], Observe] = {
    q.DayOpened: _new_day,
    q.TicketCalled: _called,
    **dict.fromkeys(q.ENDINGS, _gone),
    q.CounterOpened: _void,
    q.CounterClosed: _void,
    q.CounterPaused: _void,
    q.CounterResumed: _void,
    q.ProfileChanged: _void,
}
