"""What waits to be sent to one screen: the newest view, and messages in order."""

from collections.abc import Callable

MOST = 256

AT_ONCE = "hallqueue.at_once"  # the ASGI extension by which a socket offers it
AtOnce = Callable[[bytes], bool]  # writes to the socket, or says that it takes no more now


class Overflow(Exception):
    """This screen does not read; it shall come back and get the newest view."""


class Mailbox:
    """Holds at most one view: a slow screen skips to the newest instead of falling behind.

    Messages (answers, cues, heartbeats) keep their order; a screen that lets too many pile up is let go.
    What the socket takes at once, with nothing before it, never lies here; for the rest somebody is woken,
    who takes and sends until nothing is left.
    """

    __slots__ = ("_at_once", "_messages", "_sending", "_view", "_wake", "ended", "overflown")

    def __init__(self) -> None:
        self.overflown = self.ended = False
        self._view: bytes | None = None
        self._messages: list[bytes] = []
        self._at_once: AtOnce | None = None
        self._wake: Callable[[], object] | None = None
        self._sending = False  # somebody is awake; nothing overtakes what was taken

    def open(self, at_once: AtOnce | None, wake: Callable[[], object]) -> None:
        """From now on the socket may be written to. `wake` begins to take what lies here."""
        self._at_once, self._wake = at_once, wake
        if self._messages or self._view is not None or self.ended:
            self._rouse()

    def shut(self) -> None:
        """The socket is gone, or as good as gone."""
        self._at_once = self._wake = None

    def put_view(self, view: bytes) -> None:
        """Asked for every frame of every screen: `_gone` written out."""
        if (
            self._at_once is not None
            and self._view is None
            and not (self._sending or self._messages or self.ended or self.overflown)
            and self._at_once(view)
        ):
            return
        self._view = view
        self._rouse()

    def put(self, message: bytes) -> None:
        if self._gone(message):
            return
        if len(self._messages) >= MOST:
            self.overflown = True
        else:
            self._messages.append(message)
        self._rouse()

    def end(self, last_word: bytes) -> None:
        """Send this and let go."""
        if not self.ended:
            self._messages.append(last_word)
        self.hang_up()

    def hang_up(self) -> None:
        """Let go without a word; what comes back gets the newest view."""
        self.ended = True
        self._rouse()

    def take(self) -> list[bytes]:
        """Messages first, then the view they speak of; nothing when all is sent. Raises `Overflow`.

        Whoever takes has sent what it took before, and takes until there is nothing.
        """
        if self.overflown or (self.ended and not self._messages):
            raise Overflow
        taken, self._messages = self._messages, []
        if self._view is not None:
            taken.append(self._view)
            self._view = None
        self._sending = bool(taken)
        return taken

    def _gone(self, message: bytes) -> bool:
        before = self._sending or self._messages or self._view is not None
        if self._at_once is None or before or self.ended or self.overflown:
            return False
        return self._at_once(message)

    def _rouse(self) -> None:
        if self._wake is not None and not self._sending:
            self._sending = True
            self._wake()
