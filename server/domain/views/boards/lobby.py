"""What a lobby board shows (5.5): the newest calls, the missed, the waits, what hangs there today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.config.hours import HoursView, hours_view, local
from server.domain.config.pieces.boards import BoardLayout
from server.domain.hall import Counter, Hall, RecentCall
from server.domain.kept import FEW, kept, once, same, together
from server.domain.queue.line import can_return
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.boards.hall_map import HallMap, hall_map
from server.domain.views.glance import glance
from server.domain.views.parts import QueueView, Waits, at_work, queue_views
from server.domain.views.posted import (
    LobbyLayout,
    LobbyMedium,
    layout_at,
    lobby_layout,
    media_at,
    notices_at,
    reminders,
)
from server.domain.views.remote import door_code

MISSED_SHOWN = 8


@quick
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


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyView:
    """`calls` newest first, of all businesses whatever the layout; the first is the hero."""

    hall: Text
    hours: HoursView
    hero_seconds: int
    calls: tuple[LobbyCall, ...]
    missed: tuple[str, ...]
    queues: tuple[QueueView, ...]
    waiting: int  # who has a number is still called when the doors are shut (§6 16:30)
    open_counters: tuple[str, ...]
    open_rooms: tuple[Text, ...]  # which are called by their names
    notices: tuple[LobbyNotice, ...]
    posted: tuple[Text, ...]  # of belongings and rain (Q46), and the hall's own notices in force today
    layout: LobbyLayout
    media: tuple[LobbyMedium, ...]
    map: HallMap | None
    door_code: str = ""  # for who took a number at home and stands in front of this board (Q42)


def lobby(hall: Hall, now: datetime, waits: Waits, *, place: str = "") -> LobbyView:
    """`place` is the zone the board hangs in, or nothing."""
    config = hall.setup
    line = glance(hall)
    missed = [t for t in line.missed if can_return(hall, t)]
    numbers, rooms = _open_places(hall.counters, config)
    layout, today = layout_at(config, place), same(local(config, now).date())
    return once(
        LobbyView,
        hall=config.name,
        hours=same(hours_view(config, now)),
        hero_seconds=config.figures.hero_seconds,
        calls=_calls(hall.recent, line.taken_back, config),
        missed=together(t.number for t in missed[:MISSED_SHOWN]) if missed else (),
        queues=_queues(hall, waits, layout) if layout.shows_queues else (),
        waiting=len(line.waiting),
        open_counters=numbers,
        open_rooms=rooms,
        notices=together(
            same(LobbyNotice(service=config.service[s.service].name, reason=s.reason, until=s.until))
            for s in hall.suspended.values()
            if s.holds(now)
        )
        if hall.suspended
        else (),
        posted=together((*reminders(layout, rain=hall.guidance.rain), *notices_at(config, today, place))),
        layout=lobby_layout(layout),
        media=media_at(config, today, place) if layout.shows_media else (),
        map=same(hall_map(hall, place)) if layout.shows_map else None,
        door_code=same(door_code(hall)),
    )


def in_sight(hall: Hall, place: str) -> tuple[object, ...]:
    """All that its view is made of but the time and the waits, which grow old by themselves.

    What goes on at a counter between a call and the next is nothing to a board.
    """
    config = hall.config
    if config is None:
        return (hall,)
    line, layout = glance(hall), layout_at(config, place)
    return (
        config,
        line,
        hall.recent,
        *_open_places(hall.counters, config),
        hall.counters if layout.shows_map else None,
        hall.calls if line.missed else None,
        hall.suspended,
        hall.guidance.rain,
        hall.remote,
    )


def _queues(hall: Hall, waits: Waits, layout: BoardLayout) -> tuple[QueueView, ...]:
    """Those of the layout in its order; one that is no longer there is passed over."""
    views = queue_views(hall, waits)
    by_id = {view.queue: view for view in views}
    return together(by_id[q] for q in layout.queues if q in by_id) if layout.queues else views


@kept(FEW)
def _open_places(
    counters: Mapping[str, Counter], config: HallConfig
) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """Numbers of the windows that are open, names of the rooms."""
    places = [config.counter[c.id] for c in at_work(counters)]
    return together(p.id for p in places if not p.room), together(p.name for p in places if p.room)


@kept(FEW)
def _calls(
    recent: tuple[RecentCall, ...], taken_back: frozenset[str], config: HallConfig
) -> tuple[LobbyCall, ...]:
    return together(_call(r, config) for r in recent if r.number not in taken_back)


@kept()
def _call(recent: RecentCall, config: HallConfig) -> LobbyCall:
    place = config.counter[recent.counter]
    return LobbyCall(
        call=recent.call,
        announcement=recent.announcement,
        number=recent.number,
        counter=recent.counter,
        counter_name=place.name,
        zone=config.zone[place.zone].name,
        at=recent.at,
    )
