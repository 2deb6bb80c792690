"""An area: a part of the hall's work with its own commands and events, that declares itself once.

What is made from the areas – deciding, the projection, the journal's kinds, the wire, rights, the client's
types, the documents – stands nowhere by hand, so nothing can be forgotten there; an area that forgets
something of itself cannot be imported. `areas.py` is the one list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from server.domain.askers import Askers
from server.domain.command import Command
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.refusals import Refusal

Rule = Callable[[Hall, Any, Now], tuple[Event, ...]]
Move = Callable[[Hall, Any], Hall]
Follow = Callable[[Hall, Any, Now], tuple[Event, ...]]
Observe = Callable[[Hall, Any], Hall]
Compare = Callable[[Hall, Hall, Any], Hall]
Within = Callable[[str, Any], bool]


class Means(StrEnum):
    """What the server says in a command's field, whatever the message has: `asking/decided.py` finds it."""

    WHO = "who"  # the asker; every field called `by` is this without a word
    SEATED = "seated"  # who sits down: the asker, or whom a leader seats
    CHANNEL = "channel"  # on what the number was taken
    LANGUAGE = "language"  # one the screens speak
    SEGMENT = "segment"  # of who the customer is, as staff see
    PRINTER = "printer"  # of the kiosk's place; staff choose among the hall's
    PRIORITY = "priority"
    WHY_PRIORITY = "why_priority"
    PERSON = "person"  # a keyed hash of what somebody is known by
    WAIT = "wait"  # as it is estimated now
    WHERE_SERVED = "where_served"  # the counter where the customer is, else "zone"
    FROM_WHERE = "from_where"  # the asker's place
    MACHINE_TIME = "machine_time"
    CLOCK_BEGAN = "clock_began"  # since when the hall went by the clock it has
    NOTHING = "nothing"  # not to be said at all


@dataclass(frozen=True, kw_only=True)
class Area:
    """Raises `ValueError` at import when it is not whole."""

    name: str
    rules: Mapping[type[Command], Rule]
    moves: Mapping[type[Event], Move]
    """What each of its events makes of the hall; total, never refuses."""
    asked_by: Mapping[type[Command], Askers]
    """Who may ask; `SYSTEM` where only a machine or the hall itself can know it."""
    within: Mapping[type[Command], Within] = field(default_factory=dict)
    """Of what a role may ask, which: (role, command) → whether."""
    decided: Mapping[type[Command], Mapping[str, Means]] = field(default_factory=dict)
    """What the server says in a command beside `by`."""
    follow: Mapping[type[Event], Follow] = field(default_factory=dict)
    """What stands right behind an event of any area, in the same commit; decided on the hall before it."""
    observe: Mapping[type[Event], Observe] = field(default_factory=dict)
    """What an event of any area makes of this one's slots, once it has moved the hall."""
    compare: Mapping[type[Event], Compare] = field(default_factory=dict)
    """The same for who has to know what was before, which is dear: (before, after, event) → hall."""
    refusals: tuple[Refusal, ...] = ()
    """Why something of it may not be."""
    quiet: frozenset[type[Command]] = frozenset()
    """Late news from a machine: when nothing came of it, it is not worth a commit."""
    slots: tuple[str, ...] = ()
    """The fields of `Hall` that are this area's."""

    def __post_init__(self) -> None:
        if self.rules.keys() != self.asked_by.keys():
            odd = {kind.__name__ for kind in self.rules.keys() ^ self.asked_by.keys()}
            raise ValueError(f"{self.name}: a rule and who may ask it go together: {sorted(odd)}")
        if strange := {*self.within, *self.decided, *self.quiet} - self.rules.keys():
            raise ValueError(f"{self.name}: not its commands: {sorted(k.__name__ for k in strange)}")
        for kind, given in self.decided.items():
            if odd := given.keys() - {f.name for f in fields(kind)}:
                raise ValueError(f"{self.name}: {kind.__name__} has no {sorted(odd)}")
        if strange_slots := set(self.slots) - {f.name for f in fields(Hall)}:
            raise ValueError(f"{self.name}: the hall has no {sorted(strange_slots)}")

    def says(self, kind: type[Command]) -> dict[str, Means]:
        """What the server says in this command, field by field."""
        who = {f.name: Means.WHO for f in fields(kind) if f.name == "by"}
        return {**who, **self.decided.get(kind, {})}
