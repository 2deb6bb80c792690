"""How long a test waits, whatever it waits for: nothing here is a claim about speed.

A test that has to wait stops as soon as what it waits for has come; only one that fails ever waits this long.
So the limit is far beyond the slowest machine, and it stands here alone.
"""

import asyncio
import os
from collections.abc import Callable
from inspect import isawaitable
from threading import Event
from time import monotonic

PATIENCE = float(os.environ.get("HALLQUEUE_PATIENCE", "120"))  # s
OFTEN, SELDOM = 0.005, 0.05  # s between two looks: at something of this process, at another one


def patience() -> asyncio.Timeout:
    """`async with patience():` fails the test when what is in there never ends."""
    return asyncio.timeout(PATIENCE)


def given_up(after: float = 0.1) -> asyncio.Timeout:
    """Somebody stops waiting for what cannot come; nothing depends on when."""
    return asyncio.timeout(after)


async def pause(seconds: float) -> None:
    """A fault lasts a moment; nothing depends on how long it really was."""
    await asyncio.sleep(seconds)


async def until(condition: Callable[[], object], every: float = OFTEN, within: float = PATIENCE) -> None:
    """Wait for a condition, which may be a coroutine's; fails the test when it never comes.

    `within`: what a drill waits for may take longer.
    """
    async with asyncio.timeout(max(within, PATIENCE)):
        while not (await found if isawaitable(found := condition()) else found):  # noqa: ASYNC110
            await asyncio.sleep(every)


def comes(condition: Callable[[], object], every: float = SELDOM) -> None:
    """The same where no loop runs."""
    end, nothing = monotonic() + PATIENCE, Event()
    while not condition():
        assert monotonic() < end
        nothing.wait(every)
