"""What a person is known by, so that nobody finds it out again: a hash under a key that dies with the day.

The journal is for ever, so it holds the hash alone. The key lies beside it, for its owner only, in no backup;
it goes when the hall's day ends or the next begins, and with it the last way from a telephone to a ticket.
"""

import hmac
import os
import secrets
from pathlib import Path

from server.domain.hall import Hall
from server.domain.queue.events import DayClosed, DayOpened
from server.journal import Recorded

KEY_BYTES = 32
KNOWN_BY = 24  # letters of the hash: 96 bits


class DayKey:
    """Made when it is first needed. A restart within the day finds it again.

    The day's first number opens the day, so a key made between two days is already the next one's.
    """

    def __init__(self, file: Path, *, day_is_open: bool = True) -> None:
        self._file, self._day_is_open = file, day_is_open
        self._key: bytes | None = None
        if not day_is_open:
            self._forget()  # of a day whose end nobody here has seen

    def known_as(self, person: str) -> str:
        """A number of telephone, card or customer, however it is written; "" for none."""
        written = "".join(letter for letter in person.upper() if letter.isalnum())
        if not written:
            return ""
        return hmac.new(self._current(), written.encode(), "sha256").hexdigest()[:KNOWN_BY]

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        closed = any(isinstance(r.event, DayClosed) for r in recorded)
        turned = self._day_is_open and any(isinstance(r.event, DayOpened) for r in recorded)
        if closed or turned:
            self._forget()
        self._day_is_open = hall.day is not None

    def _forget(self) -> None:
        self._key = None
        self._file.unlink(missing_ok=True)

    def _current(self) -> bytes:
        if self._key is None:
            self._key = self._read() or self._made()
        return self._key

    def _read(self) -> bytes:
        try:
            key = self._file.read_bytes()
        except FileNotFoundError:
            return b""
        return key if len(key) == KEY_BYTES else b""

    def _made(self) -> bytes:
        """A torn one is made anew: who was known by it is asked once more."""
        made = secrets.token_bytes(KEY_BYTES)
        self._file.unlink(missing_ok=True)
        handle = os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as key:
            key.write(made)
        return made
