"""What a hall is made of before anybody comes: zones, queues, services, profiles, counters, hours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from server.domain.config.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.config.equipment import PrinterConfig, SlipTemplate, VoiceConfig
from server.domain.config.figures import Figures
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A named part of the hall that slips, displays and the voice can name (O41)."""

    id: str
    name: Text
    area: Area | None = None  # on the hall's map
    speaks_apart: bool = False  # has a speaker of its own, which says its counters' calls and no others
    speaker: str = ""  # the server's sound device for it; empty: a board in the zone speaks


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
    room: bool = False  # a room with a door, called by its name
    spot: Spot | None = None  # on the hall's map


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step of the ladder: strictly more than `after_seconds` of waiting earns `act`, once a visit."""

    act: str  # a file of `server/remedies/`
    after_seconds: int
    tells: tuple[str, ...]  # roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """R12, as data. `services` empty: for all that have no ladder of their own; `valid_from` in hall days."""

    rungs: tuple[Rung, ...]
    services: tuple[str, ...] = ()
    valid_from: date = date(2000, 1, 1)


USUAL_LADDER = Ladder(
    rungs=(
        Rung(act="explain", after_seconds=600, tells=("guide",)),
        Rung(act="pre_alert", after_seconds=900, tells=("team_leader",)),
        Rung(act="remedy", after_seconds=1200, tells=("guide", "team_leader", "counter")),
        Rung(act="call_manager", after_seconds=1800, tells=("hall_manager",)),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftItem:
    """What a remedy may hand over (R07); money in fen."""

    id: str
    name: Text
    unit_cost_fen: int
    stock: int
    alert_below: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What staff say at a moment (R02, R06), versioned; the newest in force is shown."""

    moment: str  # "explain", "water", "remedy"
    version: int
    text: Text
    effective_from: date = date(2000, 1, 1)


USUAL_PEAK = (Hours(opens="09:30", closes="11:30"), Hours(opens="14:00", closes="16:00"))
USUAL_GIFTS = (
    GiftItem(id="tissues", name=Text("手帕纸", "Tissues"), unit_cost_fen=150, stock=40),
    GiftItem(id="wipes", name=Text("湿巾", "Wet wipes"), unit_cost_fen=180, stock=40),
    GiftItem(id="pen", name=Text("签字笔", "Pen"), unit_cost_fen=100, stock=40),
)
USUAL_SCRIPTS = (
    Script(
        moment="explain",
        version=1,
        text=Text(
            "您好，今天办理的客户较多，您前面还有 {ahead} 位，预计还需 {wait}，请您在等候区休息。",
            "Hello, it is busy today: {ahead} before you, about {wait}. Please have a seat.",
        ),
    ),
    Script(
        moment="water",
        version=1,
        text=Text("您好，让您久等了，请先喝杯水。", "Thank you for waiting. Please have some water."),
    ),
    Script(
        moment="remedy",
        version=1,
        text=Text(
            "您好，让您等了这么久，非常抱歉。这是我们的一点心意，请您收下。",
            "We are very sorry for the long wait. Please accept this small gift.",
        ),
    ),
)


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
    key_hall: bool = False  # Q07: a hall whose waits are watched closely
    remedies: bool | None = True  # gap 12: on for all halls; None: by the rule, on for key halls only
    ladders: tuple[Ladder, ...] = (USUAL_LADDER,)
    gifts: tuple[GiftItem, ...] = USUAL_GIFTS
    scripts: tuple[Script, ...] = USUAL_SCRIPTS
    peak_days: tuple[date, ...] = ()  # Q05, beside month start and end
    peak_hours: tuple[Hours, ...] = (
        Hours(opens="09:30", closes="11:30"),
        Hours(opens="14:00", closes="16:00"),
    )
    remedy_share: float = 1.0  # R09: below 1 a lot decides who of the overdue is remedied (randomised launch)
    lunch: Break | None = None
    weekdays: tuple[Weekday, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    printers: tuple[PrinterConfig, ...] = ()
    slip: SlipTemplate = SlipTemplate()
    voice: VoiceConfig = VoiceConfig()
    layouts: tuple[BoardLayout, ...] = ()
    media: tuple[Medium, ...] = ()
    notices: tuple[Notice, ...] = ()
    strips: tuple[Strip, ...] = ()

    @property
    def remedies_on(self) -> bool:
        return self.key_hall if self.remedies is None else self.remedies

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
