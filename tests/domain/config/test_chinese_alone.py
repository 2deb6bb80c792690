"""A set-up in Chinese alone: every word loses its English, speech and slips too, and it stays sound."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from server.domain.config.chinese_alone import in_chinese_alone
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from server.packs.hall_file import pack
from server.packs.names import packs


def english(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        yield from [value.en] if value.en else []
    elif isinstance(value, tuple):
        for item in value:
            yield from english(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from english(getattr(value, field.name))


@pytest.mark.parametrize("name", packs())
def test_every_pack_is_a_sound_hall_without_a_word_of_english(name: str) -> None:
    both = pack(name)
    alone = in_chinese_alone(both)
    assert list(english(both))
    assert list(english(alone)) == []
    assert list(problems(alone)) == []
    assert alone.slip.languages == "zh"
    assert alone.name.zh == both.name.zh
    assert [s.id for s in alone.services] == [s.id for s in both.services]


@pytest.mark.parametrize(
    ("said", "then"), [("zh,en", "zh"), ("zh,zh", "zh,zh"), ("en,zh,en,zh", "zh,zh"), ("en", "zh")]
)
def test_calls_are_spoken_in_chinese(said: str, then: str) -> None:
    both = pack("gas")
    both = replace(both, figures=replace(both.figures, speech_languages=said))
    assert in_chinese_alone(both).figures.speech_languages == then
