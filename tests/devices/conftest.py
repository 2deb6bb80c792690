"""A printer on the loopback, plugged in."""

from collections.abc import AsyncIterator

import pytest

from tests.devices.tcp_printer import LoopbackPrinter, plugged_in


@pytest.fixture
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer
