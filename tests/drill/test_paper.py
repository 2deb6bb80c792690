"""The practice printer answers as a real one, to the hall's own way of asking."""

import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.printers.tcp import TcpCable
from server.devices.printing.dialogue import Dialogue
from server.domain.hall import SlipState
from server.drill.paper import plugged_in
from tests.patience import patience

SLIP = b"\x1b@A001\n\x1dV\x42\x00"


async def test_it_prints_proves_and_says_that_it_has_no_paper() -> None:
    async with patience(), plugged_in() as paper:
        printer = Dialogue(TcpCable("127.0.0.1", paper.port), quiet_seconds=0.01)
        await printer.ready()
        assert await printer.print(SLIP) is SlipState.PRINTED
        assert paper.slips == 1
        paper.paper = False
        with pytest.raises(DeviceUnavailable, match="paper_out"):
            await printer.ready()
        paper.paper = True
        await printer.ready()
        assert await printer.print(SLIP) is SlipState.PRINTED
        assert paper.slips == 2
        await printer.close()
