"""What was done at the door as rows: most of it is of nobody who holds a number, so that no visit has it."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

from server.domain.guidance import events as ge
from server.domain.guidance.nouns import Way
from server.domain.queue.events import OtherWayTaken
from server.journal import Recorded

Plain = dict[str, Any]
LETTERS = 24  # of the hash that ties a return to its notice
EMPTY: Mapping[str, str] = dict.fromkeys(
    ("way", "service", "ticket", "number", "person", "place", "topic_zh", "topic_en", "notice"), ""
)


def contacts(hall: str, events: Iterable[Recorded]) -> list[Plain]:
    """Their rows; whatever is no act at the door has none."""
    return [
        {**EMPTY, "hall_id": hall, "seq": r.seq, "at": r.event.at, **row_of(r.event)}
        for r in events
        if (row_of := _ROWS.get(type(r.event))) is not None
    ]


def tie(notice: str) -> str:
    """Whoever reads rows comes back with nobody's notice."""
    return sha256(notice.encode()).hexdigest()[:LETTERS]


def _greeted(event: ge.CustomerGreeted) -> Plain:
    return {"what": "greeted", "person": event.by}


def _diverted(event: ge.CustomerDiverted) -> Plain:
    return {
        "what": "diverted",
        "way": event.way.value,
        "service": event.service,
        "ticket": event.ticket,
        "number": event.number,
        "person": event.by,
        "place": event.where,
        "topic_zh": event.topic.zh,
        "topic_en": event.topic.en,
    }


def _other_way(event: OtherWayTaken) -> Plain:
    return {
        "what": "other_way",
        "way": event.way or Way.E_CHANNEL.value,
        "service": event.service,
        "person": event.device,
    }


def _notice(event: ge.NoticeGiven) -> Plain:
    return {
        "what": "pass" if event.kind == "pass" else "notice",
        "service": event.service,
        "ticket": event.ticket,
        "number": event.number,
        "person": event.by,
        "place": event.where,
        "notice": tie(event.notice),
    }


def _used(event: ge.NoticeUsed) -> Plain:
    return {"what": "returned", "ticket": event.ticket, "notice": tie(event.notice)}


_ROWS: Mapping[type[object], Callable[[Any], Plain]] = {
    ge.CustomerGreeted: _greeted,
    ge.CustomerDiverted: _diverted,
    OtherWayTaken: _other_way,
    ge.NoticeGiven: _notice,
    ge.NoticeUsed: _used,
}
KINDS = frozenset(kind.__name__ for kind in _ROWS)
