"""Whatever set-up is accepted and whatever is then asked: everything is shown, printed, said and written.

A few examples; `tests/drills/test_any_hall.py` has many.
"""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import PrinterConfig
from tests.any_hall import halls
from tests.any_hall_works import everything_works
from tests.builders import MORNING

WIDE = PrinterConfig(id="wide", kind="file")
NARROW = PrinterConfig(id="narrow", kind="file", dots=384, mode="text", large=True)
FEW = settings(
    max_examples=2,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@FEW
@given(config=halls(), data=st.data())
def test_everything_works_in_every_hall(config: HallConfig, data: st.DataObject) -> None:
    everything_works(config, data.draw, 25, MORNING, (WIDE, NARROW))
