"""As `tests/test_any_hall.py`, for hours: `pytest tests/drills/test_any_hall.py`.

`HALLQUEUE_EXAMPLES` says how many halls are tried (200 take some ten minutes).
"""

import os
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import PrinterConfig
from tests.any_hall import halls
from tests.any_hall_works import everything_works
from tests.builders import MORNING
from tests.drills.conftest import Tell

MANY = int(os.environ.get("HALLQUEUE_EXAMPLES", "200"))
WAYS: Any = product((256, 384, 512, 576, 832), ("raster", "text"), ("banded", "plain"), (False, True))
PRINTERS = tuple(
    PrinterConfig(id=f"p{n}", kind="file", dots=dots, mode=mode, raster=raster, large=large)
    for n, (dots, mode, raster, large) in enumerate(WAYS)
)


def test_everything_works_in_every_hall(tell: Tell) -> None:
    @settings(max_examples=MANY, suppress_health_check=list(HealthCheck), print_blob=True)
    @given(config=halls(), data=st.data())
    def lives(config: HallConfig, data: st.DataObject) -> None:
        printers = tuple(data.draw(st.permutations(PRINTERS))[:5])
        everything_works(config, data.draw, 60, MORNING, printers)

    lives()
    tell(f"{MANY} halls: every command, view, slip, phrase, report and export")
