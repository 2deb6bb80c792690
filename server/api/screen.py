"""A connected screen, and what its socket needs of the rest of the house."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from server.access.actors import Actor
from server.clock import HallClock
from server.devices.agents import Agents
from server.watchers.mailbox import Mailbox
from server.watchers.push_views import Audience


@dataclass(slots=True, kw_only=True, eq=False)
class Screen:
    """A connected screen."""

    token: str
    actor: Actor
    audience: Audience
    place: str
    build: str = ""  # of the page it shows, as it said
    address: str = ""
    heard: float | None = None  # what its own clock said, see `HallClock.heard`
    box: Mailbox = field(default_factory=Mailbox)
    sound: str = ""  # "on" or "blocked", as the board itself said
    dismissed: bool = False  # shown out or moved by a manager: nobody shall miss it here

    @property
    def name(self) -> str:
        """What people call it: the lobby board of zone A, the display of window 3, or a device's own."""
        place = self.place or (self.actor.name if self.actor.kind == "device" else "")
        return f"{self.audience.screen}:{place}" if place else self.audience.screen

    @property
    def screen(self) -> str:
        return self.audience.screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What a socket needs of the rest: who somebody is, whom to tell that a screen came, spoke or went."""

    actor_of: Callable[[str], Any]  # token -> awaitable Actor
    printer_of: Callable[[str], str]
    knows_place: Callable[[str, str], bool]  # screen, place
    came: Callable[[Screen], None]
    went: Callable[[Screen], None]
    clock: HallClock
    build: str
    zone: Callable[[], str]  # where the hall stands
    faults: Callable[[], list[dict[str, Any]]]
    position: Callable[[], tuple[int, int]]  # epoch, seq
    agents: Agents
    stranger: Callable[[str], None] = lambda address: None  # somebody there has shown no good token
