"""What is said of damage says what to do, in both languages."""

import pytest

from server.journal.damage_texts import SAYS, both, text_of


@pytest.mark.parametrize("name", SAYS)
def test_both_languages_name_the_same_places(name: str) -> None:
    places = dict.fromkeys(("first", "last", "n", "kinds", "what", "file", "folder", "why", "left"), "x")
    text = text_of(name, **places)
    assert text.zh
    assert text.en
    assert "{" not in both(name, **places)


@pytest.mark.parametrize(
    "name", ["gap", "near", "torn", "unknown_kind", "doubled", "hopeless", "empty_file", "file_gone"]
)
def test_whoever_reads_it_is_told_of_the_backup(name: str) -> None:
    assert "备份" in SAYS[name].zh
    assert "backup" in SAYS[name].en.lower()
