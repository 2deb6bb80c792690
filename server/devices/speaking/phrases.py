"""The words of one call: a number phrase and a counter phrase, worded by how often it was called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from server.devices.speaking.sayable import cardinal as cardinal  # noqa: PLC0414  # where it was first
from server.devices.speaking.sayable import chinese, english, spelled
from server.domain.config.pieces.equipment import VoiceConfig
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one announcement is said; its number phrase can be rendered when the ticket is issued."""

    number: Text
    counter: Text


# 5.6: the three texts differ, so that a customer hears which call it is; priority is never mentioned.
FIRST = Wording(
    number=Text("请{number}号", "Ticket {number},"),
    counter=Text("到{counter}办理", "please go to {counter}"),
)
AGAIN = Wording(
    number=Text("请{number}号尽快", "Ticket {number}, please come now"),
    counter=Text("到{counter}", "to {counter}"),
)
LAST = Wording(
    number=Text("{number}号，最后一次呼叫", "Ticket {number}, last call,"),
    counter=Text("请到{counter}", "please go to {counter}"),
)
UNNAMED = Text("{counter}号窗口", "counter {counter}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """How a hall wants things said: 1 as 一 or 幺, and names by its own lexicon (written → spoken)."""

    one: str = "一"
    lexicon: Mapping[str, str] = field(default_factory=dict)


PLAIN = Readings()


def readings_of(voice: VoiceConfig) -> Readings:
    return Readings(one=voice.one, lexicon={word.written: word.spoken for word in voice.lexicon})


def phrases(
    number: str,
    counter_name: Text,
    counter_id: str,
    *,
    announcement: int,
    last_call: bool,
    language: str,
    readings: Readings = PLAIN,
) -> tuple[str, str]:
    """The two phrases of one announcement (1 is the first) in one language ("zh" or "en")."""
    words = wording(announcement, last_call)
    return (
        number_phrase(number, words, language, readings),
        counter_phrase(counter_name, counter_id, words, language, readings),
    )


def wording(announcement: int, last_call: bool) -> Wording:
    if last_call:
        return LAST
    return FIRST if announcement <= 1 else AGAIN


def number_phrase(number: str, words: Wording, language: str, readings: Readings = PLAIN) -> str:
    """For `A001`: `请A零零一号`. One word per digit: a voice reads 103 as 一百三."""
    letters = number.rstrip("0123456789")
    digits = number[len(letters) :]
    if language == "zh":
        return words.number.zh.format(number=letters + spelled(digits, readings.one))
    figures = ", ".join(filter(None, (letters, " ".join(digits))))  # without the comma A is the article
    return words.number.en.format(number=figures)


def counter_phrase(
    name: Text, counter: str, words: Wording, language: str, readings: Readings = PLAIN
) -> str:
    """For `3 号窗口`: `到三号窗口办理`; a room is said by its name."""
    return (words.counter.zh if language == "zh" else words.counter.en).format(
        counter=place_phrase(name, counter, language, readings)
    )


def place_phrase(name: Text, counter: str, language: str, readings: Readings = PLAIN) -> str:
    """How a counter is called: its name in words, the hall's own reading of it first."""
    if language == "zh":
        place = _by_lexicon(name.zh or UNNAMED.zh.format(counter=counter), readings)
        return chinese(place, readings.one)
    place = name.en or UNNAMED.en.format(counter=counter)
    return english(_by_lexicon(place, readings)).replace("Counter", "counter")


def _by_lexicon(name: str, readings: Readings) -> str:
    """The longest word first, and none within what another has become."""
    words = sorted(filter(None, readings.lexicon), key=len, reverse=True)
    if not words:
        return name
    return re.sub("|".join(map(re.escape, words)), lambda match: readings.lexicon[match[0]], name)
