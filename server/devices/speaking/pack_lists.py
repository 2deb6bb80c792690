"""Which words a hall's voice needs: those a person records, and those a neural voice builds overnight."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.devices.speaking.control_texts import CONTROLS
from server.devices.speaking.pack_texts import COLUMNS, USES
from server.devices.speaking.phrases import (
    AGAIN,
    FIRST,
    LAST,
    Readings,
    counter_phrase,
    number_phrase,
    readings_of,
)
from server.devices.speaking.recordings import named
from server.devices.speaking.speech_texts import SPOKEN
from server.domain.config.chinese_alone import spoken_in
from server.domain.config.config import HallConfig
from server.domain.text import Text

_DIGITS = "零一二三四五六七八九"
CLEAR_LETTERS = "ABCDF"  # in a Chinese call, by tests with a recogniser


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRecord:
    """One recording: its file in the pack's folder, what is said in it, and what for."""

    file: str
    language: str
    text: str
    use: Text
    optional: bool = False


def to_record(config: HallConfig) -> tuple[ToRecord, ...]:
    """All that the calls of this hall are put together from, in every language it speaks."""
    lines: dict[str, ToRecord] = {}
    for language in dict.fromkeys(spoken_in(config)):
        for text, use in _words(config, language):
            file = named(text, language)
            lines.setdefault(
                file,
                ToRecord(file=file, language=language, text=text, use=USES[use], optional=use == "screen"),
            )
    return tuple(lines.values())


def as_csv(lines: Sequence[ToRecord]) -> str:
    """A table for a spreadsheet or for the one who records."""
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\n")
    out.writerow(f"{zh} {en}" for zh, en in zip(COLUMNS.zh.split(","), COLUMNS.en.split(","), strict=True))
    out.writerows((line.file, line.text, f"{line.use.zh} {line.use.en}") for line in lines)
    return written.getvalue()


def unclear_letters(config: HallConfig) -> str:
    """Letters of the hall's queues that are easily misheard."""
    return "".join(letter for letter in _letters(config) if letter not in CLEAR_LETTERS)


def to_build(config: HallConfig, upto: int) -> tuple[str, ...]:
    """Chinese phrases, the ones needed most come first: an interrupted build is of use."""
    readings = readings_of(config.voice)
    numbers = range(config.figures.series_start, upto + 1)
    tickets = [f"{letter}{number:03}" for number in numbers for letter in _series_letters(config)]
    return tuple(
        dict.fromkeys(
            (
                *_counters(config, "zh", readings),
                "尽快",
                "最后一次呼叫",
                *(number_phrase(ticket, FIRST, "zh", readings) for ticket in tickets),
                *(number_phrase(ticket, LAST, "zh", readings).split("，")[0] for ticket in tickets),
            )
        )
    )


def _series_letters(config: HallConfig) -> list[str]:
    return list(dict.fromkeys(queue.letter for queue in config.queues))


def _letters(config: HallConfig) -> Iterator[str]:
    yield from dict.fromkeys("".join(_series_letters(config)))


def _words(config: HallConfig, language: str) -> Iterator[tuple[str, str]]:
    """Each text with the name of its use; one recording a counter serves all three calls."""
    readings = readings_of(config.voice)
    chinese = language == "zh"
    yield ("请" if chinese else "Ticket"), "please"
    yield from ((letter, "letter") for letter in _letters(config))
    digits = _DIGITS.replace("一", readings.one) if chinese else "0123456789"
    yield from ((digit, "digit") for digit in digits)
    if chinese:
        yield "号", "number"
    yield ("尽快" if chinese else "please come now"), "again"
    yield ("最后一次呼叫" if chinese else "last call"), "last"
    for place in config.counters:
        yield counter_phrase(place.name, place.id, AGAIN, language, readings), "counter"
    yield ("办理" if chinese else "please go"), "business"
    aloud = (*SPOKEN.values(), *CONTROLS.values())
    yield from ((text.zh if chinese else text.en, "screen") for text in aloud)


def _counters(config: HallConfig, language: str, readings: Readings) -> Iterator[str]:
    for wording in (FIRST, AGAIN, LAST):
        for place in config.counters:
            yield counter_phrase(place.name, place.id, wording, language, readings)
