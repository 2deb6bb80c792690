"""A practice hall in this process: its server dies and comes back without the cost of another one."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from typing_extensions import override

from server.devices.printing.printer_lines import printers
from server.drill.paper import plugged_in
from server.drill.practice import PRINTER, SPEAKS, Practice, practice_config
from server.packs.hall_file import pack
from tests.hall_here import here_hall


class Near(Practice):
    """As `Practice`, but for where the server runs."""

    _here: AsyncExitStack | None = None

    @override
    async def serve(self, voice: str = SPEAKS) -> None:
        self._here = AsyncExitStack()
        paper = printers([f"{PRINTER}=tcp:127.0.0.1:{self.paper.port},58"])
        hall = await self._here.enter_async_context(here_hall(self.data, printers=paper, voices=(voice,)))
        self._port = hall.port

    @override
    async def kill(self) -> None:
        if self._here is not None:
            await self._here.aclose()
            self._here = None


@pytest.fixture
async def practice(data: Path) -> AsyncIterator[Practice]:
    async with plugged_in() as paper:
        hall = Near(data, practice_config(pack("power")), paper)
        await hall.serve()
        yield hall
        await hall.kill()
