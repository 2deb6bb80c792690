"""What of a set-up is too small, too large, too long or too many; piece by piece, so nothing is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from server.domain.config.bounds import MOST_LINES, NUMBERS, items_at, letters_at
from server.domain.config.changes.values import number_text
from server.domain.config.config import FORM, HallConfig
from server.domain.config.figures import FIGURES
from server.domain.config.pieces.calendar import FIRST_DAY, LAST_DAY
from server.domain.config.soundness.problems import Problem, called, say
from server.domain.form import places
from server.domain.text import Text

FIELDS = dict(places(FORM))
SAYABLE = 10**12  # beyond it, and what is no number at all, stands as it was written

IN_WORDS: Mapping[str, str] = {  # where a plain "must not be above" would leave open what is meant
    "services.standard_seconds": "standard_time",
    "services.mean_seconds": "mean_time",
    "services.entry.enough": "enough",
    "figures.speech_rate": "speech_rate",
    "figures.wait_question_share": "share",
    "figures.wait_goal_share": "share",
    "remedy_share": "share",
    "weekdays.weekday": "weekday",
    "printers.dots": "paper_width",
    "printers.feed": "paper_feed",
    "printers.density": "density",
    "voice.volume": "volume",
    "voice.volume_steps.volume": "volume",
    "layouts.rows": "rows",
    "strips.columns": "columns",
    **{f"zones.area.{side}": "off_the_map" for side in ("x", "y", "width", "height")},
    **{f"counters.spot.{side}": "off_the_map" for side in ("x", "y")},
}


def bound_rules(config: HallConfig) -> Iterator[Problem]:
    for field in fields(config):
        yield from _at(getattr(config, field.name), field.name, field.name, field.name)


def _at(value: Any, path: str, where: str, thing: object) -> Iterator[Problem]:
    """`path` is the place in the table, `where` the place in this set-up, `thing` what people call it."""
    match value:
        case bool() | None:
            return
        case int() | float():
            yield from _number(value, path, where, thing)
        case str():
            yield from _text(value, path, where)
        case date():
            if not FIRST_DAY <= value <= LAST_DAY:
                yield say("odd_day", where, said=value, first=FIRST_DAY, last=LAST_DAY)
        case tuple():
            if len(value) > items_at(path):
                yield say("too_many", where, most=items_at(path), said=len(value))
                return  # what is beyond the most is not looked at piece by piece
            for n, item in enumerate(value):
                yield from _at(item, path, f"{where}[{n}]", thing)
        case _ if is_dataclass(value):
            yield from _part(value, path, where, thing)


def _part(value: Any, path: str, where: str, thing: object) -> Iterator[Problem]:
    known = called(value, where) if hasattr(value, "id") and hasattr(value, "name") else thing
    for field in fields(value):
        if isinstance(value, Text):
            yield from _at(getattr(value, field.name), path, where, known)
        else:
            named = FIGURES[field.name].text if path == "figures" else getattr(value, "act", known)
            yield from _at(getattr(value, field.name), f"{path}.{field.name}", f"{where}.{field.name}", named)


def _number(value: float, path: str, where: str, thing: object) -> Iterator[Problem]:
    bound = NUMBERS[path]
    if value not in bound:
        usual = "above" if value > bound.most else "below"
        code = IN_WORDS.get(path, usual)
        least, most = (number_text(FIELDS[path], end) for end in (bound.least, bound.most))
        words = number_text(FIELDS[path], value) if abs(value) < SAYABLE else value
        yield say(code, where, id=thing, said=words, least=least, most=most)


def _text(value: str, path: str, where: str) -> Iterator[Problem]:
    if len(value) > letters_at(path):
        yield say("too_long", where, most=letters_at(path), said=len(value))
    elif value.count("\n") >= MOST_LINES:
        yield say("too_many_lines", where, most=MOST_LINES)
