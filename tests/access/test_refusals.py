from string import Formatter
from typing import get_args

import pytest

from server.access.refusals import ACCESS_REFUSALS, AccessCode, AccessRefused, Unknown
from server.domain.areas import REFUSALS
from server.domain.text import Text


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_code_has_its_sentence() -> None:
    assert set(ACCESS_REFUSALS) == set(get_args(AccessCode))


def test_no_code_means_two_things() -> None:
    assert not set(ACCESS_REFUSALS) & set(REFUSALS)


@pytest.mark.parametrize("code", get_args(AccessCode))
def test_both_languages_say_the_same_facts(code: AccessCode) -> None:
    text = ACCESS_REFUSALS[code]
    assert places(text.zh) == places(text.en)
    assert not text.zh.isascii()


def test_a_refusal_reads_in_each_language() -> None:
    refused = AccessRefused("not_allowed", role=Text("引导员", "Guide"))
    assert refused.text == Text("引导员没有此项权限", "Not allowed for this role: Guide.")
    assert refused.fields == {"role": "引导员"}
    assert "not_allowed" in str(refused)


def test_a_strange_token_is_a_refusal_like_the_others() -> None:
    assert Unknown().code == "wrong_token"
