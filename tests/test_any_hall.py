"""Whatever set-up is accepted and whatever is then asked: everything is shown, printed, said and written.

A few examples; `tests/drills/test_any_hall.py` has many.
"""

from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from server.domain.config.config import HallConfig
from server.domain.config.equipment import PrinterConfig
from tests.any_hall import (
    Life,
    accepted,
    everything_is_printed,
    everything_is_reported,
    everything_is_said,
    everything_is_shown,
    halls,
    the_set_up_can_be_changed,
)
from tests.builders import MORNING

NO_MEDIA = Path("no-media")
WIDE = PrinterConfig(id="wide", kind="file")
NARROW = PrinterConfig(id="narrow", kind="file", dots=384, mode="text", large=True)
FEW = settings(
    max_examples=3,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@FEW
@given(config=halls(), data=st.data())
def test_everything_works_in_every_hall(config: HallConfig, data: st.DataObject) -> None:
    life = Life(accepted(config), MORNING)
    life.live(data.draw, 25)
    everything_is_shown(life)
    everything_is_printed(life, NO_MEDIA, (WIDE, NARROW))
    everything_is_said(life)
    everything_is_reported(life)
    the_set_up_can_be_changed(life)
