"""Every address of the description, by everybody: `pytest tests/drills/test_fuzz_http.py`."""

import os
from typing import Any

import pytest

from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from tests.drills.conftest import Tell
from tests.fuzzing import fuzz
from tests.hall_here import HereHall

EXAMPLES = int(os.environ.get("HALLQUEUE_EXAMPLES", "25"))


@pytest.mark.parametrize("role", ["", *PEOPLE_ROLES, *DEVICE_ROLES])
async def test_no_request_finds_a_fault(
    hall: HereHall, description: dict[str, Any], role: str, tell: Tell
) -> None:
    found = await fuzz(hall, description, role, EXAMPLES)
    tell("; ".join([f"{EXAMPLES} requests an operation by each role", *found]))
    assert not found, "\n".join(found)
