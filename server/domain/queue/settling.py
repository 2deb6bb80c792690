"""When the hall's clock is settled: the rule, and how a journal's times go on from another moment."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.midnight import back_to

NOTHING = timedelta(seconds=2)  # off by less, the clock agrees
# Promises for later (plans, the end of a suspension) stay as they were said, and what a copy knew; all else
# of the hall tells when something was.
STAYS = frozenset({"at", "config", "plans", "suspended", "restored"})


def settle(hall: Hall, command: c.SettleClock, now: Now) -> tuple[Event, ...]:
    """A person's word is kept on record even where nothing moves: from then on the time is proven."""
    at = _moment(command.to) or now.at
    if abs(at - now.at) < NOTHING and not command.by:
        return ()
    since = _moment(command.since) or at
    return (e.ClockSettled(at=at, was=now.at, since=since, by=command.by),)


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def settled(hall: Hall, event: e.ClockSettled) -> Hall:
    """Waits stay what they were by the hall's own pace, and nothing lies in the time to come."""
    move = event.at - event.was

    def moved(moment: datetime) -> datetime:
        return min(moment + move if moment >= event.since else moment, event.at)

    timed = (name for name in _names(Hall) if name not in STAYS)
    hall = replace(hall, **{name: _moved(getattr(hall, name), moved) for name in timed})
    if hall.config is not None:
        hall = back_to(hall, local(hall.config, event.at).date())
    return replace(hall, epoch=hall.epoch + 1)


def _moved(value: Any, moved: Callable[[datetime], datetime]) -> Any:
    """The same value with every moment in it moved."""
    if isinstance(value, datetime):
        return moved(value)
    if isinstance(value, Mapping):
        return {key: _moved(part, moved) for key, part in value.items()}
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_moved(part, moved) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{n: _moved(getattr(value, n), moved) for n in _names(type(value))})
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
