"""How long a test waits, whatever it waits for: nothing here is a claim about speed.

A test that has to wait stops as soon as what it waits for has come; only one that fails ever waits this long.
So the limit is far beyond the slowest machine, and it stands here alone.
"""

import asyncio
import os
from collections.abc import Callable
from threading import Event
from time import monotonic

PATIENCE = float(os.environ.get("HALLQUEUE_PATIENCE", "120"))  # s
OFTEN, SELDOM = 0.005, 0.05  # s between two looks: at something of this process, at another one


def patience() -> asyncio.Timeout:
    """`async with patience():` fails the test when what is in there never ends."""
    return asyncio.timeout(PATIENCE)


async def until(condition: Callable[[], object], every: float = OFTEN) -> None:
    """Wait for a condition; fails the test when it never comes."""
    async with patience():
        while not condition():  # noqa: ASYNC110  # conditions of all kinds, not one event
            await asyncio.sleep(every)


def comes(condition: Callable[[], object], every: float = SELDOM) -> None:
    """The same where no loop runs."""
    end, nothing = monotonic() + PATIENCE, Event()
    while not condition():
        assert monotonic() < end
        nothing.wait(every)
