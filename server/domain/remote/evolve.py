"""What each event makes of the numbers from home, and what the queue's events make of them."""

from collections.abc import Mapping

from server.domain.area import Move, Observe
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.queue import events as q
from server.domain.remote import events as e
from server.domain.remote.nouns import DoorCode, Taken
from server.domain.values import replace, without


def _taken(hall: Hall, event: e.RemoteTaken) -> Hall:
    taken = Taken(at=event.at, phone=event.phone, network=event.network)
    return _with(hall, {**hall.remote.taken, event.ticket: taken})


def _turn_came(hall: Hall, event: e.RemoteTurnCame) -> Hall:
    known = hall.remote.taken.get(event.ticket)
    if known is None:
        return hall
    known = replace(known, turn_at=known.turn_at or event.at, passed=known.passed or event.passed)
    return _with(hall, {**hall.remote.taken, event.ticket: known})


def _code_changed(hall: Hall, event: e.DoorCodeChanged) -> Hall:
    before = hall.remote.door
    door = DoorCode(code=event.code, since=event.at, before=before.code if before else "")
    return replace(hall, remote=replace(hall.remote, door=door))


def _over(hall: Hall, event: q.TicketMoved) -> Hall:
    taken = hall.remote.taken
    return _with(hall, without(taken, event.ticket)) if event.ticket in taken else hall


def _with(hall: Hall, taken: Mapping[str, Taken]) -> Hall:
    return replace(hall, remote=replace(hall.remote, taken=taken))


MOVES: Mapping[type[Event], Move] = {
    e.RemoteTaken: _taken,
    e.RemoteTurnCame: _turn_came,
    e.DoorCodeChanged: _code_changed,
}
OBSERVE: Mapping[type[Event], Observe] = dict.fromkeys(q.ENDINGS, _over)
