"""How many customers come, beside how many came: by half-hour, business and day, with bounds (Q06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from server.domain.config.config import HallConfig
from server.domain.config.hours import day_plan, is_peak_day
from server.domain.text import Text
from server.insight.forecast.bounds import Bounds
from server.insight.forecast.counts import SLOTS, Counts, Floats
from server.insight.forecast.guesses import guesses, open_slots
from server.insight.forecast.kinds import DayKind, kind_of
from server.insight.forecast.outlook import ENOUGH, Moods, Outlook, moods_of, outlook, so_far, within
from server.insight.forecast.profile import Guess
from server.insight.forecast.texts import WEEKDAYS
from server.later import np
from server.reports import opening_texts as t
from server.reports.opening import Told
from server.reports.period import DAY, Period
from server.reports.report import Cells, Row, Sheet
from server.reports.texts import ALL, sheet
from server.reports.waits import name_of
from server.visits.arrivals import arrivals, newest
from server.visits.past import Past

TITLE = Text("客流预测", "Forecast of customers")
WEEKS_BACK = 26  # of which two in three days count for less than a tenth
MOST_DAYS = 31  # whose forecasts are made, each of the days before it
COMING = 7  # days after the period
BETWEEN = ("expected", "low", "high", "came", "off")
LAST_HOUR = 60  # minutes


def columns() -> tuple[Sheet, ...]:
    day = ("day", "day_kind", "peak_day", *BETWEEN, "updated", "known_days")
    return (
        sheet("by_half_hour", "clock", *BETWEEN),
        sheet("by_service", "service", *BETWEEN),
        sheet("by_day", *day),
        sheet("coming", "day", "day_kind", "peak_day", "expected", "low", "high"),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Day:
    """A day with its forecast of the days before it; `came` is None of one that is still to come."""

    day: date
    kind: DayKind
    forecast: Outlook
    came: Mapping[str, Floats] | None
    updated: Outlook | None = None  # of the day that runs, by what came so far

    @property
    def kind_text(self) -> Text:
        """Its weekday, and what the calendar calls it; that the hall is shut."""
        weekday, name = WEEKDAYS[self.day.weekday()], self.kind.name
        kind = Text(f"{weekday.zh} {name.zh}", f"{weekday.en}, {name.en or name.zh}") if name.zh else weekday
        return t.SHUT.fill(day=kind.zh) if not self.kind.opens and not name.zh else kind


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    days = list(forecasts(past, period, config))
    if not any(day.forecast.all_together.sum() for day in days) and not any(day.came for day in days):
        return []
    inside = [day for day in days if day.day <= period.last]
    return [
        *(_half_hours(inside[0]) if len(inside) == 1 else ()),
        *_services(inside, config),
        *(Row(sheet="by_day", cells=day_cells(day, config), events={}) for day in inside),
        *(_coming(day, config) for day in days if day.day > period.last),
    ]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """What forecasts are made of; `running` is the day whose doors have not closed yet, and how far it is."""

    config: HallConfig
    counts: Counts
    came: Mapping[date, Mapping[str, Floats]]
    guessed: Mapping[str, Guess]
    running: datetime | None

    def day(self, day: date, moods: Moods) -> Day:
        kind = kind_of(self.config, day)
        doors = open_slots(day_plan(self.config, day).hours) if kind.opens else np.zeros(SLOTS)
        forecast = within(outlook(self.counts, day, kind.kind, self.guessed, moods), doors)
        came, now = self.came.get(day), self.running
        updated = None
        if came is not None and now is not None and now.date() == day:
            updated = so_far(forecast, came, now.hour * 2 + now.minute // 30)
        return Day(day=day, kind=kind, forecast=forecast, came=came, updated=updated)


def forecasts(past: Past, period: Period, config: HallConfig) -> Iterator[Day]:
    """Each day of the period and of the week after it, by what was known before it."""
    asked = [period.first + n * DAY for n in range((period.last - period.first).days + 1)][-MOST_DAYS:]
    learned = known(past, replace(period, first=asked[0]), config)
    moods = moods_of(learned.counts, asked[0], learned.guessed)
    for day in [*asked, *(period.last + n * DAY for n in range(1, COMING + 1))]:
        yield learned.day(day, moods)


def known(past: Past, period: Period, config: HallConfig) -> Known:
    """What came in the half year before and in the period; businesses that are no more are left out."""
    before = replace(period, first=period.first - 7 * WEEKS_BACK * DAY)
    by_day: dict[date, dict[str, Floats]] = defaultdict(dict)
    for service, day, slot, n in arrivals(past, before.start, before.end, period.timezone):
        if service in config.service:
            by_day[day].setdefault(service, np.zeros(SLOTS))[slot] += n
    running = _running(past, before, config)
    days = sorted(day for day in by_day if running is None or day != running.date())
    none = np.zeros(SLOTS)
    rows = {
        service.id: np.array([by_day[day].get(service.id, none) for day in days]).reshape(len(days), SLOTS)
        for service in config.services
    }
    kinds = [kind_of(config, day).kind for day in days]
    return Known(
        config=config,
        counts=Counts(days=days, kinds=kinds, arrivals=rows),
        came=by_day,
        guessed=guesses(config),
        running=running,
    )


def _running(past: Past, period: Period, config: HallConfig) -> datetime | None:
    """The newest number of all, unless its day is nearly over: half a day teaches nothing."""
    last_number = newest(past, period.start)
    if last_number is None:
        return None
    now = period.local(last_number)
    hours = day_plan(config, now.date()).hours
    closes = hours.closes if hours else "24:00"
    left = int(closes[:2]) * 60 + int(closes[3:]) - now.hour * 60 - now.minute
    return now if left > LAST_HOUR else None


def _half_hours(day: Day) -> Iterator[Row]:
    """Of the day that runs only half-hours that are over are held against their forecast."""
    expected, came = day.forecast.all_together, _sum(day.came)
    over = day.updated.over if day.updated else SLOTS
    for slot in range(SLOTS):
        counted = None if came is None or slot > over else float(came[slot])
        if not expected[slot] and not counted:
            continue
        cells = beside(float(expected[slot]), day.forecast.slot_bounds(slot), counted)
        if slot == over:
            cells = {**cells, "off": None}
        clock = f"{slot // 2:02}:{slot % 2 * 30:02}"
        yield Row(sheet="by_half_hour", cells={"clock": clock, **cells}, events={})


def _services(days: list[Day], config: HallConfig) -> Iterator[Row]:
    """Of one day with its bounds; over several days these would be no bounds, and are left out."""
    for service in (*(s.id for s in config.services), ""):
        expected = sum(_total(day.forecast, service) for day in days)
        came = [_came(day.came, service) for day in days if day.came is not None]
        if not expected and not sum(came):
            continue
        bounds = days[0].forecast.day_bounds(service) if len(days) == 1 else None
        cells = beside(expected, bounds, sum(came) if came else None)
        if any(day.updated for day in days):  # of a day that is not over nothing is off yet
            cells = {**cells, "off": None}
        name = name_of(service, config) if service else ALL
        yield Row(sheet="by_service", cells={"service": name, **cells}, events={})


def day_cells(day: Day, config: HallConfig) -> Cells:
    """A day's line."""
    came = _came(day.came, "") if day.came is not None else None
    return {
        **_named(day, config),
        **beside(_total(day.forecast, ""), day.forecast.day_bounds(), came),
        **({"updated": round(_total(day.updated, "")), "off": None} if day.updated else {"updated": None}),
        "known_days": day.forecast.known_days,
    }


def _coming(day: Day, config: HallConfig) -> Row:
    bounds = day.forecast.day_bounds()
    cells: Cells = {
        **_named(day, config),
        "expected": round(_total(day.forecast, "")),
        "low": bounds.low,
        "high": bounds.high,
    }
    return Row(sheet="coming", cells=cells, events={})


def _named(day: Day, config: HallConfig) -> Cells:
    return {"day": day.day, "day_kind": day.kind_text, "peak_day": is_peak_day(config, day.day)}


def beside(expected: float, bounds: Bounds | None, came: float | None) -> Cells:
    """`off` is by how much of what was expected (Q06: 31 expected, 35 came, 13 %)."""
    off = None if came is None or expected < 1 else f"{abs(came - round(expected)) / round(expected):.0%}"
    return {
        "expected": round(expected),
        "low": bounds.low if bounds else None,
        "high": bounds.high if bounds else None,
        "came": None if came is None else round(came),
        "off": off,
    }


def _total(forecast: Outlook | None, service: str) -> float:
    if forecast is None:
        return 0.0
    return float((forecast.expected[service] if service else forecast.all_together).sum())


def _came(came: Mapping[str, Floats] | None, service: str) -> float:
    return sum(float(rows.sum()) for name, rows in (came or {}).items() if service in ("", name))


def _sum(came: Mapping[str, Floats] | None) -> Floats | None:
    return None if came is None else sum(came.values(), np.zeros(SLOTS))


def opening(lived: Told) -> Text:
    days = lived.lines("by_day")
    if not days:
        return t.FORECAST["none"]
    return sentence(days[-1])


def sentence(last: Cells) -> Text:
    """Of a day's line: what is expected, what came, and how much that rests on."""
    few = t.FORECAST["few"] if int(str(last["known_days"] or 0)) < ENOUGH else t.NONE
    if not last["known_days"]:
        few = t.FORECAST["guess"]
    name = "came" if last["came"] is not None else "coming"
    if last["updated"] is not None:
        name = "running"
    sentence = t.FORECAST[name].fill(**{key: last[key] for key in ("day", *BETWEEN, "updated")})
    return Text(sentence.zh + few.zh, sentence.en + few.en)
