"""What each figure counts, in which table and when, and what tells its cases apart (Q05).

A row and its list ask the same tables by the same conditions, and a test opens every row of every report.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Table, false, or_, select, true

from server.domain.config.config import HallConfig
from server.domain.config.hours import is_peak_day, peak_minutes
from server.reports.counting.conditions import (
    BY_STOPS,
    ENQUIRY,
    OPEN,
    PREPARED,
    PROMISED,
    RESOLVED,
    RETURN,
    STAYED,
    WROTE,
)
from server.reports.counting.promised_bands import within_band
from server.reports.period import Period
from server.reports.waits import HALF_HOUR
from server.visits.past import CALL, CONTACT, LEG, RUNG, VISIT

Of = Literal[
    "called",
    "served",
    "rated",
    "asked",
    "cases",
    "cared",
    "explained",
    "watered",
    "rung",
    "calls",
    "taken",
    "diverted",
    "mistyped",
    "offered",
    "met",
    "prepared",
    "served_prepared",
    "wrote",
    "enquiries",
    "resolved",
    "solved",
    "stayed",
    "noticed",
    "open",
    "kept",
    "appointments",
    "promised",
]
When = Literal["", "peak_hours", "off_peak_hours", "peak_days", "ordinary_days"]
Group = Literal["", "remedied", "cared", "ordinary"]
DAY = timedelta(days=1)
MINUTES = 60
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is left out does not matter; a business, a clerk or a leader may be nobody's: ""."""

    of: Of
    service: str | None = None
    counter: str | None = None
    staff: str | None = None
    leader: str | None = None
    day: date | None = None
    clock: str = ""  # of the half-hour, "09:30"
    when: When = ""
    level: int = 0
    group: Group = ""
    act: str = ""
    after: int = 0  # seconds, of a rung
    way: str = ""  # where somebody was sent, how often they came, at how many counters, what they were given


Narrowed = Callable[[Counted, Period, HallConfig], Condition]


def misplaced(counted: Counted) -> list[str]:
    """What the figure cannot be narrowed down by."""
    return [name for name in given(counted) if name not in GRAINS[counted.of].by]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """When a case of the figure happened, in which table, which of them count, and what tells them apart."""

    at: Column[Any]
    counts: Condition
    by: Mapping[str, Narrowed] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        return self.at.table


def _same(column: Any, name: str) -> Narrowed:
    return lambda counted, period, config: column == getattr(counted, name)


def _half_hour(counted: Counted, period: Period, config: HallConfig) -> Condition:
    hour, minute = counted.clock.split(":")
    start = int(hour) * MINUTES + int(minute)
    return LEG.c.called_minute.between(start, start + HALF_HOUR - 1)


def _when(counted: Counted, period: Period, config: HallConfig) -> Condition:
    if counted.when in ("peak_hours", "off_peak_hours"):
        inside = LEG.c.called_minute.in_(peak_minutes(config))
    else:
        days = (period.first + n * DAY for n in range((period.last - period.first).days + 1))
        inside = LEG.c.called_day.in_([day for day in days if is_peak_day(config, day)])
    return ~inside if counted.when in ("off_peak_hours", "ordinary_days") else inside


def _group(counted: Counted, period: Period, config: HallConfig) -> Condition:
    groups: Mapping[str, Condition] = {
        "remedied": LEG.c.remedied,
        "cared": ~LEG.c.remedied & LEG.c.cared,
        "ordinary": ~LEG.c.remedied & ~LEG.c.cared,
    }
    return groups[counted.group]


def _who_cared(counted: Counted, period: Period, config: HallConfig) -> Condition:
    who = counted.staff
    return or_(
        EXPLAINED & (VISIT.c.explained_by == who),
        WATERED & (VISIT.c.watered_by == who),
    )


def _met(counted: Counted, period: Period, config: HallConfig) -> Condition:
    """Greeted, they may have had no number."""
    who = counted.staff
    sent = select(CONTACT.c.ticket).where(
        CONTACT.c.what == "diverted", CONTACT.c.person == who, CONTACT.c.ticket != ""
    )
    return or_(
        (VISIT.c.channel == "guide_tablet") & (VISIT.c.issued_by == who),
        VISIT.c.prepared_by == who,
        VISIT.c.ticket.in_(sent),
    )


def _band(counted: Counted, period: Period, config: HallConfig) -> Condition:
    return within_band(counted.way)


def _came(counted: Counted, period: Period, config: HallConfig) -> Condition:
    return RETURN if counted.way == "again" else ~RETURN


def _stops(counted: Counted, period: Period, config: HallConfig) -> Condition:
    return BY_STOPS.get(counted.way, false())


APPOINTED = VISIT.c.channel == "appointment"
EXPLAINED, WATERED = VISIT.c.explained_at.is_not(None), VISIT.c.watered_at.is_not(None)
COUNTER, STAFF = _same(LEG.c.counter, "counter"), _same(LEG.c.staff, "staff")
CALLED = {
    "service": _same(LEG.c.service, "service"),
    "day": _same(LEG.c.called_day, "day"),
    "clock": _half_hour,
    "when": _when,
}
SERVED = {"service": _same(LEG.c.done, "service"), "counter": COUNTER, "staff": STAFF}
RATED = {"staff": STAFF, "level": _same(LEG.c.rating, "level")}
CASES = {"day": _same(VISIT.c.remedy_day, "day"), "leader": _same(VISIT.c.remedy_leader, "leader")}
ISSUED_BY = {"staff": _same(VISIT.c.issued_by, "staff")}
AS_ISSUED = {"service": _same(VISIT.c.service, "service")}
RUNGS = {"act": _same(RUNG.c.act, "act"), "after": _same(RUNG.c.after_seconds, "after")}
GRAINS: Mapping[Of, Grain] = {
    "called": Grain(at=LEG.c.called_at, counts=LEG.c.called_at.is_not(None), by=CALLED),
    "served": Grain(at=LEG.c.ended_at, counts=LEG.c.served, by=SERVED),
    "rated": Grain(at=LEG.c.ended_at, counts=LEG.c.served & (LEG.c.rating > 0), by=RATED),
    "asked": Grain(at=LEG.c.ended_at, counts=LEG.c.served & LEG.c.wait_asked, by={"group": _group}),
    "cases": Grain(at=VISIT.c.remedy_due_at, counts=VISIT.c.remedy != "", by=CASES),
    "cared": Grain(at=VISIT.c.issued_at, counts=or_(EXPLAINED, WATERED), by={"staff": _who_cared}),
    "explained": Grain(at=VISIT.c.issued_at, counts=EXPLAINED),
    "watered": Grain(at=VISIT.c.issued_at, counts=WATERED),
    "rung": Grain(at=RUNG.c.at, counts=true(), by=RUNGS),
    "calls": Grain(at=CALL.c.at, counts=true()),
    "taken": Grain(at=VISIT.c.issued_at, counts=true()),
    "diverted": Grain(
        at=CONTACT.c.at,
        counts=CONTACT.c.what == "diverted",
        by={"way": _same(CONTACT.c.way, "way")},
    ),
    "mistyped": Grain(at=VISIT.c.issued_at, counts=VISIT.c.mistyped, by=ISSUED_BY),
    "offered": Grain(at=VISIT.c.issued_at, counts=VISIT.c.offered, by=ISSUED_BY),
    "met": Grain(at=VISIT.c.issued_at, counts=true(), by={"staff": _met}),
    "prepared": Grain(at=VISIT.c.issued_at, counts=PREPARED, by=AS_ISSUED),
    "served_prepared": Grain(
        at=LEG.c.ended_at,
        counts=LEG.c.served & (LEG.c.prepared > 0),
        by={"service": _same(LEG.c.done, "service")},
    ),
    "wrote": Grain(at=VISIT.c.issued_at, counts=WROTE, by=AS_ISSUED),
    "enquiries": Grain(at=LEG.c.ended_at, counts=ENQUIRY, by={"counter": COUNTER}),
    "resolved": Grain(at=VISIT.c.ended_at, counts=RESOLVED, by=AS_ISSUED),
    "solved": Grain(at=VISIT.c.ended_at, counts=VISIT.c.solved.is_(True), by={"way": _came}),
    "stayed": Grain(at=VISIT.c.ended_at, counts=STAYED, by={"way": _stops}),
    "noticed": Grain(
        at=CONTACT.c.at,
        counts=CONTACT.c.what.in_(("notice", "pass")),
        by={"way": _same(CONTACT.c.what, "way")},
    ),
    "open": Grain(at=VISIT.c.issued_at, counts=OPEN, by={"staff": _same(VISIT.c.owner, "staff")}),
    "kept": Grain(at=VISIT.c.issued_at, counts=APPOINTED),
    "promised": Grain(
        at=VISIT.c.issued_at,
        counts=PROMISED,
        by={**AS_ISSUED, "day": _same(VISIT.c.day, "day"), "way": _band},
    ),
    "appointments": Grain(
        at=LEG.c.called_at, counts=APPOINTED, by={"service": _same(LEG.c.service, "service")}
    ),
}
NARROWED = frozenset(name for grain in GRAINS.values() for name in grain.by)


def given(counted: Counted) -> list[str]:
    return [name for name in sorted(NARROWED) if getattr(counted, name) != getattr(USUAL, name)]


USUAL = Counted(of="called")
