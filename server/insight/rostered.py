"""The roster as a forward run takes it: who is here opens their counter, who is absent does not."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from server.domain.config.hours import local, moment
from server.domain.hall import Hall
from server.domain.roster.present import at_counters, roster_of
from server.insight.forward.plan import Plan, Shift, planned, usual_plan


def plan_of(hall: Hall, now: datetime, unplanned: Callable[[Hall, datetime], Plan] = usual_plan) -> Plan:
    """By the roster of the day; where nobody has planned it as the days before say, or the hall's hours."""
    config = hall.setup
    day = local(config, now).date()
    roster = roster_of(hall, day)
    if not any(shift.counter for shift in roster.shifts):
        return unplanned(hall, now)
    of_counter = defaultdict[str, list[Shift]](list)
    for shift in sorted(at_counters(hall, roster), key=lambda s: s.begins):
        of_counter[shift.counter].append(
            Shift(
                opens=moment(config, day, shift.begins),
                closes=moment(config, day, shift.ends),
                staff=shift.person,
            )
        )
    return planned(hall, now, {counter: tuple(shifts) for counter, shifts in of_counter.items()})
