"""A hall of Chinese alone: nothing it prints or says has any English, and its settings stand."""

from dataclasses import replace

import pytest

from server.domain.config.chinese_alone import heard_in, languages_of, slip_of, spoken_in
from server.domain.config.config import HallConfig
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from server.packs.hall_file import pack
from server.packs.names import packs


def alone(config: HallConfig) -> HallConfig:
    return replace(config, languages="zh")


def speaking(said: str) -> HallConfig:
    both = pack("gas")
    return replace(both, figures=replace(both.figures, speech_languages=said))


@pytest.mark.parametrize("name", packs())
def test_every_pack_is_a_sound_hall_in_chinese_alone_and_keeps_its_english_for_later(name: str) -> None:
    both = pack(name)
    assert languages_of(both) == "both"
    assert languages_of(alone(both)) == "zh"
    assert list(problems(alone(both))) == []
    assert replace(alone(both), languages="both") == both


def test_before_there_is_a_set_up_both_are_offered() -> None:
    assert languages_of(None) == "both"
    assert heard_in(None, "en") == "en"


def test_a_hall_none_of_whose_names_has_any_english_speaks_chinese_alone_without_having_said_so() -> None:
    """So did halls from before it was asked: half of a screen in English helps nobody."""
    both = pack("gas")
    bare = replace(
        both,
        name=Text(both.name.zh, ""),
        queues=tuple(replace(q, name=Text(q.name.zh, "")) for q in both.queues),
        services=tuple(replace(s, name=Text(s.name.zh, "")) for s in both.services),
    )
    assert languages_of(bare) == "zh"
    with_one = replace(bare, services=(both.services[0], *bare.services[1:]))
    assert languages_of(with_one) == "both"
    assert [s.name.in_("en") for s in with_one.services[:2]] == [
        both.services[0].name.en,
        both.services[1].name.zh,  # whole, in the language it has
    ]


@pytest.mark.parametrize(
    ("said", "then"), [("zh,en", "zh"), ("zh,zh", "zh,zh"), ("en,zh,en,zh", "zh,zh"), ("en", "zh")]
)
def test_calls_are_spoken_in_chinese(said: str, then: str) -> None:
    assert spoken_in(alone(speaking(said))) == tuple(then.split(","))
    assert spoken_in(speaking(said)) == tuple(said.split(","))


def test_slips_are_printed_in_chinese_whoever_took_the_number() -> None:
    both = pack("gas")
    assert (slip_of(both).languages, heard_in(both, "en"), heard_in(both, "fr")) == ("both", "en", "zh")
    assert (slip_of(alone(both)).languages, heard_in(alone(both), "en")) == ("zh", "zh")
    assert slip_of(alone(both)).head == both.slip.head
