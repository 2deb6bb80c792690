"""A printer on the loopback, plugged in, and the folder where the neural voice keeps its model."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from tests.devices.tcp_printer import LoopbackPrinter, plugged_in


@pytest.fixture
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Joined once for all tests: 92 MB."""
    folder = tmp_path_factory.mktemp("model")
    yield folder
    rmtree(folder)
