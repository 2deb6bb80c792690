"""What a dialogue with a printer comes to, in one word."""

import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.printing.dialogue import Dialogue


async def refusal(printer: Dialogue) -> str:
    """Why it is not ready."""
    with pytest.raises(DeviceUnavailable) as refused:
        await printer.ready()
    return str(refused.value)
