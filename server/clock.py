"""The hall's one clock: it follows the machine's while that is believed, and never goes back by itself."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

JUMP = timedelta(seconds=2)
LEAP = timedelta(seconds=60)  # a larger step of the machine's clock is not believed at once
SLOWER = 0.9  # the pace while the machine, a little behind, catches up
AGREE = timedelta(seconds=90)  # so near a screen's own clock has to be
PERSISTS = 60.0  # s the machine must have kept to its new time before those who agree are counted
ALONE = 300.0  # s after which a clock that nobody can confirm or contradict is taken as right
FAR = timedelta(days=366)  # no hall was off for so long
NOT_BEFORE = datetime(2026, 1, 1, tzinfo=UTC)  # this program did not exist before


def _wall() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # the one place


def _steady_clock() -> Callable[[], float]:
    """Seconds of a clock that nobody sets, and that goes on while the machine sleeps where there is one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic if clock is None else partial(time.clock_gettime, clock)


_steady = _steady_clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """A moment at which the hall's time was known to be right, kept for the next start."""

    at: datetime
    boot: str = ""  # which run of the machine
    steady: float = 0.0  # of that run's steady clock, then


class HallClock:
    """The machine's time while that is plausible; else a steady pace of its own from the last such moment.

    `doubt` says how far the machine is off what the hall believes; `sure` whether the hall's own time is
    proven: until then nothing that only the time makes due is done. `settle` is the one way back.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = _wall,
        steady: Callable[[], float] = _steady,
        floor: datetime | None = None,
        leap: timedelta = LEAP,
    ) -> None:
        self._wall, self._steady, self._leap = wall, steady, leap
        self._near = -min(JUMP, leap)
        self._last, self._at = max(wall(), floor) if floor else wall(), steady()
        self.sure = True
        self.began = self._last  # since then, or since it was settled, the hall has gone by this clock
        self._sure_from = self._at
        self._offset: float | None = None  # machine minus steady, while it is not believed
        self._since = self._at  # it has kept to that

    def begin(self, journal: datetime | None, mark: Believed | None, boot: str = "") -> None:
        """Choose the first moment after a start: what is known of the past against what the machine says."""
        wall, steady = self._wall(), self._steady()
        if mark and boot and mark.boot == boot and mark.steady > steady:
            mark = None  # the same run of the machine, but earlier in it: that clock cannot be steady
        same_run = mark is not None and bool(boot) and mark.boot == boot
        if mark and same_run:
            own = mark.at + timedelta(seconds=steady - mark.steady)
            start, sure = (wall if abs(wall - own) <= self._leap else own), True
        else:
            known = max(filter(None, (mark.at if mark else journal, NOT_BEFORE)))
            start, sure = self._after_a_rest(wall, known, is_proven=mark is not None)
        if journal and timedelta(0) < journal - start <= self._leap:
            start = journal
        self._start(start, sure=sure)

    def _after_a_rest(self, wall: datetime, known: datetime, *, is_proven: bool) -> tuple[datetime, bool]:
        """Nobody knows how long the machine was off: what its clock may say, and whether that is proven."""
        if wall < NOT_BEFORE:
            return known, False
        if is_proven and wall < known:
            return known, known - wall <= self._leap
        if known == NOT_BEFORE:
            return wall, True  # nothing is known yet, so nothing can be lost
        if wall - known > FAR:
            return known, False
        return wall, abs(wall - known) <= self._leap

    def _start(self, at: datetime, *, sure: bool) -> None:
        self._last, self._at, self.began = at, self._steady(), at
        self.sure, self._sure_from, self._offset = sure, self._at, None
        self()

    def __call__(self) -> datetime:
        steady, wall = self._steady(), self._wall()
        passed = max(steady - self._at, 0.0)
        own = self._last + timedelta(seconds=passed)
        gap = wall - own
        if (
            self._near <= gap <= self._leap
        ):  # asked several times with each command, and so it nearly always is
            self._offset, self._at = None, steady
            self._last = max(self._last, wall)
            return self._last
        self._watch(gap, wall, steady)
        if abs(gap) > self._leap:
            self._last = own
        elif gap < -JUMP:
            self._last = max(self._last + timedelta(seconds=passed * SLOWER), wall)
        else:
            self._last = max(wall, self._last)
        self._at = steady
        return self._last

    def _watch(self, gap: timedelta, wall: datetime, steady: float) -> None:
        """Note since when the machine has kept to a time that is not believed."""
        if abs(gap) <= self._leap:
            self._offset = None
            return
        offset = wall.timestamp() - steady
        if self._offset is None or abs(offset - self._offset) > JUMP.total_seconds():
            self._offset, self._since = offset, steady

    @property
    def behind(self) -> timedelta:
        """How far the machine's clock is behind the hall's; zero when it is not."""
        gap = self() - self._wall()
        return gap if gap > JUMP else timedelta(0)

    @property
    def doubt(self) -> timedelta:
        """How far the machine is ahead of what is believed, or behind (below zero); zero when they agree."""
        gap = self.machine() - self()
        return gap if self._offset is not None else timedelta(0)

    def machine(self) -> datetime:
        """What the machine itself says, believed or not."""
        return self._wall()

    def believed(self, boot: str) -> Believed:
        return Believed(at=self(), boot=boot, steady=self._steady())

    def trust(self) -> None:
        """Somebody who knows has said that the hall's time is right."""
        self.sure = True

    def settle(self, at: datetime) -> None:
        """Go on from this moment, back or forward: what has been settled is believed."""
        self._start(at, sure=True)

    def heard(self, now: datetime) -> float:
        """What another clock says, to be weighed later: it goes on while the machine's may be set."""
        return now.timestamp() - self._steady()

    def judge(self, heard: Iterable[float]) -> datetime | None:
        """Weigh what others' clocks have said; return the machine's time when it is now to be settled to."""
        self()
        steady, wall = self._steady(), self._wall().timestamp()
        others = [abs(other + steady - wall) for other in heard]
        agree = sum(off <= AGREE.total_seconds() for off in others) * 2 > len(others)
        if self._offset is not None:
            kept_to = steady - self._since >= PERSISTS
            return self._wall() if others and agree and kept_to else None
        if not self.sure and (agree if others else steady - self._sure_from >= ALONE):
            self.sure = True
        return None
