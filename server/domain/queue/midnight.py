"""What a new day makes of a hall: numbers begin anew, and whoever is still here stays."""

from datetime import date

from server.domain.hall import AT_COUNTER, Carried, Hall
from server.domain.queue import events as e
from server.domain.values import replace

DAYS_KEPT = 8  # of earlier series, for a clock that has to go back


def day_opened(hall: Hall, event: e.DayOpened) -> Hall:
    if event.day == hall.numbered_on:
        return replace(hall, day=event.day)
    present = hall.tickets
    return replace(
        hall,
        day=event.day,
        numbered_on=event.day,
        ended={},
        issued=_goes_on(hall),
        carried=_carried(hall),
        series=_kept(hall),
        calls=hall.calls if present else {},  # who was missed yesterday counts the calls since
        priority_run=hall.priority_run if present else {},
        tallies={},
        leases={},
        recent=tuple(c for c in hall.recent if _is_at_a_counter(hall, c.number)),
        counters={i: replace(c, served=0, last_ticket=None) for i, c in hall.counters.items()},
    )


def _is_at_a_counter(hall: Hall, number: str) -> bool:
    return any(t.number == number and t.state in AT_COUNTER for t in hall.tickets.values())


def _goes_on(hall: Hall) -> dict[str, int]:
    """Every letter alike, or none: nobody understands a board on which one began anew and others did not."""
    return dict(hall.issued) if hall.tickets else {}


def _carried(hall: Hall) -> dict[str, Carried]:
    return {letter: Carried(first=n + 1) for letter, n in _goes_on(hall).items()}


def _kept(hall: Hall) -> dict[str, dict[str, int]]:
    if hall.numbered_on is None:
        return {}
    kept = {**hall.series, hall.numbered_on.isoformat(): dict(hall.issued)}
    return {day: dict(kept[day]) for day in list(kept)[-DAYS_KEPT:]}


def back_to(hall: Hall, day: date) -> Hall:
    """The hall's day was one that has not come yet: it is this one, and goes on with what it has given."""
    if hall.numbered_on is None or hall.numbered_on <= day:
        return hall
    issued = dict(hall.issued)
    for earlier, given in hall.series.items():
        if earlier >= day.isoformat():
            issued = {i: max(issued.get(i, 0), given.get(i, 0)) for i in {*issued, *given}}
    return replace(
        hall,
        day=day if hall.day is not None else None,
        numbered_on=day,
        issued=dict(sorted(issued.items())),
        carried={},
        series={d: given for d, given in hall.series.items() if d < day.isoformat()},
    )
