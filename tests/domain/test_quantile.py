"""The same figure as everybody else's, of everything and of nothing."""

import numpy as np
import pytest

from server.domain.quantile import quantile


def test_nothing_has_no_quantile() -> None:
    assert quantile([], 0.9) is None


@pytest.mark.parametrize("values", [[7.0], [3.0, 1.0], [5.0, 1.0, 4.0, 2.0, 2.0], list(range(101))])
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.9, 1.0])
def test_quantiles_are_linear_between_neighbours(values: list[float], share: float) -> None:
    assert quantile(values, share) == pytest.approx(float(np.quantile(values, share)))
