"""Chinese as sounds."""

import pytest

from server.devices.speaking.mandarin_phonemes import (
    FINALS,
    LETTERS,
    TOKENS,
    Unsayable,
    phonemes,
    syllable,
    tokens,
)


@pytest.mark.parametrize(
    ("hanzi", "sounds"),
    [
        ("请", "ʨʰi↓ŋ"),
        ("零", "li↗ŋ"),
        ("一", "i→"),
        ("四", "sɨ↘"),
        ("十", "ʂɨ↗"),
        ("六", "ljou↘"),
        ("二", "ɚ↘"),
        ("号", "xau↘"),
        ("窗口", "ꭧʰwa→ŋkʰou↓"),
        ("取", "ʨʰy↓"),
        ("女", "ny↓"),
        ("的", "tɤ"),
    ],
)
def test_every_sign_has_its_sound_and_its_tone(hanzi: str, sounds: str) -> None:
    assert phonemes(hanzi) == sounds


def test_signs_that_are_read_in_two_ways_are_read_by_their_word() -> None:
    assert phonemes("重新 会计 银行 重庆") == "ꭧʰʊ↗ŋɕi→n kʰwai↘ʨi↘ i↗nxa↗ŋ ꭧʰʊ↗ŋʨʰi↘ŋ"


def test_a_letter_is_its_chinese_name_and_a_pause_that_keeps_it_from_the_digits() -> None:
    assert phonemes("请 A 八 四 零 号，") == "ʨʰi↓ŋ ei→, pa→ sɨ↘ li↗ŋ xau↘,"
    assert phonemes("请F四") == "ʨʰi↓ŋ ai↗fu, sɨ↘"


def test_a_comma_after_a_letter_is_not_said_twice() -> None:
    assert phonemes("A，零 号") == "ei→, li↗ŋ xau↘"


@pytest.mark.parametrize("text", ["请A001号", "请#号", "ä", "到3号", "请a号", "\n", "", "，。"])
def test_a_sign_without_a_sound_is_never_left_out(text: str) -> None:
    with pytest.raises(Unsayable):
        tokens(text)


@pytest.mark.parametrize(("initial", "final"), [("", "m2"), ("n", "g2"), ("b", "zz1"), ("y", "i1")])
def test_a_syllable_out_of_the_table_is_refused(initial: str, final: str) -> None:
    with pytest.raises(Unsayable):
        syllable(initial, final)


def test_every_sound_of_every_table_has_a_token() -> None:
    written = [f"{final}1" for final in FINALS]
    sounds = "".join(syllable(initial, final) for initial in ("", "zh", "q", "c", "x") for final in written)
    assert set(sounds + "".join(LETTERS.values())) <= set(TOKENS)
    assert len(set(TOKENS.values())) == len(TOKENS)
    assert len(LETTERS) == 26


def test_tokens_are_those_the_model_was_trained_on() -> None:
    assert tokens("请 A") == [21, 162, 51, 169, 112, 16, 47, 51, 171, 3]
