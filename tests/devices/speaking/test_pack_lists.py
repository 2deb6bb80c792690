"""The words a hall's voice needs."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from server.devices.speaking.pack_lists import as_csv, to_build, to_record, unclear_letters
from server.devices.speaking.phrases import phrases, readings_of
from server.devices.speaking.recordings import named, pieces, words_of
from server.domain.config.pieces.equipment import Pronunciation, VoiceConfig
from server.domain.text import Text
from tests.builders import COUNTERS, QUEUES, a_config, with_figures
from tests.devices.recorded_pack import record

CALLS = ((1, False), (2, False), (3, True))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("one", ["一", "幺"])
def test_whoever_records_the_list_can_say_every_call_of_the_hall(
    tmp_path: Path, language: str, one: str
) -> None:
    config = replace(with_figures(speech_languages=f"{language},{language}"), voice=VoiceConfig(one=one))
    record(tmp_path, (line.file for line in to_record(config) if not line.optional))
    for place in config.counters:
        for nth, last in CALLS:
            said = phrases(
                "A1234567890",
                place.name,
                place.id,
                announcement=nth,
                last_call=last,
                language=language,
                readings=readings_of(config.voice),
            )
            assert all(pieces(tmp_path, words_of(text, language), language) for text in said), said


def test_the_list_is_short_and_in_the_halls_languages_only() -> None:
    config = with_figures(speech_languages="zh,zh")
    needed = [line for line in to_record(config) if not line.optional]
    assert {line.language for line in needed} == {"zh"}
    assert len(needed) == 15 + len({queue.letter for queue in QUEUES}) + len(COUNTERS)
    both = to_record(with_figures(speech_languages="zh,en"))
    assert len({line.file for line in both}) == len(both)
    assert {"zh", "en"} == {line.language for line in both}


def test_a_counters_recording_follows_the_halls_lexicon() -> None:
    room = replace(COUNTERS[0], name=Text("VIP 室", "VIP room"))
    lexicon = (Pronunciation(written="VIP", spoken="贵宾"),)
    lines = to_record(a_config(counters=(room,), voice=VoiceConfig(lexicon=lexicon)))
    assert "zh/到贵宾室.wav" in {line.file for line in lines}


def test_the_table_opens_in_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(to_record(a_config())))))
    assert rows[0] == ["文件 file", "说的话 words", "用处 use"]
    assert rows[1] == ["zh/请.wav", "请", "每次叫号的开头 begins a call"]
    assert {len(row) for row in rows} == {3}


def test_a_series_is_built_with_what_is_needed_most_first() -> None:
    built = to_build(a_config(), upto=2)
    letters = list(dict.fromkeys(queue.letter for queue in QUEUES))
    assert built[: len(COUNTERS)] == tuple(f"到{n}号窗口办理" for n in "一二三四五六")
    numbers = [phrase for phrase in built if "零零" in phrase]
    assert numbers[: len(letters)] == [f"请{letter}零零一号" for letter in letters]
    assert numbers[len(letters)] == "请A零零二号"
    assert numbers[-1] == f"{letters[-1]}零零二号"
    assert len(set(built)) == len(built) == 3 * len(COUNTERS) + 2 + 4 * len(letters)


def test_a_built_series_says_every_call(tmp_path: Path) -> None:
    record(tmp_path, (named(phrase, "zh") for phrase in to_build(a_config(), upto=1)))
    for nth, last in CALLS:
        said = phrases("A001", COUNTERS[0].name, "1", announcement=nth, last_call=last, language="zh")
        assert all(pieces(tmp_path, words_of(text, "zh"), "zh") for text in said)


def test_letters_that_are_easily_misheard_are_named() -> None:
    queues = tuple(replace(QUEUES[0], id=letter, letter=letter) for letter in "AEFGB")
    assert unclear_letters(a_config(queues=queues)) == "EG"
    assert unclear_letters(a_config()) == ""


def test_nobody_records_english_for_a_hall_of_chinese_alone() -> None:
    both = with_figures(speech_languages="zh,en")
    assert {line.language for line in to_record(both)} == {"zh", "en"}
    assert {line.language for line in to_record(replace(both, languages="zh"))} == {"zh"}
