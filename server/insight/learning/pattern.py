"""Who works when on a day: as on half or more of the like days of four weeks, within the day's own hours.

Like days are those of the weekday, and all others on which people work alike count as two of them: a counter
that nobody sat at on one Monday of two, or on two of three, is not gone for that.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK, day_plan, moment
from server.domain.hall import Hall
from server.insight.forecast.kinds import HOLIDAY, MAKE_UP, WORKDAYS, kind_of
from server.insight.forward.plan import Plan, Shift, planned, usual_plan
from server.insight.learning.lived import Worked

LOOKED_BACK = 28  # days
ENOUGH = 2  # like days; else those that are worked, or are not, alike
FEW_DAYS = 2.0  # of the weekday, that all others together are worth
SLOT = 5  # minutes
REGULAR = 3  # like days, before anybody is expected by name
OF_DAY = 24 * 60 // SLOT
TINY = 1e-9  # shares are added up
Roster = Mapping[str, tuple[Shift, ...]]
Ran = tuple[int, int]  # from one 5-minute slot to before another


def roster_of(worked: Sequence[Worked], config: HallConfig, day: date) -> Roster:
    """Of those counters that are open on half of the like days; empty where no like day is known."""
    plan = day_plan(config, day)
    known = {w.day for w in worked}
    counts, like = weights(known, config, day), like_days(known, config, day)
    if not counts or plan.hours is None:
        return {}
    of_counter: dict[str, list[Worked]] = {}
    for one in worked:
        if one.day in counts:
            of_counter.setdefault(one.counter, []).append(one)
    roster = {}
    for counter, every in of_counter.items():
        mine = [w for w in every if w.day in like]
        shifts = tuple(
            s
            for ran in _usually(every, counts)
            for s in _shift(_then(mine, ran) or _then(every, ran), ran, config, day)
        )
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


def weights(known: set[date], config: HallConfig, day: date) -> Mapping[date, float]:
    """What each day counts: one of the weekday one, the others that are worked alike `FEW_DAYS` together."""
    kind = kind_of(config, day).kind
    kinds = {d: kind_of(config, d).kind for d in known if 0 < (day - d).days <= LOOKED_BACK}
    others = [d for d, k in kinds.items() if k != kind and _at_work(k) == _at_work(kind)]
    return {d: 1.0 for d, k in kinds.items() if k == kind} | {d: FEW_DAYS / len(others) for d in others}


def _at_work(kind: int) -> str:
    """A holiday on which the hall opens is as its weekend."""
    return "workday" if kind in {*WORKDAYS, MAKE_UP} else "holiday" if kind == HOLIDAY else "weekend"


def _usually(worked: Sequence[Worked], counts: Mapping[date, float]) -> Iterator[Ran]:
    slots = {
        (one.day, slot)
        for one in worked
        for slot in range(round(one.opens / SLOT), min(round(one.closes / SLOT), OF_DAY))
    }
    many = [0.0] * (OF_DAY + 1)
    for day, slot in slots:
        many[slot] += counts[day]
    begins, half = None, sum(counts.values()) / 2
    for slot, weight in enumerate(many):
        is_open = weight > 0 and weight >= half - TINY
        if is_open and begins is None:
            begins = slot
        elif not is_open and begins is not None:
            yield begins, slot
            begins = None


def _then(worked: Iterable[Worked], ran: Ran) -> list[Worked]:
    return [w for w in worked if w.opens < ran[1] * SLOT and w.closes > ran[0] * SLOT]


def _shift(worked: Sequence[Worked], ran: Ran, config: HallConfig, day: date) -> Iterator[Shift]:
    """Within the day's hours and the grace after them."""
    opens, closes = _at(config, day, ran[0]), _at(config, day, ran[1])
    hours = day_plan(config, day).hours
    if hours is not None and hours is not ROUND_THE_CLOCK:
        grace = timedelta(seconds=config.figures.near_close_grace_seconds)
        opens = max(opens, moment(config, day, hours.opens))
        closes = min(closes, moment(config, day, hours.closes, last=True) + grace)
    if opens < closes:
        yield Shift(
            opens=opens,
            closes=closes,
            profile=_most(worked, lambda w: w.profile),
            staff=_most(worked, lambda w: w.staff) if len({w.day for w in worked}) >= REGULAR else "",
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
