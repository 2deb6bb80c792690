"""Which screens are here, which board speaks for the hall, and which have been away too long."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from server.watchers.mailbox import Mailbox

AWAY = timedelta(seconds=30)
BOARDS = ("lobby", "window", "kiosk")


class Present(Protocol):
    """A connected screen, as far as it matters here."""

    @property
    def name(self) -> str: ...
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
    """The first lobby board that can make a sound is the hall's speaker, until it goes."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._here: list[Present] = []
        self._left: dict[str, datetime] = {}

    def came(self, screen: Present) -> None:
        """A screen connected, or said something new of its sound."""
        if screen not in self._here:
            self._here.append(screen)
        self._left.pop(screen.name, None)

    def went(self, screen: Present) -> None:
        if screen in self._here:
            self._here.remove(screen)
        if screen.dismissed:
            self._left.pop(screen.name, None)
        elif screen.screen in BOARDS and all(other.name != screen.name for other in self._here):
            self._left[screen.name] = self._clock()

    def forget(self, name: str) -> None:
        """No such board is expected any more."""
        self._left.pop(name, None)

    def leader(self, zone: str = "", apart: Collection[str] = ()) -> Mailbox | None:
        """Where calls are sent to be spoken: a zone apart has its own board, all others share one."""
        speaking = [s for s in self._here if s.screen == "lobby" and s.sound == "on"]
        if zone in apart:
            return next((s.box for s in speaking if s.place == zone), None)
        return next((s.box for s in speaking if s.place not in apart), None)

    def absent(self) -> list[str]:
        now = self._clock()
        return [name for name, since in self._left.items() if now - since > AWAY]

    def muted(self) -> list[str]:
        """Boards whose browser keeps them from speaking, while no other board speaks."""
        if self.leader() is not None:
            return []
        return [s.name for s in self._here if s.screen == "lobby" and s.sound == "blocked"]
