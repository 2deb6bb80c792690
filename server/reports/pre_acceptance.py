"""What was done while customers waited, and the minutes it saves at the counter (Q20, Q23, Q24)."""

from collections.abc import Iterator

from sqlalchemy import Integer, cast, func, select

from server.domain.config.config import HallConfig
from server.domain.config.figures import LEAST
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.counting.conditions import PREPARED, WROTE
from server.reports.opening import Told, compared, enough, percent, share
from server.reports.period import Period
from server.reports.report import Cell, Cells, Row, Share, Sheet, TooFew
from server.reports.texts import ALL, sheet
from server.reports.waits import name_of
from server.visits.past import LEG, VISIT, Past

TITLE = Text("预受理", "Prepared while waiting")
SECONDS = 60  # a minute


def columns() -> tuple[Sheet, ...]:
    return (
        sheet("rate", "service", "prepared_share", "steps"),
        sheet("saved", "service", "prepared_n", "prepared_mean", "other_n", "other_mean", "saved"),
        sheet("forms", "service", "n", "mean_form"),
    )


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return [
        *_rate(past, period, config),
        *_saved(past, period, config),
        *_forms(past, period, config),
    ]


def _rate(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """Of all numbers of the period; a business that knows no steps has no line of its own."""
    asked = (
        select(VISIT.c.service, func.count(), func.sum(cast(PREPARED, Integer)), func.sum(VISIT.c.prepared))
        .where(past.issued(VISIT, period.start, period.end))
        .group_by(VISIT.c.service)
        .order_by(VISIT.c.service)
    )
    by_service = [tuple(row) for row in past.rows(asked)]
    for service, n, k, steps in by_service:
        known = config.service.get(service)
        if not k and not (known and known.entry.steps):
            continue
        cells: Cells = {
            "service": name_of(service, config),
            "prepared_share": Share(k=k, n=n),
            "steps": steps,
        }
        of_service = {"of": "prepared", "service": service}
        yield Row(sheet="rate", cells=cells, events={"service": service}, tickets=of_service)
    if by_service:
        n, k, steps = (sum(row[column] for row in by_service) for column in (1, 2, 3))
        cells = {"service": ALL, "prepared_share": Share(k=k, n=n), "steps": steps}
        yield Row(sheet="rate", cells=cells, events={"what": "door"}, tickets={"of": "prepared"})


def _saved(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    """The same business with and without, by its time at the counter; too few of either tell nothing."""
    with_it = LEG.c.prepared > 0
    asked = (
        select(LEG.c.done, with_it, func.count(), func.avg(LEG.c.handling_seconds))
        .where(past.within(LEG.c.ended_at, period.start, period.end), LEG.c.served, LEG.c.done != "")
        .group_by(LEG.c.done, with_it)
    )
    means = {(done, bool(prepared)): (n, float(mean)) for done, prepared, n, mean in past.rows(asked)}
    for service in sorted({done for done, prepared in means if prepared}):
        (n, mean), (others, usual) = means[service, True], means.get((service, False), (0, None))
        few = min(n, others)
        saved: Cell = TooFew(n=few, minimum=LEAST)
        if few >= LEAST and usual is not None:
            saved = usual - mean
        cells: Cells = {
            "service": name_of(service, config),
            "prepared_n": n,
            "prepared_mean": mean,
            "other_n": others,
            "other_mean": usual,
            "saved": saved,
        }
        listed = {"of": "served_prepared", "service": service}
        yield Row(sheet="saved", cells=cells, events={"service": service}, tickets=listed)


def _forms(past: Past, period: Period, config: HallConfig) -> Iterator[Row]:
    asked = (
        select(VISIT.c.service, func.count(), func.avg(VISIT.c.form_seconds))
        .where(past.issued(VISIT, period.start, period.end), WROTE)
        .group_by(VISIT.c.service)
        .order_by(VISIT.c.service)
    )
    for service, n, mean in past.rows(asked):
        cells: Cells = {"service": name_of(service, config), "n": n, "mean_form": float(mean)}
        listed = {"of": "wrote", "service": service}
        yield Row(sheet="forms", cells=cells, events={"service": service}, tickets=listed)


def opening(lived: Told) -> Text:
    """ "预受理率 38 %（45/118），B 类平均少 5:40（n=12/19）" (Q24)."""
    every = lived.line("rate")
    if every is None:
        return t.PRE_ACCEPTANCE["none"]
    rate, before = share(every["prepared_share"]), lived.before.line("rate")
    if not enough(rate):
        return t.PRE_ACCEPTANCE["few"].fill(n=rate.n, k=rate.k)
    answer = t.PRE_ACCEPTANCE["answer"].fill(
        share=percent(rate),
        k=rate.k,
        n=rate.n,
        compared=compared(lived, rate, share(before["prepared_share"]) if before else None),
    )
    return answer + _most_saved(lived) if rate.k else answer


def _most_saved(lived: Told) -> Text:
    """The business that saves most, by its own minutes."""
    comparable = [line for line in lived.lines("saved") if isinstance(line["saved"], float)]
    if not comparable:
        return t.PRE_ACCEPTANCE["not_compared"].fill(least=LEAST)
    most = max(comparable, key=_seconds)
    return t.PRE_ACCEPTANCE["less" if _seconds(most) >= 0 else "more"].fill(
        service=most["service"],
        time=clock(abs(_seconds(most))),
        n=most["prepared_n"],
        others=most["other_n"],
    )


def _seconds(line: Cells) -> float:
    seconds = line["saved"]
    assert isinstance(seconds, float)
    return seconds


def clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // SECONDS}:{whole % SECONDS:02}"
