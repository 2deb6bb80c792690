"""Halls with a line in them, built from the constructors."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from server.domain.config.config import CounterPlace, HallConfig, Profile, Queue, Service, Zone
from server.domain.hall import Counter, CounterState, Hall, Leg, PriorityClass, Ticket, TicketState
from server.domain.text import Text

NOW = datetime(2024, 7, 2, 2, 2, tzinfo=UTC)  # 10:02 in the hall
NAME = Text("名", "Name")
SECONDS = {"A": 180, "B": 1020, "C": 660, "D": 240}
AT_WORK = {CounterState.SERVING: TicketState.SERVING, CounterState.CALLING: TicketState.CALLED}


def hall(
    counters: Mapping[str, str],
    line: Sequence[Ticket] = (),
    seconds: Mapping[str, int] = SECONDS,
    **more: Any,
) -> Hall:
    """A hall of idle counters and what they call: `{"1": "AD", "5": "B+A"}`, helped queues after the plus."""
    profiles = {spelled: spelled.partition("+") for spelled in counters.values()}
    config = HallConfig(
        name=NAME,
        industry="power",
        zones=(Zone(id="main", name=NAME),),
        queues=tuple(Queue(id=q, letter=q, name=NAME, zone="main") for q in seconds),
        services=tuple(Service(id=q, name=NAME, queue=q, standard_seconds=s) for q, s in seconds.items()),
        profiles=tuple(
            Profile(id=spelled, name=NAME, queues=tuple(own), helps=tuple(helps))
            for spelled, (own, _, helps) in profiles.items()
        ),
        counters=tuple(CounterPlace(id=i, name=NAME, zone="main", profile=p) for i, p in counters.items()),
    )
    idle = {
        i: Counter(id=i, state=CounterState.OPEN_IDLE, profile=p, staff=f"s{i}") for i, p in counters.items()
    }
    return Hall(config=config, tickets={t.id: t for t in line}, counters=idle, **more)


def ticket(queue: str, ordinal: int, *, minutes_ago: float = 0, **more: Any) -> Ticket:
    at = NOW - timedelta(minutes=minutes_ago)
    standing = Ticket(
        id=f"{queue}{ordinal:03}",
        token="",
        number=f"{queue}{ordinal:03}",
        ordinal=ordinal,
        issued_at=at,
        channel="kiosk",
        service=queue,
        language="zh",
        segment="",
        priority=PriorityClass.ORDINARY,
        priority_reason="",
        state=TicketState.WAITING,
        since=at,
        place_at=at,
        clock_from=at,
        leg=Leg(service=queue, queue=queue, entered_at=at),
    )
    return replace(standing, **more)


def line(queue: str, n: int, *, first: int = 1) -> list[Ticket]:
    """The first of them came longest ago."""
    return [ticket(queue, first + i, minutes_ago=n - i) for i in range(n)]


def busy(
    hall: Hall, counter: str, queue: str, left: float, state: CounterState = CounterState.SERVING
) -> Hall:
    """The hall with a customer at the counter, who needs so many seconds more."""
    began = NOW - timedelta(seconds=SECONDS[queue] - left)
    leg = Leg(service=queue, queue=queue, entered_at=began, started_at=began, counter=counter)
    here = replace(ticket(queue, 900 + len(hall.tickets)), state=AT_WORK[state], leg=leg)
    counters = {**hall.counters, counter: replace(hall.counters[counter], state=state, ticket=here.id)}
    return replace(hall, tickets={**hall.tickets, here.id: here}, counters=counters)


def with_counter(hall: Hall, counter: str, **changed: Any) -> Hall:
    return replace(hall, counters={**hall.counters, counter: replace(hall.counters[counter], **changed)})
