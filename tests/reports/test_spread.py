"""Quantiles that agree with another's."""

import numpy as np
import pytest

from server.reports.spread import mean, median, quantile


def test_nothing_has_no_quantile_and_no_mean() -> None:
    assert (quantile([], 0.9), median([]), mean([])) == (None, None, None)


@pytest.mark.parametrize("values", [[7.0], [3.0, 1.0], [5.0, 1.0, 4.0, 2.0, 2.0], list(range(101))])
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.9, 1.0])
def test_quantiles_are_linear_between_neighbours(values: list[float], share: float) -> None:
    assert quantile(values, share) == pytest.approx(float(np.quantile(values, share)))


def test_the_mean_is_the_sum_by_n() -> None:
    assert mean([1, 2, 6]) == 3
