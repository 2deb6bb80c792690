"""Which screens are here, which boards may speak for the hall, and which have been away too long."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from server.access.actors import Actor
from server.watchers.screens.mailbox import Mailbox

AWAY = timedelta(seconds=30)
BOARDS = ("lobby", "window", "kiosk")


class Present(Protocol):
    """A connected screen, as far as it matters here."""

    @property
    def name(self) -> str: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def screen(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def sound(self) -> str: ...
    @property
    def dismissed(self) -> bool: ...  # shown out or moved by a manager: nobody shall miss it here
    @property
    def box(self) -> Mailbox: ...


@dataclass(frozen=True, slots=True)
class Away:
    name: str
    since: datetime


class Presence:
    """The first paired lobby board that can make a sound is the hall's speaker, until it goes or fails."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._present: list[Present] = []
        self._left: dict[str, datetime] = {}
        self._failed: list[Present] = []

    def came(self, screen: Present) -> None:
        """A screen connected, or said something new of its sound."""
        if screen not in self._present:
            self._present.append(screen)
        self._left.pop(screen.name, None)
        if screen.sound == "on":
            self.plays(screen)

    def went(self, screen: Present) -> None:
        if screen in self._present:
            self._present.remove(screen)
        self.plays(screen)
        if screen.dismissed:
            self._left.pop(screen.name, None)
        elif screen.screen in BOARDS and all(other.name != screen.name for other in self._present):
            self._left[screen.name] = self._clock()

    def forget(self, name: str) -> None:
        """No such board is expected any more."""
        self._left.pop(name, None)

    def knows(self, name: str) -> bool:
        """Whether such a screen is here or missed."""
        return name in self._left or any(screen.name == name for screen in self._present)

    def fails(self, board: Present) -> None:
        """It was given a sound and did not play it: others come first from now on."""
        if board in self._present and board not in self._failed:
            self._failed.append(board)

    def plays(self, board: Present) -> None:
        if board in self._failed:
            self._failed.remove(board)

    def leader(self, zone: str = "", apart: Collection[str] = ()) -> Present | None:
        """Where calls are sent to be spoken: a zone apart has its own board, all others share one."""
        return next(self._speaking(zone, apart), None)

    def last_resort(self, zone: str = "", apart: Collection[str] = ()) -> Present | None:
        """A board that failed, for where there is no other."""
        return next((board for board in self._failed if _speaks_for(board, zone, apart)), None)

    def shows(self, zone: str = "", apart: Collection[str] = ()) -> bool:
        """Whether a lobby board is here whose calls are this zone's, be it silent."""
        return any(s.screen == "lobby" and _stands_in(s, zone, apart) for s in self._present)

    def named(self, name: str) -> list[Present]:
        """Boards of this name that say they can make a sound."""
        return [s for s in self._present if s.name == name and _may_speak(s)]

    def absent(self) -> list[str]:
        now = self._clock()
        return [name for name, since in self._left.items() if now - since > AWAY]

    def muted(self) -> list[str]:
        """Boards whose browser keeps them from speaking, while no other board speaks."""
        if self.leader() is not None:
            return []
        return [s.name for s in self._present if s.screen == "lobby" and s.sound == "blocked"]

    def _speaking(self, zone: str, apart: Collection[str]) -> Iterator[Present]:
        """Where a demo's windows come and go, a board that somebody paired comes first."""
        boards = [s for s in self._present if _speaks_for(s, zone, apart) and s not in self._failed]
        yield from sorted(boards, key=lambda board: board.actor.by_itself)


def _may_speak(screen: Present) -> bool:
    """Whoever may look at the lobby's page is not its loudspeaker: only a board that was paired as one."""
    actor = screen.actor
    a_board = actor.kind == "device" and actor.role == "lobby_board"
    return a_board and screen.screen == "lobby" and screen.sound == "on"


def _speaks_for(screen: Present, zone: str, apart: Collection[str]) -> bool:
    return _may_speak(screen) and _stands_in(screen, zone, apart)


def _stands_in(screen: Present, zone: str, apart: Collection[str]) -> bool:
    """Where it stands is what the manager has said, whatever its page's address says."""
    place = screen.actor.place or screen.place
    return place == zone if zone in apart else place not in apart
