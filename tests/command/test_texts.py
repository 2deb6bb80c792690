"""What the command line says."""

import string

import pytest

from server.command.texts import SAYS, both, text_of


@pytest.mark.parametrize("name", SAYS)
def test_both_languages_say_the_same_things(name: str) -> None:
    def places(text: str) -> set[str]:
        return {place for _, place, _, _ in string.Formatter().parse(text) if place}

    assert places(SAYS[name].zh) | {"zh", "en"} == places(SAYS[name].en) | {"zh", "en"}


def test_chinese_comes_first() -> None:
    assert text_of("hours", opens="08:30", closes="17:00").zh == "营业时间：08:30-17:00"
    assert both("stop") == "按 Ctrl+C 停止\nCtrl+C stops it."
