"""Where a waiting ticket stands on the ladder of its wait: what is on record, and what comes next when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.care.ladder import rungs_on
from server.domain.care.nouns import RemedyCase
from server.domain.config.config import Rung
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket
from server.domain.kept import kept, same


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLadder:
    """What is on record of a waiting ticket's ladder, and what comes next when."""

    reached: tuple[str, ...]
    next_act: str
    next_at: datetime | None
    case: str


class Ladders:
    """The ladders of waiting tickets, looked at in one moment."""

    def __init__(self, hall: Hall, now: datetime) -> None:
        self._care, self._config, self._now = hall.care, hall.setup, now
        self._today = same(local(self._config, now).date())
        self._rungs: dict[str, tuple[Rung, ...]] = {}  # of a service

    def of(self, ticket: Ticket) -> OnLadder:
        care, service = self._care, ticket.leg.service
        rungs = self._rungs.get(service)
        if rungs is None:
            rungs = self._rungs[service] = rungs_on(self._config, service, self._today)
        steps = _steps(ticket, rungs, care.reached.get(ticket.id), care.cases.get(ticket.id))
        until, shown = steps[0]
        if until is None or self._now <= until:
            return shown
        return next(shown for until, shown in steps[1:] if until is None or self._now <= until)


@kept()
def _steps(
    ticket: Ticket, rungs: tuple[Rung, ...], reached: tuple[str, ...] | None, case: RemedyCase | None
) -> tuple[tuple[datetime | None, OnLadder], ...]:
    """What the time alone makes of it: until when it is so, and how."""
    done = reached or ()
    steps: list[tuple[datetime | None, OnLadder]] = []
    for rung in (*(r for r in rungs if r.act not in done), None):
        # From the visit's clock, not from now: the same until something happens.
        until = ticket.clock_from + timedelta(seconds=rung.after_seconds) if rung else None
        act, state = rung.act if rung else "", case.state if case else ""
        steps.append((until, OnLadder(reached=done, next_act=act, next_at=until, case=state)))
    return tuple(steps)
