"""What may stand in a text from outside, and what is taken out at the door."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.hall import PriorityClass
from server.domain.letters import NoLetters, clean, cleaned, letters_of
from server.domain.text import Text
from tests.builders import a_config


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-be"])
def test_a_file_is_read_however_notepad_or_excel_saved_it(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    assert letters_of(f"{mark}日期,名称\n".encode(encoding)) == "日期,名称\n"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (b"a\x00b", 0),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", 0),
        ("名\n".encode() + b"\xff\xff", 2),
        (b"\xff\xfea", 1),
    ],
)
def test_what_is_no_text_is_told_from_what_breaks_off(written: bytes, line: int) -> None:
    with pytest.raises(NoLetters) as no:
        letters_of(written)
    assert no.value.line == line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("老人先办\u000b腿脚不便", "老人先办 腿脚不便"),  # C11
        ("老人先办，腿脚不便 ①#\u3000𠮷㛃🙂", "老人先办，腿脚不便 ①#\u3000𠮷㛃🙂"),
        ("a\tb\x00c\x1bd\x7fe\x85f", "a b c d e f"),
        ("two\r\nlines", "two lines"),
        ("\u202eabc\u2066d\u200e", "abcd"),
        ("zero\u200b\ufeff\u00ad\u2060width", "zerowidth"),
        ("half \ud800 pair", "half  pair"),
        ("none \ufffe\uffff\ufdd0\U0001ffff", "none "),
    ],
)
def test_what_nobody_sees_or_steers_a_machine_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("typed", ["a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b"])
def test_a_line_end_stays_one_where_lines_are_meant(typed: str) -> None:
    assert clean(typed, lines=True) == "a\nb"
    assert clean(typed) == "a b"


@given(typed=st.text(st.characters(exclude_categories=())))
def test_a_clean_text_can_be_written_and_is_clean(typed: str) -> None:
    for lines in (False, True):
        kept = clean(typed, lines=lines)
        assert clean(kept, lines=lines) == kept
        assert kept.encode().decode() == kept
        assert ("\n" in kept) <= lines
        assert not any(ord(letter) < 32 and letter != "\n" for letter in kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    text: Text
    more: tuple[str, ...] = ()
    kind: PriorityClass = PriorityClass.PRIORITY


def test_every_text_within_a_value_is_made_clean_and_nothing_else_is_touched() -> None:
    note = Note(text=Text("一\n二", "a\x00"), more=("b\x07", "c"))
    assert cleaned(note, {"text"}) == Note(text=Text("一\n二", "a "), more=("b ", "c"))
    assert cleaned(note) == Note(text=Text("一 二", "a "), more=("b ", "c"))
    config = a_config()
    assert cleaned(config) is config
