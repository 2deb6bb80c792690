"""The words of one call: a number phrase and a counter phrase, worded by how often it was called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from server.domain.equipment.setup import VoiceConfig
from server.domain.text import Text

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


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
    said = wording(announcement, last_call)
    return (
        number_phrase(number, said, language, readings),
        counter_phrase(counter_name, counter_id, said, language, readings),
    )


def wording(announcement: int, last_call: bool) -> Wording:
    if last_call:
        return LAST
    return FIRST if announcement <= 1 else AGAIN


def number_phrase(number: str, said: Wording, language: str, readings: Readings = PLAIN) -> str:
    """For `A001`: `请A零零一号`. One word per digit: a voice reads 103 as 一百三."""
    letters = number.rstrip("0123456789")
    digits = number[len(letters) :]
    if language == "zh":
        spelled = "".join(readings.one if d == "1" else _DIGITS[int(d)] for d in digits)
        return said.number.zh.format(number=letters + spelled)
    spelled = ", ".join(filter(None, (letters, " ".join(digits))))  # without the comma A is the article
    return said.number.en.format(number=spelled)


def counter_phrase(name: Text, counter: str, said: Wording, language: str, readings: Readings = PLAIN) -> str:
    """For `3 号窗口`: `到三号窗口办理`. Figures in names are cardinals; a room is said by its name."""
    if language == "zh":
        place = name.zh or UNNAMED.zh.format(counter=counter)
        place = re.sub(r"\d{1,4}", lambda m: cardinal(int(m[0])), _by_lexicon(place, readings))
        return said.counter.zh.format(counter=place.replace(" ", ""))
    place = name.en or UNNAMED.en.format(counter=counter)
    return said.counter.en.format(counter=_by_lexicon(place, readings).replace("Counter", "counter"))


def cardinal(figure: int) -> str:
    """Say 0 to 9999 in Chinese as a counter's number is said: 12 十二, 2 二 and never 两, 105 一百零五."""
    if figure == 0:
        return _DIGITS[0]
    written = str(figure)
    said = "".join(
        _DIGITS[int(d)] + (_UNITS[place] if d != "0" else "")
        for place, d in zip(range(len(written) - 1, -1, -1), written, strict=True)
    )
    return re.sub("零+", "零", said).rstrip("零").removeprefix("一" if 10 <= figure < 20 else "")  # noqa: PLR2004


def _by_lexicon(name: str, readings: Readings) -> str:
    for written, spoken in readings.lexicon.items():
        name = name.replace(written, spoken)
    return name
