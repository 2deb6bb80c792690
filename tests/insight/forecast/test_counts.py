"""Arrivals as numbers."""

from tests.insight.forecast.made_up import made_up


def test_before_a_day_is_what_was_known_then() -> None:
    counts = made_up(10, seed=1)
    known = counts.before(counts.days[4])
    assert list(known.days) == list(counts.days[:4])
    assert known.arrivals["A"].shape == (4, 48)
    assert (known.all_together == counts.all_together[:4]).all()
