"""The words of the keypad: nothing missing, nothing too long for its line."""

import string
from typing import get_args

import pytest

from counter_client.keypad.columns import width, wrap
from counter_client.keypad.display import COLUMNS
from counter_client.keypad.keypad_texts import SAYS, SHORT, Text, Word, refusal, text_of
from server.access.refusals import ACCESS_REFUSALS
from server.domain.areas import REFUSALS

SAMPLE = {
    "number": "A1023",
    "counter": "12",
    "n": "12",
    "m": "25",
    "s": "5",
    "time": "10:25:03",
    "what": SAYS["no_show"],
    "times": "3",
    "seconds": "5",
}
SPOKEN_AT_THE_SHELL = {"no_token", "password", "no_server", "only_linux"}  # not on four lines
HINTS = [word for word in SAYS if word.startswith(("hint_", "sure_", "reason_", "missing_", "keypad_"))]


def filled(text: Text) -> Text:
    return text.fill(**SAMPLE)


def test_every_word_is_there() -> None:
    assert set(get_args(Word)) == set(SAYS)


@pytest.mark.parametrize("word", sorted(set(SAYS) - SPOKEN_AT_THE_SHELL))
def test_every_word_fits_on_two_lines(word: Word) -> None:
    for words in (filled(SAYS[word]).zh, filled(SAYS[word]).en):
        assert letters("".join(wrap(words, COLUMNS, 2))) == letters(words)


def letters(words: str) -> str:
    """Without what may be lost at the end of a line."""
    return "".join(char for char in words if char not in " ，：:,")


@pytest.mark.parametrize("word", [*HINTS, "connecting", "kept", "last_news", "untrusted"])
def test_a_hint_fits_on_one_line(word: Word) -> None:
    assert width(filled(SAYS[word]).zh) <= COLUMNS
    assert width(filled(SAYS[word]).en) <= COLUMNS


@pytest.mark.parametrize("code", SHORT)
def test_a_short_refusal_names_nothing_that_the_hall_does_not_say(code: str) -> None:
    if code != "not_found":
        long = (REFUSALS | ACCESS_REFUSALS)[code]  # type: ignore[operator]
        assert places(SHORT[code]) <= places(long)
    assert width(filled(SHORT[code]).zh) <= 2 * COLUMNS
    assert width(filled(SHORT[code]).en) <= 2 * COLUMNS


def places(text: Text) -> set[str]:
    both = (*string.Formatter().parse(text.zh), *string.Formatter().parse(text.en))
    return {name for _, name, _, _ in both if name}


def test_a_refusal_without_a_short_form_is_shown_in_the_halls_words() -> None:
    own = Text("磁盘已满", "The disk is full.")
    assert refusal("storage_failed", own, {}) is own
    assert refusal("counter_busy", own, {}) is own, "a newer hall may name other things"
    assert refusal("counter_busy", own, {"number": "A001"}).zh == "还有客户A001，请先办结"


def test_a_place_is_filled_in_its_language() -> None:
    kept = text_of("kept", what=SAYS["next"])
    assert (kept.of("zh"), kept.of("en")) == ("已记下 叫号 等待连接", "Kept: call next")
