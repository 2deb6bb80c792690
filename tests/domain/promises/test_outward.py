"""What is promised is what is read."""

from hypothesis import given
from hypothesis import strategies as st

from server.domain.promises.outward import BAND, outward
from server.domain.views.parts import SOON, Until, wait_view

WAITS = st.floats(0, 4 * 3600)


@given(WAITS)
def test_a_minute_that_was_promised_is_the_minute_that_is_shown(seconds: float) -> None:
    promised = outward(seconds)
    assert promised >= 60
    assert seconds <= promised <= max(seconds, 1) + BAND
    if seconds >= SOON:
        shown = wait_view(Until(0.0, seconds)).minutes
        assert (promised, wait_view(Until(0.0, promised)).minutes) == (60 * shown, shown)
