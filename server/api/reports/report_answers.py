"""What the reports' addresses answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, cast

from pydantic import Field, TypeAdapter, ValidationError

from server.domain.text import Text
from server.domain.views.parts import Named
from server.reports.drilling.behind import EventShown
from server.reports.drilling.listed import TicketListed
from server.reports.period import Period
from server.reports.through_the_day.series import Point, Threshold
from server.reports.written.as_json import CellShown, ReportTable

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))]  # sums with dates stay dates
Kind = Literal["day", "week", "month", "year"]
Plain = Mapping[str, Any]  # as a locked month is kept
Names = Mapping[str, str | Text]  # a person's by number; a device's, in both languages, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTitle:
    name: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    reports: tuple[ReportTitle, ...]
    periods: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodShown:
    """`first` and `last` are both inside."""

    kind: Kind
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedDifference:
    """A cell that is not what was locked; null where one of the two has no such line."""

    table: str
    staff: str
    column: str
    locked: CellShown
    now: CellShown


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedMonth:
    """A month as it was locked, beside what the journal says now; `intact`: nobody has touched the file."""

    month: str
    locked_at: str
    tables: tuple[ReportTable, ...]
    sha256: str
    intact: bool
    differences: tuple[LockedDifference, ...]
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportShown:
    """`opening` is what it comes to; `people` are who and what it names; `snapshot` is for a locked month."""

    name: str
    title: Text
    hall: Text
    period: PeriodShown
    opening: Text
    people: Names
    tables: tuple[ReportTable, ...]
    snapshot: LockedMonth | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitSeries:
    """A day's calls as points, with the lines they must stay below."""

    date: date
    lines: tuple[Threshold, ...]
    services: Mapping[str, Text]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What the hall calls that which events name by ids."""

    counters: tuple[Named, ...]
    services: tuple[Named, ...]
    gifts: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsShown:
    """`people` are who and what did it, by name."""

    events: tuple[EventShown, ...]
    people: Names
    called: Called


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsShown:
    """A page of the tickets that a figure counts; `n` is how many there are in all. `people` as above."""

    n: int
    tickets: tuple[TicketListed, ...]
    people: Names


def period_shown(period: Period) -> PeriodShown:
    return PeriodShown(kind=cast(Kind, period.kind), first=period.first, last=period.last)


_locked = TypeAdapter(LockedMonth)


def locked_month(compared: Plain, *, new: bool) -> LockedMonth:
    """A file that somebody has made unreadable is shown without its tables: it is not intact anyhow."""
    try:
        return _locked.validate_python({**compared, "new": new})
    except ValidationError:
        bare = {**compared, "tables": (), "differences": (), "intact": False}
        return _locked.validate_python({**bare, "new": new})
