"""A connected screen, and what its socket needs of the rest of the house."""

from dataclasses import dataclass, field

from server.access.actors import Actor
from server.access.sources import network
from server.api.doors.doors import Door
from server.api.health.faults import Faults
from server.api.pacing.strangers import WRONG_TOKEN, Strangers
from server.clock import HallClock
from server.devices.printing.agents import Agents
from server.domain.config.chinese_alone import Languages, languages_of
from server.domain.hall import Hall
from server.live_hall import LiveHall
from server.watchers.devices.print_slips import SlipPrinting
from server.watchers.screens.attendance import Attendance
from server.watchers.screens.mailbox import Mailbox
from server.watchers.screens.presence import Presence
from server.watchers.screens.push_views import Audience


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
class Neighbours:
    """What a socket needs of the rest: who somebody is, whom to tell that a screen came, spoke or went."""

    live: LiveHall
    clock: HallClock
    door: Door
    strangers: Strangers
    faults: Faults
    printing: SlipPrinting
    presence: Presence
    attendance: Attendance
    agents: Agents
    build: str

    def came(self, screen: Screen) -> None:
        self.presence.came(screen)

    def went(self, screen: Screen) -> None:
        self.presence.went(screen)
        self.attendance.went(screen)

    def stranger(self, address: str) -> None:
        """Somebody there has shown no good token."""
        self.strangers.charge(network(address), WRONG_TOKEN)

    @property
    def zone(self) -> str:
        return zone_of(self.live.hall)

    @property
    def languages(self) -> Languages:
        return languages_of(self.live.hall.config)


def zone_of(hall: Hall) -> str:
    """Where the hall stands, so that a page shows its time; "" where it is not set up."""
    return hall.config.timezone if hall.config else ""
