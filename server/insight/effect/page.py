"""What the remedy did to satisfaction with waiting, and what cannot be said about it (R04, R09, R11)."""

from collections.abc import Iterable

from server.domain.config.config import HallConfig
from server.insight.effect.bunching import bunching
from server.insight.effect.causal import launch_section, lot_section, threshold_section
from server.insight.effect.checks import bunching_section, response_section
from server.insight.effect.columns import Answer, Columns, columns
from server.insight.effect.compared import bands_section, cared_section, ordinary_section
from server.insight.effect.cost import Gift, cost_section
from server.insight.effect.sheet import Bars, Period, Sheet, within


def effect_sheet(
    answers: Iterable[Answer], config: HallConfig, period: Period, gifts: Iterable[Gift] = ()
) -> Sheet:
    """The whole page, of one hall or of many, by the answers inside the period; their order is nothing."""
    rows = columns(a for a in answers if within(period, a.day))
    return sheet_of_columns(rows, config, period, gifts)


def sheet_of_columns(rows: Columns, config: HallConfig, period: Period, gifts: Iterable[Gift]) -> Sheet:
    """The same, of answers of the period that are columns already."""
    figures = config.figures
    bars = Bars(satisfied_from=figures.satisfied_from, minimum=figures.rated_minimum)
    threshold = figures.remedy_threshold_seconds / 60
    piled = bunching(rows.waited, threshold)
    at_threshold = threshold_section(rows, threshold, bars, piled)
    lot, launch = lot_section(rows, threshold, bars), launch_section(rows, threshold, bars)
    return Sheet(
        first=period.first,
        last=period.last,
        threshold_seconds=figures.remedy_threshold_seconds,
        n=len(rows.rated),
        sections=(
            ordinary_section(rows, bars),
            bands_section(rows, bars),
            at_threshold.section,
            bunching_section(piled, threshold),
            response_section(rows, threshold),
            lot.section,
            launch.section,
            cared_section(rows, bars),
            cost_section([g for g in gifts if within(period, g.day)], (lot, at_threshold, launch)),
        ),
    )
