"""The load of a half-hour as counters."""

import numpy as np

from server.insight.staffing.load import by_load


def test_counters_are_counted_by_the_work_that_comes_and_the_rest_that_a_line_needs() -> None:
    expected = np.array([[0.0, 17.0, 5.1, 0.1], [0.0, 0.0, 2.0, 0.0]])
    assert by_load(expected, np.array([3.0, 12.75])) == (0, 2, 2, 1)
