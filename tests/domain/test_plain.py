"""Plain data from outside: C45's kinds are refused in words, whatever holds them."""

from typing import Any

import pytest

from server.domain.plain import DEEPEST, Unfit, fit


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "code", "where"),
    [
        ({"figures": {"seats": float("nan")}}, "no_number", "figures.seats"),
        ({"shares": [0.1, float("-inf")]}, "no_number", "shares[1]"),
        ({"seats": 10**30}, "too_big", "seats"),
        ({"seats": 1e30}, "too_big", "seats"),
        ({"a": nested(500)}, "too_deep", "a" + "[0]" * DEEPEST),
    ],
)
def test_what_no_hall_can_keep_is_refused_with_its_place(value: Any, code: str, where: str) -> None:
    with pytest.raises(Unfit) as refused:
        fit(value)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert where in str(refused.value)


def test_everything_else_stays_and_its_letters_are_clean() -> None:
    value = {"a\x00": ["b\x07", 1, -0.5, True, None, {"c": "d"}]}
    assert fit(value) == {"a ": ["b ", 1, -0.5, True, None, {"c": "d"}]}
    assert fit(value, letters=False) == value
    assert fit(nested(DEEPEST)) == nested(DEEPEST)
