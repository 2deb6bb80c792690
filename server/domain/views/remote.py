"""What is seen of numbers from home: on the holder's phone, on the hall's own page, and at the door."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.codes import code_of
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.remote.keeping import away, kept_until


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalView:
    """How a number from home is confirmed; `until` is null while somebody in the hall is before it."""

    code: str  # its own, for a kiosk
    until: datetime | None
    passed: bool  # its turn is over: it is let in behind the next few
    by_network: bool  # the hall's Wi-Fi is proof


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteNow:
    """Who may take a number from home now: of these businesses, so many more."""

    services: tuple[str, ...]
    left: int
    arrive_minutes: int  # it is kept so long at least
    grace_minutes: int  # and so long once its turn has come


def arrival_view(hall: Hall, ticket: Ticket) -> ArrivalView | None:
    taken = hall.remote.taken.get(ticket.id)
    if ticket.state is not TicketState.AWAY or taken is None:
        return None
    return ArrivalView(
        code=code_of(ticket.token),
        until=kept_until(hall, taken),
        passed=taken.passed,
        by_network=bool(hall.setup.hall_networks.strip()),
    )


def remote_now(hall: Hall) -> RemoteNow | None:
    """None in a hall that gives none."""
    config = hall.setup
    figures = config.figures
    if not figures.remote_numbers:
        return None
    return RemoteNow(
        services=tuple(s.id for s in config.services if s.entry.remote),
        left=max(figures.remote_at_once - sum(1 for _ in away(hall)), 0),
        arrive_minutes=figures.remote_arrive_seconds // 60,
        grace_minutes=figures.remote_grace_seconds // 60,
    )


def door_code(hall: Hall) -> str:
    """For who stands in the hall; "" where nobody needs one."""
    door = hall.remote.door
    return door.code if door and hall.setup.figures.remote_numbers else ""
