"""What the display above a counter shows (5.4)."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig, Profile
from server.domain.hall import Counter, CounterState, Hall, Ticket
from server.domain.kept import kept, same
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.parts import counter_profile, open_counters, serving_queues

SHUT = (CounterState.PAUSED, CounterState.CLOSED)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class WindowView:
    """States as `CounterState`; `number` is public, names are not there at all."""

    counter: str
    name: Text
    state: str
    profile: Text
    business: tuple[Text, ...]
    dedicated: bool
    room: bool  # has a door and is called by its name
    staff: str  # the clerk's number (O40)
    number: str
    call: str
    announcement: int
    announced_at: datetime | None
    pause_reason: str
    instead: tuple[str, ...]  # open counters that call all of its business
    instead_rooms: tuple[Text, ...]  # open rooms that do, by their names


def window(hall: Hall, counter_id: str) -> WindowView:
    config = hall.setup
    counter = hall.counters[counter_id]
    instead = same(tuple(_instead(hall, counter))) if counter.state in SHUT else ()
    profile, ticket = config.profile[counter_profile(hall, counter)], hall.tickets.get(counter.ticket or "")
    return _window(counter, config, profile, ticket, instead)


def in_sight(hall: Hall, counter_id: str) -> tuple[object, ...]:
    """All that its view is made of: where none of these is another one, the view is the same."""
    counter = hall.counters.get(counter_id)
    if counter is None:
        return (hall,)
    ticket = hall.tickets.get(counter.ticket or "")
    return hall.config, counter, ticket, hall.counters if counter.state in SHUT else None


@kept()
def _window(
    counter: Counter, config: HallConfig, profile: Profile, ticket: Ticket | None, instead: tuple[str, ...]
) -> WindowView:
    """`instead`: the counters that serve the same."""
    place, call = config.counter[counter.id], ticket.call if ticket else None
    others = [config.counter[other] for other in instead]
    return WindowView(
        counter=counter.id,
        name=place.name,
        state=counter.state,
        profile=profile.name,
        business=tuple(config.queue[q].name for q in profile.queues),
        dedicated=place.dedicated,
        room=place.room,
        staff=counter.staff,
        number=ticket.number if ticket else "",
        call=call.id if call else "",
        announcement=call.recalls + 1 if call else 0,
        announced_at=call.announced_at if call else None,
        pause_reason=counter.pause_reason,
        instead=tuple(p.id for p in others if not p.room),
        instead_rooms=tuple(p.name for p in others if p.room),
    )


def _instead(hall: Hall, counter: Counter) -> list[str]:
    """Where all of its own business is done: whoever is sent on is never sent on again."""
    own = frozenset(hall.setup.profile[counter_profile(hall, counter)].queues)
    mine = own or serving_queues(hall, counter)  # one that only helps out
    return [c.id for c in open_counters(hall) if mine <= serving_queues(hall, c)]
