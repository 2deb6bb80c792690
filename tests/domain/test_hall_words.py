"""Whatever part of a hall is wrong has a name that people understand."""

from dataclasses import fields

from server.domain.hall import Hall
from server.domain.hall_words import HALL_WORDS, parts_in_words


def test_every_part_of_a_hall_has_its_words_in_both_languages() -> None:
    assert list(HALL_WORDS) == [f.name for f in fields(Hall)]
    assert (
        len({w.zh for w in HALL_WORDS.values()})
        == len({w.en for w in HALL_WORDS.values()})
        == len(HALL_WORDS)
    )


def test_parts_are_listed_as_each_language_lists_and_no_name_of_the_program_gets_out() -> None:
    text = parts_in_words(["seq", "tickets", "hall", "?"])
    assert text.zh == "流水的末条、排队和办理中的号码、整个营业厅"
    assert text.en == "the last entry, numbers waiting or being served, the hall as a whole"
