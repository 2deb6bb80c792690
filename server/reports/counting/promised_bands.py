"""The bands of a promised wait, in minutes: an error of three is much of five and little of forty."""

from itertools import pairwise

from sqlalchemy import ColumnElement, case

from server.domain.text import Text
from server.visits.past import VISIT

ENDS = (0, 2, 5, 10, 15, 30)  # minutes; the last band has no end
MINUTE = 60
BANDS = (*(f"{low}-{high}" for low, high in pairwise(ENDS)), f"{ENDS[-1]}+")
HIGH = VISIT.c.promised_high


def band_name(band: str) -> Text:
    low, _, high = band.partition("-")
    if not high:
        return Text(f"{ENDS[-1]} 分钟以上", f"more than {ENDS[-1]} min")
    return Text(f"{low}–{high} 分钟", f"{low}–{high} min")


def band_of() -> ColumnElement[int]:
    """Its place among them, by the later end of what was promised."""
    return case(*((high * MINUTE >= HIGH, n) for n, high in enumerate(ENDS[1:])), else_=len(ENDS) - 1)


def within_band(band: str) -> ColumnElement[bool]:
    return band_of() == (BANDS.index(band) if band in BANDS else -1)
