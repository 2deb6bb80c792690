"""What became of appointments, and how long those who came had to wait from their time on (Q22)."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from server.domain.appointments.events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentKept,
    AppointmentMissed,
)
from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.opening import Told, compared, enough, minutes, percent, share
from server.reports.period import Period
from server.reports.report import Row, Share, Sheet
from server.reports.texts import ALL, sheet
from server.reports.waits import EVERY, FIGURES, Waits, figures, name_of
from server.visits.past import LEG, VISIT, Past

TITLE = Text("预约", "Appointments")
CHANNEL = "appointment"
COUNTED = {
    "booked": AppointmentBooked,
    "kept": AppointmentKept,
    "not_come": AppointmentMissed,
    "given_up": AppointmentCancelled,
}


def columns() -> tuple[Sheet, ...]:
    return (sheet("summary", *COUNTED, "kept_share"), sheet("by_service", "service", *FIGURES))


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    """Each step is counted where it happened; a wait where the call lies, from the appointment's time on."""
    kinds = [kind.__name__ for kind in COUNTED.values()]
    happened = past.happened(kinds, period.start, period.end)
    if not happened:
        return []
    cells: dict[str, Any] = {name: happened.get(kind.__name__, 0) for name, kind in COUNTED.items()}
    kept, due = cells["kept"], cells["kept"] + cells["not_come"]
    cells["kept_share"] = Share(k=kept, n=due)
    summary = Row(sheet="summary", cells=cells, events={"what": "appointments"}, tickets={"of": "kept"})
    return [summary, *_waits(past, period, config)]


def _waits(past: Past, period: Period, config: HallConfig) -> list[Row]:
    same = (VISIT.c.hall_id == LEG.c.hall_id) & (VISIT.c.ticket == LEG.c.ticket)
    asked = (
        select(LEG.c.service, LEG.c.waited_seconds, LEG.c.within_goal)
        .join_from(LEG, VISIT, same)
        .where(past.within(LEG.c.called_at, period.start, period.end), VISIT.c.channel == CHANNEL)
        .order_by(LEG.c.waited_seconds)
    )
    waits = defaultdict[Any, Waits](Waits)
    for service, seconds, within in past.rows(asked):
        for group in (service, EVERY):
            waits[group].add(seconds, within)
    known = [s for s in config.service if s in waits]
    order = known + sorted(waits.keys() - config.service.keys() - {EVERY})
    lines = [_line(name_of(s, config), waits[s], {"service": s}) for s in order]
    return [*lines, _line(ALL, waits[EVERY], {})] if lines else []


def _line(name: Text, waits: Waits, which: Mapping[str, str]) -> Row:
    return Row(
        sheet="by_service",
        cells={"service": name, **figures(waits)},
        events={**which, "what": "calls"},
        tickets={"of": "appointments", **which},
    )


def opening(lived: Told) -> Text:
    every = lived.line("summary")
    if every is None:
        return t.APPOINTMENTS["none"]
    kept, waits, before = share(every["kept_share"]), lived.line("by_service"), lived.before.line("summary")
    counts = {name: every[name] for name in COUNTED}
    if not enough(kept):
        return t.APPOINTMENTS["few"].fill(**counts)
    whole = t.APPOINTMENTS["answer"].fill(
        n=kept.n,
        share=percent(kept),
        compared=compared(lived, kept, share(before["kept_share"]) if before else None),
        **counts,
    )
    if waits is None:
        return whole
    return whole + t.APPOINTMENTS["waits"].fill(p90=minutes(waits["p90"]))
