"""Rules for a service that cannot be had for a while: it ends by somebody's word, or by itself in time."""

import re
from datetime import date, datetime, timedelta

from server.domain.config.hours import local, moment
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import service_of
from server.domain.queue.refusals import REASON_REQUIRED, UNTIL_PAST, UNTIL_TOO_FAR, UNTIL_UNCLEAR

LONGEST = timedelta(days=366)  # what is shut for longer is no suspension but another set-up
# "18:00" is today; another day is written before it.
UNTIL = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[ T])?((?:[01]\d|2[0-3]):[0-5]\d|24:00)", re.ASCII)


def suspend(hall: Hall, command: c.SuspendService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    if not (command.reason.zh or command.reason.en).strip():
        raise REASON_REQUIRED()
    until = command.until.strip()
    return (
        e.ServiceSuspended(
            at=now.at,
            service=service.id,
            reason=command.reason,
            until=until,
            ends_at=_end(hall, until, now.at) if until else None,
        ),
    )


def _end(hall: Hall, until: str, now: datetime) -> datetime:
    config, typed = hall.setup, UNTIL.fullmatch(until)
    if typed is None:
        raise UNTIL_UNCLEAR(until=until)
    try:
        day = date.fromisoformat(typed[1]) if typed[1] else local(config, now).date()
        ends = moment(config, day, typed[2], last=True)
    except (ValueError, OverflowError):
        raise UNTIL_UNCLEAR(until=until) from None
    if ends <= now:
        raise UNTIL_PAST(until=until)
    if ends - now > LONGEST:
        raise UNTIL_TOO_FAR(last=local(config, now + LONGEST).date())
    return ends


def restore(hall: Hall, command: c.RestoreService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    suspension = hall.suspended.get(service.id)
    if suspension is None:
        return ()
    return (e.ServiceRestored(at=now.at, service=service.id, by_itself=not suspension.holds(now.at)),)


def over(hall: Hall, now: datetime) -> tuple[str, ...]:
    """The services whose suspension has run its time."""
    return tuple(service for service, s in hall.suspended.items() if not s.holds(now))
