"""How a hall's counters are called, and which of their names hold letters that no voice can read."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from server.devices.speaking.phrases import Readings, place_phrase
from server.devices.speaking.sayable import unread
from server.domain.config.config import HallConfig
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSaid:
    """`said` in Chinese as the voice is given it; `refused` are the letters in it that have no reading."""

    counter: str
    name: str
    said: str
    refused: str


def names_said(counters: Iterable[tuple[str, Text]], readings: Readings) -> tuple[NameSaid, ...]:
    """In the order of the counters, given as id and name."""
    return tuple(_name_said(counter, name, readings) for counter, name in counters)


def refused_names(config: HallConfig, readings: Readings) -> tuple[NameSaid, ...]:
    """The counters that no voice can call by their name as it stands."""
    names = names_said(((place.id, place.name) for place in config.counters), readings)
    return tuple(one for one in names if one.refused)


def _name_said(counter: str, name: Text, readings: Readings) -> NameSaid:
    phrase = place_phrase(name, counter, "zh", readings)
    return NameSaid(counter=counter, name=name.zh, said=phrase, refused=unread(phrase) + _rare(phrase))


def _rare(phrase: str) -> str:
    """Rare letters; without the neural voice nobody here knows which have a reading."""
    if find_spec("pypinyin") is None:
        return ""
    rare: str = import_module("server.devices.speaking.mandarin_phonemes").unread_hanzi(phrase)
    return rare
