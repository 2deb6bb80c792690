"""Which counters a coming day needs, half-hour by half-hour, beside how many are usually open (Q08, Q14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from sqlalchemy import func, select

from server.domain.config.config import HallConfig
from server.domain.config.hours import day_plan
from server.insight.forecast.counts import HALF_HOUR, SLOTS, Floats
from server.insight.forecast.guesses import open_slots
from server.insight.forecast.outlook import Outlook, moods_of
from server.insight.staffing.days import Demand
from server.insight.staffing.load import by_load
from server.insight.staffing.plan import Hall, Plan, plan
from server.later import np
from server.reports.forecast import known
from server.reports.period import Period
from server.visits.past import CALL, LEG, Past

LIKE_DAYS = 4  # of the same weekday, whose open counters are called usual
LEARNED_OF = timedelta(days=56)
SERVICES_OF_A_GUESS = 10.0  # what is counted of a business's time is drawn towards what was typed in by
WALK = 30.0  # s from the call to the counter, which what is typed in leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotNeed:
    """`share` of those who come then wait within the goal, proved; `short`: no counter here can mend it."""

    clock: str
    expected: int
    counters: tuple[str, ...]
    usual: int
    share: float
    error: float
    short: bool

    @property
    def lacking(self) -> int:
        return max(0, len(self.counters) - self.usual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    day: date
    known_days: int
    counter_hours: float
    slots: tuple[SlotNeed, ...]


def proposal(past: Past, day: date, config: HallConfig) -> Proposal | None:
    """None for a day on which nobody is expected."""
    period = Period(kind="day", first=day, last=day, timezone=config.timezone)
    learned = known(past, period, config)
    moods = moods_of(learned.counts, day, learned.guessed)
    forecast = learned.day(day, moods).forecast
    if forecast.all_together.sum() <= 0:
        return None
    demand = Demand(
        expected=_by_service(forecast, config),
        minutes=_minutes(past, period, config),
        day_mood=moods.day_of_all,
        slot_mood=moods.slot_of_all,
    )
    made = plan(demand, _hall(config, day))
    return Proposal(
        day=day,
        known_days=forecast.known_days,
        counter_hours=made.counter_hours,
        slots=tuple(_slots(made, forecast.all_together, _usual(past, period), config)),
    )


def counters_by_load(past: Past, day: date, config: HallConfig) -> tuple[int, ...]:
    """By half-hour, for a look at a roster: by the load alone, a day that runs by what has come so far."""
    period = Period(kind="day", first=day, last=day, timezone=config.timezone)
    learned = known(past, period, config)
    forecast = learned.day(day, moods_of(learned.counts, day, learned.guessed))
    outlook = forecast.updated or forecast.forecast
    most = len(config.counters)  # what the hall has not cannot be lacking
    return tuple(min(n, most) for n in by_load(_by_service(outlook, config), _minutes(past, period, config)))


def _by_service(outlook: Outlook, config: HallConfig) -> Floats:
    return np.array([outlook.expected[service.id] for service in config.services])


def _slots(made: Plan, expected: Floats, usual: Sequence[int], config: HallConfig) -> list[SlotNeed]:
    return [
        SlotNeed(
            clock=_clock(slot),
            expected=round(float(expected[slot])),
            counters=tuple(
                c.id for c, is_open in zip(config.counters, made.opened[:, slot], strict=True) if is_open
            ),
            usual=usual[slot],
            share=float(made.proof.share[slot]),
            error=float(made.proof.error[slot]),
            short=slot in made.short,
        )
        for slot in range(SLOTS)
        if expected[slot] > 0 or made.opened[:, slot].any()
    ]


def _hall(config: HallConfig, day: date) -> Hall:
    doors = open_slots(day_plan(config, day).hours) > 0
    skills = np.zeros((len(config.counters), len(config.services)), dtype=np.bool_)
    for row, counter in enumerate(config.counters):
        profile = next((p for p in config.profiles if p.id == counter.profile), None)
        queues = {*profile.queues, *profile.helps} if profile else set()
        skills[row] = [service.queue in queues for service in config.services]
    return Hall(skills=skills, may_open=np.tile(doors, (len(config.counters), 1)))


def _minutes(past: Past, period: Period, config: HallConfig) -> Floats:
    """Of each business, what it took in the last eight weeks, drawn towards what was typed in."""
    asked = (
        select(LEG.c.done, func.count(), func.avg(LEG.c.handling_seconds))
        .where(past.issued(LEG, period.start - LEARNED_OF, period.start), LEG.c.served)
        .group_by(LEG.c.done)
    )
    took = {service: (n, float(seconds)) for service, n, seconds in past.rows(asked) if seconds is not None}
    minutes = []
    for service in config.services:
        typed = (service.mean_seconds or service.standard_seconds) + WALK
        n, seconds = took.get(service.id, (0, 0.0))
        drawn = (n * (seconds + WALK) + SERVICES_OF_A_GUESS * typed) / (n + SERVICES_OF_A_GUESS)
        minutes.append(drawn / 60)
    return np.array(minutes)


def _usual(past: Past, period: Period) -> list[int]:
    """Counters that called anybody in the half-hour, on the middle one of the last like days."""
    open_then: dict[tuple[date, int], set[str]] = defaultdict(set)
    like = [period.first - timedelta(weeks=n) for n in range(1, LIKE_DAYS + 1)]
    start = Period(kind="day", first=like[-1], last=like[-1], timezone=period.timezone).start
    asked = select(CALL.c.at, CALL.c.counter).where(past.issued(CALL, start, period.start))
    for at, counter in past.rows(asked):
        local = period.local(at)
        if local.date() in like:
            open_then[local.date(), (local.hour * 60 + local.minute) // HALF_HOUR].add(counter)
    worked = sorted({day for day, _ in open_then})
    return [
        median_low([len(open_then[day, slot]) for day in worked]) if worked else 0 for slot in range(SLOTS)
    ]


def _clock(slot: int) -> str:
    return f"{slot // 2:02}:{slot % 2 * 30:02}"
