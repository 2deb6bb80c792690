"""What a hall is made of before anybody comes: zones, queues, services, profiles, counters, hours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from server.domain.figures import Figures
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A named part of the hall that slips, displays and the voice can name (O41)."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A line of customers; it owns one number series, `letter` + ordinal."""

    id: str
    letter: str
    name: Text
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EChannel:
    """Another way to do a business without waiting (Q17)."""

    name: Text
    url: str = ""
    hint: Text = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A business a customer comes for; it belongs to one queue when the number is taken."""

    id: str
    name: Text
    queue: str
    standard_seconds: int  # Q34: the time a clerk should need
    mean_seconds: int = 0  # the usual time, for estimates before the hall has its own; 0: as standard
    materials: tuple[Text, ...] = ()
    e_channels: tuple[EChannel, ...] = ()
    note: Text = Text("", "")
    fee: Text = Text("", "")

    @property
    def usual_seconds(self) -> int:
        return self.mean_seconds or self.standard_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a counter calls (Q26): its own queues, and those it helps only when its own are empty (Q18)."""

    id: str
    name: Text
    queues: tuple[str, ...]
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPlace:
    """A counter as furniture: where it stands and what it does when it opens."""

    id: str
    name: Text  # "3 号窗口" / "Counter 3", or a room's name
    zone: str
    profile: str
    floating: bool = False  # Q09: opened on a tablet where it is needed
    dedicated: bool = False  # Q18: named as 专席 on its window display


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours of every day, "HH:MM" in hall time; a hall without hours is open round the clock."""

    opens: str
    closes: str


@dataclass(frozen=True, kw_only=True)
class HallConfig:
    """A hall's whole set-up as one value."""

    name: Text
    industry: str
    phone: str = ""
    timezone: str = "Asia/Shanghai"
    hours: Hours | None = None
    demo: bool = False
    figures: Figures = field(default_factory=Figures)
    routing: str = "fair_share"
    zones: tuple[Zone, ...] = ()
    queues: tuple[Queue, ...] = ()
    services: tuple[Service, ...] = ()
    profiles: tuple[Profile, ...] = ()
    counters: tuple[CounterPlace, ...] = ()

    @cached_property
    def zone(self) -> Mapping[str, Zone]:
        return {z.id: z for z in self.zones}

    @cached_property
    def queue(self) -> Mapping[str, Queue]:
        return {q.id: q for q in self.queues}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        return {s.id: s for s in self.services}

    @cached_property
    def profile(self) -> Mapping[str, Profile]:
        return {p.id: p for p in self.profiles}

    @cached_property
    def counter(self) -> Mapping[str, CounterPlace]:
        return {c.id: c for c in self.counters}

    @cached_property
    def group_of(self) -> Mapping[str, frozenset[str]]:
        """For each queue, the queues tied to it by a profile that calls both (a counter group, 3.3)."""
        groups = {q.id: frozenset({q.id}) for q in self.queues}
        for profile in self.profiles:
            tied = frozenset().union(*(groups[q] for q in (*profile.queues, *profile.helps)))
            groups |= dict.fromkeys(tied, tied)
        return groups
