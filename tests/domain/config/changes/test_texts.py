"""The sentences that tell of changes say the same in both languages."""

from server.domain.config.changes import texts as change_texts
from server.domain.text import Text

TEXTS = [said for said in vars(change_texts).values() if isinstance(said, Text)]


def test_both_languages_have_the_same_places() -> None:
    for said in TEXTS:
        assert Text(said.zh, "").places == Text("", said.en).places
