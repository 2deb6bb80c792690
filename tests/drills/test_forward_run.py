"""The forward run against the hall's own rules, in more halls than a plain run has time for."""

import pytest

from tests.insight.forward.random_halls import case
from tests.insight.forward.test_run import differs, newcomers_differ

A_TEST = 1000


@pytest.mark.parametrize("first", range(10_000, 20_000, A_TEST))
def test_ten_thousand_random_halls_run_forward_as_they_are_lived(first: int) -> None:
    assert {n: wrong for n in range(first, first + A_TEST) if (wrong := differs(case(n, most=20)))} == {}


def test_a_thousand_halls_answer_their_newcomers() -> None:
    every = range(10_000, 10_000 + A_TEST)
    assert {n: wrong for n in every if (wrong := newcomers_differ(case(n, come_back=False)))} == {}
