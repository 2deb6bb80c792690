"""Which times of a day can be promised, and how many: from counters and usual times, most kept for walk-ins.

A slot's room is counter time: what the counters that call the business's queue have in it, of which the hall
promises a share. Queues whose counters are shared promise together no more than those counters have. One
appointment always fits where nobody has any yet, so that long businesses can be booked, too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.domain.appointments.nouns import Appointment, Standing
from server.domain.config.config import HallConfig
from server.domain.config.hours import day_plan, local, lunch_within, moment
from server.domain.config.pieces.business import Service

TAKES_ROOM = frozenset({Standing.BOOKED, Standing.CHECKED_IN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time that can be promised; `free` more appointments fit."""

    at: datetime
    free: int


def slots_of(
    config: HallConfig, service: Service, day: date, booked: Iterable[Appointment], now: datetime
) -> tuple[Slot, ...]:
    """The slots of a day that have not begun yet, full ones, too; none where the business is not booked."""
    if not bookable(config, service, day, now):
        return ()
    taken = [a for a in booked if a.standing in TAKES_ROOM]
    due = due_at(service, now)
    return tuple(
        Slot(at=at, free=_free(config, service, [a for a in taken if a.slot == at]))
        for at in _times(config, day)
        if at > now and (due is None or at <= due)
    )


def due_at(service: Service, booked_at: datetime) -> datetime | None:
    """Until when the hall promises to have come or to have done it, of a booking (B06, K05)."""
    hours = service.entry.due_hours
    return booked_at + timedelta(hours=hours) if hours else None


def booking_days(config: HallConfig, now: datetime) -> tuple[date, ...]:
    """From today as far ahead as the hall promises, without the days it is shut."""
    today = local(config, now).date()
    ahead = (today + timedelta(days=n) for n in range(config.figures.appointment_days + 1))
    return tuple(day for day in ahead if day_plan(config, day).hours is not None)


def bookable(config: HallConfig, service: Service, day: date, now: datetime) -> bool:
    """Whether the business is by appointment on that day, as far ahead as the hall promises."""
    ahead = (day - local(config, now).date()).days
    return service.entry.booked and 0 <= ahead <= config.figures.appointment_days


def _times(config: HallConfig, day: date) -> Iterator[datetime]:
    hours = day_plan(config, day).hours
    if hours is None:
        return
    lunch, step = lunch_within(config, hours), timedelta(seconds=config.figures.appointment_slot_seconds)
    at, end = moment(config, day, hours.opens), moment(config, day, hours.closes)
    while at + step <= end:
        if (
            lunch is None
            or at + step <= moment(config, day, lunch.begins)
            or at >= moment(config, day, lunch.ends)
        ):
            yield at
        at += step


def _free(config: HallConfig, service: Service, taken: list[Appointment]) -> int:
    group = config.group_of[service.queue]
    queue_of = {s.id: s.queue for s in config.services}
    in_group = [a for a in taken if queue_of.get(a.service) in group]
    in_queue = [a for a in in_group if queue_of[a.service] == service.queue]
    room = min(
        _room(config, frozenset({service.queue})) - _used(config, in_queue),
        _room(config, group) - _used(config, in_group),
    )
    fits = max(room // service.usual_seconds, 0)
    return max(fits, 1) if not in_queue and _room(config, frozenset({service.queue})) else fits


def _room(config: HallConfig, queues: frozenset[str]) -> int:
    """Seconds of counters that call any of these queues which may be promised in one slot."""
    calling = [
        c
        for c in config.counters
        if not c.floating and not queues.isdisjoint(config.profile[c.profile].queues)
    ]
    figures = config.figures
    return int(len(calling) * figures.appointment_slot_seconds * figures.appointment_share)


def _used(config: HallConfig, appointments: Iterable[Appointment]) -> int:
    return sum(config.service[a.service].usual_seconds for a in appointments if a.service in config.service)
