"""The ladder over the hall: which visit has waited past which rung, and which will next (R05, R12). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from server.domain.config.config import USUAL_LADDER, HallConfig, Ladder, Rung
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.kept import kept, same

WAITS = frozenset({TicketState.WAITING, TicketState.FORM_FILLING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A rung that a waiting visit has passed and that is not on record yet."""

    ticket: Ticket
    rung: Rung


def ladder_of(config: HallConfig, service: str, day: date) -> Ladder | None:
    """The newest ladder in force for a service; one of its own before the one for all."""
    in_force = [x for x in config.ladders if x.valid_from <= day]
    own = [x for x in in_force if service in x.services]
    both = own or [x for x in in_force if not x.services]
    return max(both, key=lambda x: x.valid_from, default=None)


def reached(hall: Hall, now: datetime) -> Iterator[Reached]:
    """In the order of the rungs, so that nobody is remedied before being explained to."""
    config, ladders = hall.config, dict[str, tuple[Rung, ...]]()  # of each service
    if config is None:
        return
    today = same(local(config, now).date())
    for ticket in hall.tickets.values():
        if ticket.state in WAITS:
            service = ticket.leg.service
            rungs = ladders.get(service)
            if rungs is None:
                rungs = ladders[service] = rungs_on(config, service, today)
            if rungs and now - ticket.clock_from > timedelta(seconds=rungs[0].after_seconds):
                yield from _of_ticket(hall, ticket, rungs, now)


def _of_ticket(hall: Hall, ticket: Ticket, rungs: tuple[Rung, ...], now: datetime) -> Iterator[Reached]:
    waited, done = now - ticket.clock_from, hall.care.reached.get(ticket.id, ())
    for rung in rungs:
        if waited > timedelta(seconds=rung.after_seconds) and rung.act not in done:
            yield Reached(ticket=ticket, rung=rung)


def rungs_of(hall: Hall, ticket: Ticket, now: datetime) -> tuple[Rung, ...]:
    """Every rung of a visit's ladder; in the usual one the remedy's threshold is the hall's figure (R05)."""
    config = hall.config
    return () if config is None else rungs_on(config, ticket.leg.service, same(local(config, now).date()))


@kept()  # asked for every ticket by every screen
def rungs_on(config: HallConfig, service: str, day: date) -> tuple[Rung, ...]:
    """Those of a service on a day, the first to be reached first."""
    ladder = ladder_of(config, service, day)
    if ladder is None:
        return ()
    rungs, threshold = ladder.rungs, config.figures.remedy_threshold_seconds
    if ladder == USUAL_LADDER:
        rungs = tuple(replace(r, after_seconds=threshold) if r.act == "remedy" else r for r in rungs)
    return tuple(sorted(rungs, key=lambda r: r.after_seconds))


def rung_of(hall: Hall, ticket: Ticket, act: str, now: datetime) -> Rung | None:
    return next((r for r in rungs_of(hall, ticket, now) if r.act == act), None)


def next_rung(hall: Hall, ticket: Ticket, now: datetime) -> tuple[Rung, timedelta] | None:
    """What comes next and in how long, by the clock now. A forward estimate may sharpen it later."""
    waited, done = now - ticket.clock_from, hall.care.reached.get(ticket.id, ())
    for rung in rungs_of(hall, ticket, now):
        left = timedelta(seconds=rung.after_seconds) - waited
        if rung.act not in done and left >= timedelta(0):
            return rung, left
    return None


def next_moment(hall: Hall, now: datetime) -> datetime | None:
    """When the next rung is passed if nothing happens: what a watcher may sleep to."""
    left = (
        rung[1]
        for ticket in hall.tickets.values()
        if ticket.state in WAITS and (rung := next_rung(hall, ticket, now)) is not None
    )
    soonest = min(left, default=None)
    return None if soonest is None else now + soonest
