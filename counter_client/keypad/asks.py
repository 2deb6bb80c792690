"""What was asked and has no answer yet: named once, sent again under that name, given up after 30 s."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from counter_client.keypad.keypad_texts import Word

PATIENCE = 30.0  # s
Message = Mapping[str, object]
Moment = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a key press asks for; `then` follows when it has been done."""

    action: Word
    command: Message
    then: "Wish | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    name: str
    wish: Wish
    meant_for: Moment
    at: float

    def is_for(self, wish: Wish, moment: Moment) -> bool:
        return self.wish.command == wish.command and self.meant_for == moment


class Asks:
    """One at a time: a clerk has two hands, and the second press waits for what became of the first."""

    def __init__(self, new_name: Callable[[], str]) -> None:
        self._new_name = new_name
        self._open: _Ask | None = None
        self._unanswered: _Ask | None = None

    @property
    def waiting(self) -> Wish | None:
        return self._open.wish if self._open else None

    def add(self, wish: Wish, moment: Moment, now: float) -> Message:
        """Return the message to send. What got no answer and is pressed again is still the same wish."""
        old = self._unanswered
        name = old.name if old and old.is_for(wish, moment) else self._new_name()
        self._unanswered = None
        self._open = _Ask(name=name, wish=wish, meant_for=moment, at=now)
        return self._message(self._open)

    def answered(self, name: object) -> Wish | None:
        """The wish that an answer is for; None when nobody waits for it any more."""
        if self._open is None or self._open.name != name:
            return None
        wish, self._open = self._open.wish, None
        return wish

    def again(self, moment: Moment) -> Message | None:
        """After a reconnect: the same message, if the counter still stands as it did at the key press.

        If it does not, the ask was obeyed before the line broke or somebody else has acted: sent again
        it could only hit another customer. Then it is dropped and None returned.
        """
        if self._open and self._open.meant_for == moment:
            return self._message(self._open)
        self._open = None
        return None

    def overdue(self, now: float) -> Wish | None:
        """Give up what has waited too long; returns it."""
        if self._open is None or now - self._open.at <= PATIENCE:
            return None
        self._unanswered, self._open = self._open, None
        return self._unanswered.wish

    def moved_on(self) -> None:
        """The counter stands differently: the same key is a new wish again."""
        self._unanswered = None

    @staticmethod
    def _message(ask: _Ask) -> Message:
        return {"id": ask.name, **ask.wish.command}
