"""Halls and stories for tests: the acceptance hall's set-up, and a script that drives it in hall words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.domain.command import Command
from server.domain.config.config import CounterPlace, HallConfig, Profile, Queue, Service, Zone
from server.domain.config.figures import Figures
from server.domain.config.pieces.calendar import Hours
from server.domain.decide import decide
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.hall import Counter, Hall, PriorityClass, Ticket
from server.domain.line import Now, Pick, nobody_foresees
from server.domain.promises.nouns import Foresight
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.routing import fair_share

MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 09:00 in the hall
ZONE = ZoneInfo("Asia/Shanghai")
PRIORITY = PriorityClass.PRIORITY

ZONES = (Zone(id="east", name=Text("东区", "East")), Zone(id="west", name=Text("西区", "West")))
QUEUES = (
    Queue(id="A", letter="A", name=Text("缴费", "Bills"), zone="east"),
    Queue(id="B", letter="B", name=Text("新装", "New supply"), zone="west"),
    Queue(id="C", letter="C", name=Text("过户", "Change of name"), zone="west"),
    Queue(id="D", letter="D", name=Text("咨询", "Advice"), zone="east"),
    Queue(id="F", letter="F", name=Text("高压", "High voltage"), zone="west"),
)
PROOF = Text("产权证", "Proof of ownership")
SERVICES = (
    Service(id="bill", name=Text("缴费", "Pay a bill"), queue="A", standard_seconds=180),
    Service(id="invoice", name=Text("开票", "Invoice"), queue="A", standard_seconds=120),
    Service(
        id="install", name=Text("新装", "New supply"), queue="B", standard_seconds=1200, mean_seconds=1020
    ),
    Service(
        id="change",
        name=Text("过户", "Change of name"),
        queue="C",
        standard_seconds=720,
        mean_seconds=660,
        materials=(PROOF,),
    ),
    Service(id="advice", name=Text("咨询", "Advice"), queue="D", standard_seconds=240),
    Service(id="complex", name=Text("高压新装", "High voltage"), queue="F", standard_seconds=2400),
)
PROFILES = (
    Profile(id="quick", name=Text("缴费咨询", "Bills and advice"), queues=("A", "D")),
    Profile(id="all", name=Text("一柜通", "All services"), queues=("A", "B", "C", "D")),
    Profile(id="business", name=Text("业务", "Business"), queues=("B", "C")),
    Profile(id="complex", name=Text("高压专席", "High voltage only"), queues=("F",), helps=("B",)),
    Profile(id="bills", name=Text("缴费", "Bills only"), queues=("A",)),
)
FURNITURE = {"1": "quick", "2": "quick", "3": "all", "4": "business", "5": "complex", "6": "bills"}
COUNTERS = tuple(
    CounterPlace(
        id=i,
        name=Text(f"{i} 号窗口", f"Counter {i}"),
        zone="east" if i in "126" else "west",
        profile=profile,
        floating=i == "6",
        dedicated=i == "5",
    )
    for i, profile in FURNITURE.items()
)


def a_config(**changes: Any) -> HallConfig:
    """The acceptance hall: counters 1, 2 {A,D}, 3 {A,B,C,D}, 4 {B,C}, 5 {F, helps B}, 6 floating {A}."""
    config = HallConfig(
        name=Text("示范营业厅", "Model hall"),
        industry="power",
        hours=Hours(opens="08:30", closes="16:30"),
        zones=ZONES,
        queues=QUEUES,
        services=SERVICES,
        profiles=PROFILES,
        counters=COUNTERS,
    )
    return replace(config, **changes)


def with_figures(**figures: Any) -> HallConfig:
    return a_config(figures=Figures(**figures))


def a_hall(*working: str, at: datetime = MORNING, config: HallConfig | None = None) -> Hall:
    """A hall that is set up, with these counters open; counter 3 is worked by `s3`."""
    return Story(*working, at=at, config=config).hall


class Story:
    """A hall, a clock moved by hand and a routing policy; reads as a script of what people do."""

    def __init__(
        self,
        *working: str,
        at: datetime = MORNING,
        config: HallConfig | None = None,
        pick: Pick = fair_share.pick,
        empty: bool = False,
    ) -> None:
        self.hall, self.now, self.pick = Hall(), at, pick
        self.log: list[Event] = []
        self.sure = True  # of the time
        self.foresee: Callable[[], Foresight | None] = nobody_foresees
        self.named = 0
        if not empty:
            self.do(ConfigureHall(config=config or a_config()))
        for counter in working:
            self.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))

    def do(self, command: Command) -> tuple[Event, ...]:
        """Ask for it and let it happen; a refusal changes nothing."""
        self.named += 1
        new = f"t{self.named}"
        now = Now(
            at=self.now,
            new_id=new,
            new_token=f"token-{new}",
            pick=self.pick,
            sure=self.sure,
            foresee=self.foresee,
        )
        events = decide(self.hall, command, now)
        self.hall = reduce(evolve, events, self.hall)
        self.log += events
        return events

    def refused(self, command: Command) -> str:
        """The code it is refused with; the hall stays the very same value."""
        before = self.hall
        with pytest.raises(Refused) as refusal:
            self.do(command)
        assert self.hall is before
        return refusal.value.code

    def later(self, *, seconds: float = 0, minutes: float = 0, days: float = 0) -> "Story":
        self.now += timedelta(seconds=seconds, minutes=minutes, days=days)
        return self

    def at(self, clock: str) -> "Story":
        """Move to that hall time of the same day; "10:22:01" or "10:22"."""
        hour, minute, second = (int(part) for part in (clock + ":0").split(":")[:3])
        local = self.now.astimezone(ZONE).replace(hour=hour, minute=minute, second=second)
        self.now = local.astimezone(UTC)
        return self

    def issue(self, service: str = "bill", **asked: Any) -> str:
        """Take a number; the ticket's id."""
        self.do(c.IssueTicket(service=service, **asked))
        return f"t{self.named}"

    def issue_many(self, n: int, service: str = "bill", *, every: float = 1) -> list[str]:
        return [self.later(seconds=every).issue(service) for _ in range(n)]

    def call(self, counter: str = "1") -> str:
        """Call next at the counter; the number called."""
        self.do(c.CallNext(counter=counter))
        return self.at_counter(counter).number

    def call_and_start(self, counter: str = "1") -> str:
        number = self.call(counter)
        self.do(c.StartService(counter=counter))
        return number

    def serve(self, counter: str = "1", *, seconds: float = 60) -> str:
        """Call, serve and finish one customer; the number."""
        number = self.call_and_start(counter)
        self.later(seconds=seconds).do(c.FinishTicket(counter=counter))
        return number

    def ticket(self, ticket: str) -> Ticket:
        found = self.hall.ticket(ticket)
        assert found is not None
        return found

    def numbered(self, number: str) -> Ticket:
        return next(t for t in (*self.hall.tickets.values(), *self.hall.ended.values()) if t.number == number)

    def counter(self, counter: str) -> Counter:
        return self.hall.counters[counter]

    def at_counter(self, counter: str) -> Ticket:
        return self.hall.tickets[self.hall.counters[counter].ticket or "nobody"]


def names(events: Iterable[Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def leaves(view: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Every field of a view that holds a plain value, however deep, as (name of the field, value)."""
    if is_dataclass(view):
        for field in fields(view):
            yield from leaves(getattr(view, field.name), field.name)
    elif isinstance(view, Mapping):
        for key, value in view.items():
            yield from leaves(value, str(key))
    elif isinstance(view, (tuple, list, set, frozenset)):
        for value in view:
            yield from leaves(value, name)
    else:
        yield name, view
