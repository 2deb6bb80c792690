"""Every sentence a report opens with is there in both languages, with the same places in each."""

from collections.abc import Mapping

import pytest

from server.domain.text import Text
from server.reports import opening_texts
from server.reports.period import KINDS

TABLES = {
    name: table for name, table in vars(opening_texts).items() if name.isupper() and isinstance(table, dict)
}


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_say_the_same(table: str) -> None:
    sentences: Mapping[str, Text] = TABLES[table]
    for text in sentences.values():
        assert Text(text.zh, "").places == Text("", text.en).places
        assert text.zh
        assert text.en


def test_every_kind_of_period_has_an_earlier_one() -> None:
    assert opening_texts.EARLIER.keys() == opening_texts.PART.keys() == set(KINDS)
