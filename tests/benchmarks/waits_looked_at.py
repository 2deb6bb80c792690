"""Days on which the hall promises by its own rules, a look a minute: what moves and holds, who is warned."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from server.domain.promises.commands import LookAhead
from server.domain.promises.events import LineAtRisk, RiskOver, WaitPromised
from server.domain.promises.levels import LEVELS, Level, ends_of
from server.domain.promises.nouns import Promises
from server.domain.views.parts import wait_view
from server.insight.forward.board import board_of
from server.insight.forward.foresee import foresee
from server.insight.forward.habits import Habits
from server.insight.forward.plan import planned
from server.routing import fair_share
from tests.benchmarks.waits_hall import Day

THRESHOLD, AT_RISK, AHEAD = 1200.0, 0.6, 600.0
LASTS = 1200.0  # behind its last minute an episode still speaks of who stood in line by then


@dataclass(kw_only=True)
class Said:
    """The first promise of one who was called; seconds from then."""

    low: float
    high: float
    until: float
    middle: float
    real: float


@dataclass(frozen=True, kw_only=True)
class Episode:
    """A queue at risk: from the alert until it stayed calm, seconds of the day."""

    queue: str
    begins: float
    ends: float

    def speaks_of(self, line: float, *, ahead: float = 0.0) -> bool:
        """Of one who passes the threshold at `line`, so long after the alert."""
        return self.begins + ahead <= line <= self.ends + LASTS


@dataclass(kw_only=True)
class Looked:
    """By day and ticket. `lines`: when those pass the threshold who do, and of which queue they are."""

    looked: set[str] = field(default_factory=set)
    rose: set[str] = field(default_factory=set)  # the middle future as it would be shown, by over a band
    moved: set[str] = field(default_factory=set)  # the minute promised, by over a band
    renewed: int = 0
    said: list[Said] = field(default_factory=list)
    warned: dict[str, float] = field(default_factory=dict)  # s before the threshold
    late: set[str] = field(default_factory=set)
    episodes: int = 0
    true: int = 0  # of them, somebody passed the threshold
    ahead: set[str] = field(default_factory=set)  # who did, and it was said ten minutes before
    levels: tuple[Level, ...] = LEVELS


def band(seconds: float) -> float:
    return 300 if seconds > 600 else 60


def look_at(number: int, habits: Callable[[float], Habits], looked: Looked) -> None:
    day, shown = Day(number), dict[str, int]()
    day.hall = replace(day.hall, promises=Promises(levels=looked.levels))

    def minute() -> None:
        figures = day.hall.setup.figures
        board = board_of(day.hall, day.now, fair_share.order(figures), planned(day.hall, day.now, day.roster))
        ends = ends_of(day.hall.promises.levels)
        seen = foresee(board, habits(day.at), THRESHOLD, ends=ends)
        day.foresight = replace(seen, joins={})  # by the next minute it would be old
        day.do(LookAhead())
        for ticket, ahead in seen.tickets.items():
            if ticket in day.called:  # sent on: another leg
                continue
            middle = ahead.middle or 0.0
            key, now = f"{number}/{ticket}", wait_view(middle).minutes
            looked.looked.add(key)
            if now > shown.get(ticket, now) + band(middle) / 60:
                looked.rose.add(key)
            shown[ticket] = now
            left = THRESHOLD - (day.at - day.taken[ticket])
            if ahead.over >= AT_RISK and left > 0:
                looked.warned.setdefault(key, left)

    day.minute = minute
    day.live()
    looked.levels = day.hall.promises.levels
    _promises(day, number, looked)
    _lines(day, number, looked)


def _promises(day: Day, number: int, looked: Looked) -> None:
    latest = dict[str, float]()
    for promise in day.promised:
        at = (promise.at - day.opens).total_seconds()
        if promise.ticket in day.called and day.called[promise.ticket] < at:
            continue  # sent on
        until = at + promise.until
        if promise.version > 1:
            looked.renewed += 1
            assert promise.why != "first"  # nobody is told anew without a reason
            if until > latest[promise.ticket] + band(promise.until):
                looked.moved.add(f"{number}/{promise.ticket}")
        elif promise.ticket in day.called:
            looked.said.append(_said(promise, day.called[promise.ticket] - at))
        latest[promise.ticket] = until


def _said(promise: WaitPromised, real: float) -> Said:
    return Said(
        low=promise.low, high=promise.high, until=promise.until, middle=promise.middle or 0.0, real=real
    )


def _lines(day: Day, number: int, looked: Looked) -> None:
    """Who passed the threshold, and whether it was said of their queue."""
    ended = max(day.called.values())
    queue = _queues(day)
    lines = {t: at + THRESHOLD for t, at in day.taken.items() if day.called.get(t, ended) - at > THRESHOLD}
    lines = {t: line for t, line in lines.items() if f"{number}/{t}" in looked.looked}
    looked.late |= {f"{number}/{t}" for t in lines}
    episodes = list(_episodes(day))
    looked.episodes += len(episodes)
    for one in episodes:
        looked.true += any(queue[t] == one.queue and one.speaks_of(line) for t, line in lines.items())
    for ticket, line in lines.items():
        if any(e.queue == queue[ticket] and e.speaks_of(line, ahead=AHEAD) for e in episodes):
            looked.ahead.add(f"{number}/{ticket}")


def _queues(day: Day) -> Mapping[str, str]:
    """Where each waited first."""
    return {e.ticket: e.queue for e in reversed(day.promised)}


def _episodes(day: Day) -> Iterator[Episode]:
    calm = timedelta(seconds=day.hall.setup.figures.risk_calm_seconds)
    begun = dict[str, float]()
    for event in day.log:
        at = (event.at - day.opens).total_seconds()
        if isinstance(event, LineAtRisk):
            begun.setdefault(event.queue, at)
        elif isinstance(event, RiskOver):
            ends = at - calm.total_seconds()
            yield Episode(queue=event.queue, begins=begun.pop(event.queue), ends=ends)
    for queue, at in begun.items():
        yield Episode(queue=queue, begins=at, ends=day.at)
