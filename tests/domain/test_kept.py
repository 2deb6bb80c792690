"""What is made once per value."""

from dataclasses import dataclass

import pytest

from server.domain.kept import Generations, kept, same


@dataclass(frozen=True)
class Value:
    n: int


def test_the_same_values_get_the_very_same_answer_and_equal_ones_an_equal_one() -> None:
    made: list[int] = []

    @kept()
    def row(value: Value, usable: bool) -> tuple[int, bool]:
        made.append(value.n)
        return value.n, usable

    one, twin = Value(1), Value(1)
    assert row(one, True) is row(one, True)
    assert row(one, False) == (1, False)
    assert row(twin, True) == row(one, True)
    assert made == [1, 1, 1]


def test_what_is_kept_stays_true_when_its_values_are_gone() -> None:
    """An identity is given anew as soon as its value is forgotten by everybody; here it never is."""

    @kept(4)
    def doubled(value: Value) -> int:
        return value.n * 2

    assert [doubled(Value(n)) for n in range(1000)] == [n * 2 for n in range(1000)]


def test_an_answer_may_be_nothing() -> None:
    made: list[int] = []

    @kept()
    def nothing(value: Value) -> None:
        made.append(value.n)

    value = Value(1)
    nothing(value)
    nothing(value)
    assert made == [1]


def test_only_the_newest_are_kept() -> None:
    generations = Generations[int](2)
    for n in range(3):
        generations.put(n, (n, n))
    assert generations.renewed(0) == (0, 0)  # asked for again, so it goes on
    for n in (3, 4):
        generations.put(n, (n, n))
    assert [generations.renewed(n) is not None for n in range(3)] == [True, False, False]


def test_values_are_given_by_position() -> None:
    @kept()
    def row(value: Value) -> int:
        return value.n

    with pytest.raises(AssertionError):
        row(value=Value(1))


def test_equal_small_values_become_the_same() -> None:
    assert same((1, "a" * 2)) is same((1, "aa"))
