"""The words of a call."""

import pytest

from server.devices.speaking.phrases import (
    FIRST,
    Readings,
    cardinal,
    counter_phrase,
    number_phrase,
    phrases,
    readings_of,
)
from server.domain.config.pieces.equipment import Pronunciation, VoiceConfig
from server.domain.text import Text

THIRD = Text("3 号窗口", "Counter 3")
ANNOUNCEMENTS = ((1, False), (2, False), (3, True))


def _said(language: str) -> list[tuple[str, str]]:
    return [
        phrases("A001", THIRD, "c3", announcement=nth, last_call=last, language=language)
        for nth, last in ANNOUNCEMENTS
    ]


def test_a_customer_hears_from_the_chinese_words_which_call_it_is() -> None:
    assert _said("zh") == [
        ("请A零零一号", "到三号窗口办理"),
        ("请A零零一号尽快", "到三号窗口"),
        ("A零零一号，最后一次呼叫", "请到三号窗口"),
    ]


def test_a_visitor_hears_from_the_english_words_which_call_it_is() -> None:
    assert _said("en") == [
        ("Ticket A, 0 0 1,", "please go to counter 3"),
        ("Ticket A, 0 0 1, please come now", "to counter 3"),
        ("Ticket A, 0 0 1, last call,", "please go to counter 3"),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_three_texts_differ(language: str) -> None:
    assert len(set(_said(language))) == 3


def test_a_recall_before_the_last_is_worded_as_a_recall() -> None:
    said = phrases("A001", THIRD, "c3", announcement=3, last_call=False, language="zh")
    assert said == ("请A零零一号尽快", "到三号窗口")


def test_every_digit_of_a_four_digit_number_is_said_alone() -> None:
    assert number_phrase("A1030", FIRST, "zh") == "请A一零三零号"
    assert number_phrase("A1030", FIRST, "en") == "Ticket A, 1 0 3 0,"


def test_a_number_without_a_letter_can_be_said() -> None:
    assert number_phrase("0375", FIRST, "zh") == "请零三七五号"
    assert number_phrase("0375", FIRST, "en") == "Ticket 0 3 7 5,"


def test_one_is_read_yao_where_the_hall_wants_it_but_not_in_a_counters_name() -> None:
    yao = Readings(one="幺")
    assert number_phrase("B112", FIRST, "zh", yao) == "请B幺幺二号"
    assert counter_phrase(Text("11 号窗口", "Counter 11"), "c11", FIRST, "zh", yao) == "到十一号窗口办理"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (0, "零"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "一百"),
        (105, "一百零五"), (112, "一百一十二"), (200, "二百"), (1001, "一千零一"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_a_counters_figure_is_said_as_a_cardinal(figure: int, said: str) -> None:
    assert cardinal(figure) == said


def test_a_room_is_said_by_its_name() -> None:
    room = Text("理财室", "the Wealth Room")
    assert counter_phrase(room, "w1", FIRST, "zh") == "到理财室办理"
    assert counter_phrase(room, "w1", FIRST, "en") == "please go to the Wealth Room"


def test_a_room_with_a_figure_keeps_both() -> None:
    assert counter_phrase(Text("贵宾室 2", "VIP Room 2"), "v2", FIRST, "zh") == "到贵宾室二办理"


def test_a_counter_without_a_name_is_said_by_its_id() -> None:
    assert counter_phrase(Text("", ""), "12", FIRST, "zh") == "到十二号窗口办理"
    assert counter_phrase(Text("", ""), "12", FIRST, "en") == "please go to counter 12"


def test_the_halls_lexicon_overrides_how_a_name_is_read() -> None:
    readings = Readings(lexicon={"VIP": "贵宾"})
    assert counter_phrase(Text("VIP 室", "VIP"), "v", FIRST, "zh", readings) == "到贵宾室办理"


def test_a_hall_sets_how_its_words_are_read() -> None:
    voice = VoiceConfig(one="幺", lexicon=(Pronunciation(written="VIP", spoken="贵宾"),))
    assert number_phrase("A101", FIRST, "zh", readings_of(voice)) == "请A幺零幺号"
    assert counter_phrase(Text("VIP 室", "VIP room"), "v", FIRST, "zh", readings_of(voice)) == "到贵宾室办理"
