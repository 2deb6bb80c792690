"""When each counter was open on a day, and when it paused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from server.domain.queue import events as e
from server.insight.learning.lived import Lived, Turn, Worked

PAUSED = "paused"
MINUTES = 24 * 60
LEAVES = 30 * 60.0  # s: whoever pauses for longer was not there


@dataclass(slots=True)
class _Desk:
    staff: str = ""
    profile: str = ""
    opened: datetime | None = None
    paused: tuple[str, datetime] | None = None
    turn: Turn | None = None


@dataclass(slots=True)
class Desks:
    """Writes into a day's observations."""

    lived: Lived
    zone: tzinfo
    _desks: dict[str, _Desk] = field(default_factory=dict)

    def see(self, event: e.CounterMoved | e.ProfileChanged) -> None:
        if (step := COUNTERS.get(type(event))) is not None:
            step(self, event)

    def calls(self, turn: Turn) -> None:
        desk = self._desk(turn.counter)
        desk.staff, desk.turn = turn.staff, turn

    def forget(self) -> None:
        """What has begun; they stay open."""
        for desk in self._desks.values():
            desk.turn, desk.paused = None, None

    def shut_all(self) -> None:
        """The day is over."""
        for counter, desk in self._desks.items():
            self._shut(counter, desk, None)

    def _desk(self, counter: str) -> _Desk:
        """One that nobody has seen open has been open since before the day."""
        desk = self._desks.get(counter)
        if desk is None:
            day = self.lived.day
            midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
            desk = self._desks[counter] = _Desk(opened=midnight)
        return desk

    def _opened(self, event: e.CounterOpened) -> None:
        if (before := self._desks.get(event.counter)) is not None:
            self._shut(event.counter, before, event.at)
        self._desks[event.counter] = _Desk(event.staff, event.profile, event.at)

    def _closed(self, event: e.CounterClosed) -> None:
        desk = self._desk(event.counter)
        desk.turn = None
        self._shut(event.counter, desk, event.at)

    def _paused(self, event: e.CounterPaused) -> None:
        desk = self._desk(event.counter)
        if desk.turn is not None:
            desk.turn.rested = True
        desk.turn, desk.paused = None, (event.reason, event.at)

    def _resumed(self, event: e.CounterResumed) -> None:
        desk = self._desk(event.counter)
        if desk.paused is None:
            desk.opened = event.at  # paused since before the day
            return
        (reason, since), desk.paused = desk.paused, None
        seconds = (event.at - since).total_seconds()
        self.lived.was_away(PAUSED, reason, seconds)
        if seconds >= LEAVES:
            self._shut(event.counter, desk, since)
            desk.opened = event.at

    def _profile(self, event: e.ProfileChanged) -> None:
        desk = self._desks.get(event.counter)
        if desk is None:
            return
        if desk.opened is not None and desk.paused is None:
            self._shut(event.counter, desk, event.at)
            desk.opened = event.at
        desk.profile = event.profile

    def _shut(self, counter: str, desk: _Desk, at: datetime | None) -> None:
        """`at`: None at the end of the day."""
        if desk.opened is None:
            return
        if desk.paused and (at is None or (at - desk.paused[1]).total_seconds() >= LEAVES):
            at = desk.paused[1]
        opens, closes = self._minute(desk.opened), MINUTES if at is None else self._minute(at)
        if opens < closes:
            self.lived.worked.append(
                Worked(
                    day=self.lived.day,
                    counter=counter,
                    opens=opens,
                    closes=closes,
                    profile=desk.profile,
                    staff=desk.staff,
                )
            )
        desk.opened, desk.paused = None, None

    def _minute(self, at: datetime) -> int:
        wall = at.astimezone(self.zone)
        days = (wall.date() - self.lived.day).days
        return min(max(days * MINUTES + wall.hour * 60 + wall.minute, 0), MINUTES)


COUNTERS: Mapping[type[object], Callable[[Desks, Any], None]] = {
    e.CounterOpened: Desks._opened,
    e.CounterClosed: Desks._closed,
    e.CounterPaused: Desks._paused,
    e.CounterResumed: Desks._resumed,
    e.ProfileChanged: Desks._profile,
}
