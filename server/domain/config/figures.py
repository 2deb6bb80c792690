"""Every figure a hall can set, each stated once: set-up page, rules and documents are made from these tables.

The journal keeps which were in force when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from server.domain.config.figure import Figure
from server.domain.config.figure_groups.calling import CallingFigures
from server.domain.config.figure_groups.care import CareFigures
from server.domain.config.figure_groups.day import DayFigures
from server.domain.config.figure_groups.numbers import NumberFigures
from server.domain.config.figure_groups.rating import RatingFigures
from server.domain.config.figure_groups.voice import VoiceFigures
from server.domain.config.figure_groups.waits import WaitFigures
from server.domain.form import Range

LEAST = 10  # fewer cases are told as a number and never as a share, on every screen and sheet


@dataclass(frozen=True, kw_only=True)
class Figures(
    DayFigures,
    VoiceFigures,
    RatingFigures,
    NumberFigures,
    CallingFigures,
    CareFigures,
    WaitFigures,
):
    """One hall's thresholds and limits; a manager looks for each in its group."""


FIGURES: Mapping[str, Figure] = {f.name: f.metadata["figure"] for f in fields(Figures)}
FIGURE_BOUNDS: Mapping[str, Range] = {name: known.ends for name, known in FIGURES.items() if known.ends}
