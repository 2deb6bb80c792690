"""Who works at which counter from now on: by a roster, by what was usual, or by the hours alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from server.domain.config.hours import closes_at, day_plan, local, lunch_within, moment
from server.domain.hall import CounterState, Hall
from server.domain.queue.line import WORKING

OVERSTAYS = timedelta(minutes=5)  # for how long a counter is still open behind the doors' closing
EARLY = timedelta(minutes=20)  # so long before lunch a counter closes for it
ROUND_THE_CLOCK = timedelta(hours=12)  # for how long ahead an open counter is counted on


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`profile`, `staff`: "" where nobody knows yet; a counter has a usual profile."""

    opens: datetime
    closes: datetime
    profile: str = ""
    staff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """For each counter its shifts, in order; an open counter's first one is the present one."""

    shifts: Mapping[str, tuple[Shift, ...]] = field(default_factory=dict)

    def stints(self, counter: str) -> tuple[Shift, ...]:
        return self.shifts.get(counter, ())


def usual_plan(hall: Hall, now: datetime) -> Plan:
    """By the hall's hours: who is open stays until lunch and comes back from it, until the doors close.

    Counters that are closed stay so: nobody knows of anybody who would come. Except at lunch: what closed for
    it opens again after it.
    """
    breaks, closes = _breaks(hall, now), _last(hall, now)
    spans, begins = list[tuple[datetime, datetime]](), now
    for leaves, returns in breaks:
        spans.append((begins, leaves))
        begins = returns
    spans.append((begins, max(closes, begins + OVERSTAYS)))
    shifts = {
        counter.id: tuple(
            Shift(opens=opens, closes=closes, profile=counter.profile, staff=counter.staff)
            for opens, closes in spans
        )
        for counter in hall.counters.values()
        if counter.state in WORKING
    }
    return Plan(shifts=shifts | _after_lunch(hall, now, closes))


def planned(hall: Hall, now: datetime, roster: Mapping[str, tuple[Shift, ...]]) -> Plan:
    """A roster as the counters keep to it now: open ones are open, whatever it says; so are closed ones.

    One that should have opened already is expected soon, and the later the longer it has been missed: who is
    not there for an hour may well not come before the next shift. One that nobody planned for now goes on to
    its next shift, else as the hours say: whoever is here works, and a line planned too short promises hours.
    """
    usual, shifts = usual_plan(hall, now), dict[str, tuple[Shift, ...]]()
    for counter in hall.counters.values():
        coming = [s for s in roster.get(counter.id, ()) if s.closes > now]
        if counter.state in WORKING:
            if not coming:
                coming = [*usual.stints(counter.id)]
            elif coming[0].opens > now:
                coming.insert(0, Shift(opens=now, closes=coming[0].opens))
        elif coming and coming[0].opens <= now:
            late = coming.pop(0)
            opens = now + max(now - max(late.opens, counter.since), LATE)
            if opens < late.closes:
                coming.insert(0, replace(late, opens=opens))
        shifts[counter.id] = tuple(coming)
    return Plan(shifts=shifts)


LATE = timedelta(minutes=15)  # how soon a counter is expected at the earliest that should be open


def _last(hall: Hall, now: datetime) -> datetime:
    """Until when numbers are called: closing and the grace after it; a little longer when that is past."""
    closes = closes_at(hall.setup, now)
    if closes is None:
        return now + ROUND_THE_CLOCK
    grace = timedelta(seconds=hall.setup.figures.near_close_grace_seconds)
    return max(closes + grace, now + OVERSTAYS)


def _after_lunch(hall: Hall, now: datetime, closes: datetime) -> dict[str, tuple[Shift, ...]]:
    """While it lasts, those that worked until then or nearly."""
    lunch = _lunch(hall, now)
    if lunch is None or not lunch[0] <= now < lunch[1]:
        return {}
    begins, ends = lunch
    return {
        counter.id: (Shift(opens=ends, closes=max(closes, ends + OVERSTAYS)),)
        for counter in hall.counters.values()
        if counter.state is CounterState.CLOSED and counter.served and counter.since >= begins - EARLY
    }


def _breaks(hall: Hall, now: datetime) -> list[tuple[datetime, datetime]]:
    """Lunch, where it is still to come: a counter that is open in it works through it."""
    lunch = _lunch(hall, now)
    return [lunch] if lunch is not None and lunch[0] > now else []


def _lunch(hall: Hall, now: datetime) -> tuple[datetime, datetime] | None:
    config = hall.setup
    day = local(config, now).date()
    lunch = lunch_within(config, day_plan(config, day).hours)
    if lunch is None:
        return None
    return moment(config, day, lunch.begins), moment(config, day, lunch.ends)
