from string import Formatter

from server.devices.printing import slip_texts
from server.domain.text import Text


def sentences() -> list[Text]:
    return [text for text in vars(slip_texts).values() if isinstance(text, Text)] + list(slip_texts.DAYS)


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_of_a_sentence_carry_the_same_facts() -> None:
    assert len(sentences()) > 15
    for text in sentences():
        assert text.zh
        assert text.en
        assert places(text.zh) == places(text.en)


def test_the_week_begins_on_monday_as_the_calendar_of_the_language_does() -> None:
    assert [day.en for day in slip_texts.DAYS] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert slip_texts.DAYS[2].zh == "周三"
