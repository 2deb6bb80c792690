"""Who works when on a day: as on half or more of the like days of four weeks, within the day's own hours."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK, day_plan, moment
from server.domain.hall import Hall
from server.insight.forecast.kinds import HOLIDAY, MAKE_UP, WORKDAYS, kind_of
from server.insight.forward.plan import Plan, Shift, planned, usual_plan
from server.insight.learning.lived import Worked

LOOKED_BACK = 28  # days
ENOUGH = 2  # like days; else those that are worked, or are not, alike
SLOT = 5  # minutes
REGULAR = 3  # like days, before anybody is expected by name
OF_DAY = 24 * 60 // SLOT
Roster = Mapping[str, tuple[Shift, ...]]
Ran = tuple[int, int]  # from one 5-minute slot to before another


def roster_of(worked: Sequence[Worked], config: HallConfig, day: date) -> Roster:
    """Of those counters that are open on half of the like days; empty where no like day is known."""
    plan = day_plan(config, day)
    like = like_days({w.day for w in worked}, config, day)
    if not like or plan.hours is None:
        return {}
    of_counter: dict[str, list[Worked]] = {}
    for one in worked:
        if one.day in like:
            of_counter.setdefault(one.counter, []).append(one)
    roster = {}
    for counter, mine in of_counter.items():
        shifts = tuple(s for ran in _usually(mine, len(like)) for s in _shift(mine, ran, config, day))
        if shifts:
            roster[counter] = shifts
    return roster


def like_days(known: set[date], config: HallConfig, day: date) -> set[date]:
    kind = kind_of(config, day).kind
    kinds = {d: kind_of(config, d).kind for d in known if 0 < (day - d).days <= LOOKED_BACK}
    alike = {d for d, k in kinds.items() if k == kind}
    if len(alike) >= ENOUGH:
        return alike
    return {d for d, k in kinds.items() if _at_work(k) == _at_work(kind)}


def _at_work(kind: int) -> str:
    """A holiday on which the hall opens is as its weekend."""
    return "workday" if kind in {*WORKDAYS, MAKE_UP} else "holiday" if kind == HOLIDAY else "weekend"


def _usually(worked: Sequence[Worked], days: int) -> Iterator[Ran]:
    slots = Counter(
        (one.day, slot)
        for one in worked
        for slot in range(round(one.opens / SLOT), min(round(one.closes / SLOT), OF_DAY))
    )
    many = Counter(slot for _, slot in slots)
    begins = None
    for slot in range(OF_DAY + 1):
        is_open = many[slot] * 2 >= days
        if is_open and begins is None:
            begins = slot
        elif not is_open and begins is not None:
            yield begins, slot
            begins = None


def _shift(worked: Sequence[Worked], ran: Ran, config: HallConfig, day: date) -> Iterator[Shift]:
    """Within the day's hours and the grace after them."""
    opens, closes = _at(config, day, ran[0]), _at(config, day, ran[1])
    hours = day_plan(config, day).hours
    if hours is not None and hours is not ROUND_THE_CLOCK:
        grace = timedelta(seconds=config.figures.near_close_grace_seconds)
        opens = max(opens, moment(config, day, hours.opens))
        closes = min(closes, moment(config, day, hours.closes, last=True) + grace)
    if opens < closes:
        mine = [w for w in worked if w.opens < ran[1] * SLOT and w.closes > ran[0] * SLOT]
        yield Shift(
            opens=opens,
            closes=closes,
            profile=_most(mine, lambda w: w.profile),
            staff=_most(mine, lambda w: w.staff) if len({w.day for w in mine}) >= REGULAR else "",
        )


def _most(worked: Sequence[Worked], of: Callable[[Worked], str]) -> str:
    """What more than half of the time says; "" where nothing does."""
    times: Counter[str] = Counter()
    for one in worked:
        times[of(one)] += one.closes - one.opens
    name, most = times.most_common(1)[0]
    return name if most * 2 > times.total() else ""


def _at(config: HallConfig, day: date, slot: int) -> datetime:
    hours, minutes = divmod(slot * SLOT, 60)
    return moment(config, day, f"{hours:02}:{minutes:02}")


def plan_by(roster: Roster, hall: Hall, now: datetime) -> Plan:
    """By the roster where it knows a counter; the others stay as they are."""
    usual = usual_plan(hall, now)
    known = planned(hall, now, roster)
    return Plan(shifts={**usual.shifts, **{c: s for c, s in known.shifts.items() if c in roster}})
