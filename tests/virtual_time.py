"""A loop whose time passes only while nobody has anything to do: an hour's sleep costs a microsecond.

For tests of what waits (`pytestmark = pytest.mark.virtual_time`): a second is a second on any machine,
however slow, so "nothing came within a second" is as sure as "it came". Not for real sockets and threads:
the leap overtakes them.
"""

import asyncio
import selectors
from typing import Any

from typing_extensions import override


class _Leaping(selectors.DefaultSelector):
    """Instead of waiting for a timeout it says that it is over."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            return super().select(None)  # nothing is planned: somebody outside has to come
        ready = super().select(0)
        if not ready:
            self.now += max(timeout, 0.0)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    @override
    def time(self) -> float:
        return self._leaping.now
