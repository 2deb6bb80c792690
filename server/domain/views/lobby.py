"""What the lobby board shows (5.5): the newest call, five more, the missed, the waits."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.hall import Hall, RecentCall, TicketState
from server.domain.hours import HoursView, hours_view
from server.domain.queue.line import can_return
from server.domain.text import Text
from server.domain.views.parts import QueueView, Waits, queue_views

MISSED_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyCall:
    call: str
    announcement: int
    number: str
    counter: str
    counter_name: Text
    zone: Text
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyNotice:
    """A business that cannot be had for a while."""

    service: Text
    reason: Text
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyView:
    """`calls` newest first; the first is the hero while it is fresh."""

    hall: Text
    hours: HoursView
    hero_seconds: int
    calls: tuple[LobbyCall, ...]
    missed: tuple[str, ...]
    queues: tuple[QueueView, ...]
    open_counters: tuple[str, ...]
    notices: tuple[LobbyNotice, ...]


def lobby(hall: Hall, now: datetime, waits: Waits) -> LobbyView:
    config = hall.config
    assert config is not None
    missed = [t for t in hall.tickets.values() if t.state is TicketState.NO_SHOW and can_return(hall, t)]
    missed.sort(key=lambda t: t.since, reverse=True)
    return LobbyView(
        hall=config.name,
        hours=hours_view(config, now),
        hero_seconds=config.figures.hero_seconds,
        calls=tuple(_call(hall, c) for c in hall.recent),
        missed=tuple(t.number for t in missed[:MISSED_SHOWN]),
        queues=queue_views(hall, waits),
        open_counters=tuple(c.id for c in hall.counters.values() if c.state not in ("closed", "paused")),
        notices=tuple(
            LobbyNotice(service=config.service[s.service].name, reason=s.reason, until=s.until)
            for s in hall.suspended.values()
        ),
    )


def _call(hall: Hall, recent: RecentCall) -> LobbyCall:
    assert hall.config is not None
    place = hall.config.counter[recent.counter]
    return LobbyCall(
        call=recent.call,
        announcement=recent.announcement,
        number=recent.number,
        counter=recent.counter,
        counter_name=place.name,
        zone=hall.config.zone[place.zone].name,
        at=recent.at,
    )
