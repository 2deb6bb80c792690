"""What a command leads to in this hall now: events, or a refusal. Pure."""

from server.domain.areas import FOLLOWS, RULES
from server.domain.command import Command
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.refusals import Refused


def decide(hall: Hall, command: Command, now: Now) -> tuple[Event, ...]:
    """Return what follows, in order; raises `Refused` and changes nothing if it may not be."""
    try:
        events = RULES[type(command)](hall, command, now)
    except Refused as refused:
        if hall.config is not None and (
            counter := hall.config.counter.get(refused.fields.get("counter", ""))
        ):
            refused.at(counter.name)
        raise
    following: list[Event] = []
    for event in events:
        following.append(event)
        for follow in FOLLOWS.get(type(event), ()):
            following += follow(hall, event, now)
    return tuple(following)
