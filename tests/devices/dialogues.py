"""What a dialogue with a printer comes to, in one word."""

import pytest

from server.devices.dialogue import Dialogue
from server.devices.errors import DeviceUnavailable


async def refusal(printer: Dialogue) -> str:
    """Why it is not ready."""
    with pytest.raises(DeviceUnavailable) as refused:
        await printer.ready()
    return str(refused.value)
