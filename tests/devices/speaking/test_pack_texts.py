"""What `hallqueue voice` says."""

import string

import pytest

from server.devices.speaking.pack_texts import COLUMNS, PROBLEMS, SAYS, USES, problem, text_of
from server.domain.text import Text

TEXTS = {**USES, **PROBLEMS, **SAYS, "columns": COLUMNS}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_both_languages_say_the_same_things(text: Text) -> None:
    def places(said: str) -> set[str]:
        return {place for _, place, _, _ in string.Formatter().parse(said) if place}

    assert places(text.zh) == places(text.en)


def test_texts_are_filled() -> None:
    assert problem("quiet", level=-41.7).zh == "太轻（-42 dB），请离话筒近一点重录"
    assert text_of("checked", total=3, well=2).en == "2 of 3 are fine"
