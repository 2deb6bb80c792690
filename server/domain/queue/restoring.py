"""What a hall that is back from a copy must know of the time it does not know (C02).

The papers given between the copy and now are in people's hands, and the hall has never heard of them. Nobody
can say how many they are, so every series of the day goes on far above anything that can have been given by
this time of the day: the later in the day, the further up, by more a minute than anybody gives. So coming
back twice from the same copy does not meet the numbers of the first return either, also where the two boxes
know nothing of each other; nor does coming back from a copy of a hall that was back that day.
"""

from datetime import date, datetime, timedelta

from server.domain.config.hours import local
from server.domain.equipment.events import AlertRaised
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.commands import GoOnRestored
from server.domain.queue.days import hall_day
from server.domain.queue.events import HallRestored

ALERT = "hall_restored"
AT_MIDNIGHT, AT_DAYS_END = 0.10, 0.83  # shares of the series: above it a sixth is left for who still comes
GAP = 100  # one that people see
A_MINUTE = 5  # numbers of one series, more than a large hall gives; by the clock the usual one rises so fast
DAY = timedelta(days=1)

Events = tuple[HallRestored | AlertRaised, ...]


def go_on(hall: Hall, command: GoOnRestored, now: Now) -> Events:
    """A hall without a set-up gives no numbers: it only goes on in another epoch."""
    epoch = max(command.epoch, hall.epoch + 1)
    if hall.config is None:
        day = now.at.date()
        return (HallRestored(at=now.at, copied_at=hall.at, day=day, first_ordinal=0, epoch=epoch),)
    day = hall_day(hall, now)
    today = hall.issued if hall.numbered_on == day else {}
    # A copy of a hall that was back today already: what it gave since began where that return had put it.
    known = max((command.last, first_ordinal(hall, day) - 1, *today.values()))
    first = _first(hall, now.at, known)
    restored = HallRestored(at=now.at, copied_at=hall.at, day=day, first_ordinal=first, epoch=epoch)
    raised = AlertRaised(
        at=now.at,
        alert=f"{ALERT}/hall",
        kind=ALERT,
        subject="",
        detail=f"{local(hall.config, hall.at):%Y-%m-%d %H:%M}",
    )
    return (restored, raised)


def first_ordinal(hall: Hall, day: date) -> int:
    """The least ordinal that a series may give on this day."""
    return hall.restored.first_ordinal if hall.restored and hall.restored.day == day else 0


def forgotten_ticket(hall: Hall, now: datetime) -> bool:
    """Whether a paper that the hall does not know may be one of the time it does not know."""
    return (
        hall.config is not None
        and hall.restored is not None
        and hall.restored.day == local(hall.config, now).date()
    )


def _first(hall: Hall, at: datetime, known: int) -> int:
    figures = hall.setup.figures
    now = local(hall.setup, at)
    gone = (now - now.replace(hour=0, minute=0, second=0, microsecond=0)) / DAY
    share = AT_MIDNIGHT + (AT_DAYS_END - AT_MIDNIGHT) * min(gone, 1.0)
    by_the_clock = figures.series_start + int((figures.series_limit - figures.series_start) * share)
    unknown = A_MINUTE * max(at - hall.at, timedelta(0)) // timedelta(minutes=1)
    wanted = max(by_the_clock, known + GAP + unknown)
    least = max(by_the_clock, known + 1)  # a series too short for more
    return wanted if wanted <= figures.series_limit else least
