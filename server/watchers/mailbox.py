"""What waits to be sent to one screen: the newest view, and messages in order."""

import asyncio
from collections import deque

MOST = 256


class Overflow(Exception):
    """This screen does not read; it shall come back and get the newest view."""


class Mailbox:
    """Holds at most one view: a slow screen skips to the newest instead of falling behind.

    Messages (answers, cues, heartbeats) keep their order; a screen that lets too many pile up is let go.
    """

    def __init__(self) -> None:
        self.overflown = self.ended = False
        self._view: bytes | None = None
        self._messages: deque[bytes] = deque()
        self._ready = asyncio.Event()

    def put_view(self, view: bytes) -> None:
        self._view = view
        self._ready.set()

    def put(self, message: bytes) -> None:
        if len(self._messages) >= MOST:
            self.overflown = True
        else:
            self._messages.append(message)
        self._ready.set()

    def end(self, last_word: bytes) -> None:
        """Send this and let go."""
        if not self.ended:
            self._messages.append(last_word)
        self.ended = True
        self._ready.set()

    def hang_up(self) -> None:
        """Let go without a word; what comes back gets the newest view."""
        self.ended = True
        self._ready.set()

    async def take(self) -> list[bytes]:
        """Wait for something; messages first, then the view they speak of. Raises `Overflow`."""
        await self._ready.wait()
        self._ready.clear()
        if self.overflown or (self.ended and not self._messages):
            raise Overflow
        if self.ended:
            self._ready.set()
        taken = [*self._messages]
        self._messages.clear()
        if self._view is not None:
            taken.append(self._view)
            self._view = None
        return taken
