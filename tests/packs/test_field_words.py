"""Every field that somebody can fill in wrongly has a word that people use."""

import re

from server.packs.field_words import FIELD_WORDS
from tests.packs.test_wrong_values import EVERY_MODEL


def test_every_field_of_every_body_and_command_has_a_word() -> None:
    named = {name for kind in EVERY_MODEL for name in kind.model_fields}
    assert named <= FIELD_WORDS.keys()
    asked_in_addresses = {"format", "lang", "path"}
    assert FIELD_WORDS.keys() - named <= asked_in_addresses, "words for fields that are no more"


def test_the_words_are_chinese_first() -> None:
    for name, word in FIELD_WORDS.items():
        assert not re.search("[A-Za-z]", word.zh), name
        assert word.en[0].isupper()
