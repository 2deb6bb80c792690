"""How much of everything a set-up may hold, by its place without list numbers: `services.note`.

One table for the rules, the set-up page and the description of the interface. What is not named here has
the usual most; a number always has its own.
"""

from collections.abc import Collection, Mapping

from server.domain.config.config import FORM, HallConfig
from server.domain.form import USUAL_ITEMS, USUAL_LETTERS, Kind, Range, places
from server.domain.letters import cleaned

NUMBERS: Mapping[str, Range] = {place: field.ends for place, field in places(FORM) if field.ends}
LETTERS: Mapping[str, int] = {
    place: field.letters for place, field in places(FORM) if field.letters != USUAL_LETTERS
}
ITEMS: Mapping[str, int] = {
    place: field.most
    for place, field in places(FORM)
    if field.kind in (Kind.TABLE, Kind.CHOICES) and field.most != USUAL_ITEMS
}
LINES: Collection[str] = frozenset(place for place, field in places(FORM) if field.lines > 1)
MOST_LINES = 12


def letters_at(path: str) -> int:
    return LETTERS.get(path, USUAL_LETTERS)


def items_at(path: str) -> int:
    return ITEMS.get(path, USUAL_ITEMS)


def without_junk(config: HallConfig) -> HallConfig:
    """The one door of every set-up, by page, file or command: letters, and line ends where they are meant."""
    return cleaned(config, LINES)
