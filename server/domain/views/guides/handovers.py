"""What of cases handed over is seen: the open ones, the soonest first, and times to propose (Q21)."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.config.hours import local
from server.domain.guidance.handing_over import usual_times
from server.domain.guidance.nouns import Way
from server.domain.hall import Hall
from server.domain.kept import same
from server.domain.text import Text
from server.domain.views.names import NameOf, nobody, service_name

DAYS = 10  # open ones to choose among
NOTHING = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRow:
    """`contact` is masked; `number` and the business may not be known."""

    id: str
    way: Way
    department: str
    service_name: Text
    number: str
    contact: str
    due: datetime
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTimes:
    day: date
    times: tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoversShown:
    """`days` have the hall's usual times; the very first one is what is proposed."""

    open: tuple[HandoverRow, ...]
    days: tuple[DayTimes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoversNow:
    """How many are open, and the soonest."""

    open: int = 0
    next_due: datetime | None = None
    next_department: str = ""


NONE_OPEN = HandoversNow()


def handovers_now(hall: Hall) -> HandoversNow:
    if not hall.guidance.handovers:
        return NONE_OPEN
    soonest = min(hall.guidance.handovers.values(), key=lambda one: one.due)
    now: HandoversNow = same(
        HandoversNow(
            open=len(hall.guidance.handovers), next_due=soonest.due, next_department=soonest.department
        )
    )
    return now


def handovers_shown(hall: Hall, now: datetime, name_of: NameOf = nobody) -> HandoversShown:
    return HandoversShown(
        open=tuple(
            HandoverRow(
                id=one.id,
                way=one.way,
                department=one.department,
                service_name=service_name(hall, one.service) if one.service else NOTHING,
                number=one.number,
                contact=one.contact,
                due=one.due,
                words=one.words,
                at=one.at,
                by=name_of(one.by),
            )
            for one in sorted(hall.guidance.handovers.values(), key=lambda one: one.due)
        ),
        days=tuple(
            DayTimes(day=local(hall.setup, times[0]).date(), times=times)
            for times in usual_times(hall, now, DAYS)
        ),
    )
