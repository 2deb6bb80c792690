"""The keypad's end of the talk (protocol 1), without I/O: messages and keys in; messages and a sight out.

Times are seconds of any steady clock; the hall's own clock comes with the messages.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from counter_client.keypad.asks import Asks, Message, Wish
from counter_client.keypad.desk import Desk, Lookup, Question
from counter_client.keypad.keypad_texts import SAYS, Language, Text, Word, refusal, text_of
from counter_client.keypad.view import Counter, read

PROTOCOL = 1
UPDATING_AFTER = 6.0  # s without news; a beat comes every 5
NOTICED = 6.0  # s that a refusal stands on the display
SETTLED = 1.0  # s at most between an answer and the view that shows it
FOR_GOOD = ("wrong_token", "not_allowed", "not_found")  # a bye that trying again does not mend
LOCKS_AFTER = 300.0  # s without a key and without a customer, as at the console
ONLY_CALLS = ("keypad", "counter_screen")  # roles that neither open nor close a counter

Messages = tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything a display shows."""

    counter: str
    view: Counter | None
    name: str  # of the person logged in
    opens: bool
    now: datetime | None  # the hall's time
    news_at: datetime | None
    fresh: bool
    kept: Wish | None  # pressed without a line; asked when there is one
    notice: Text | None
    question: Question | None
    trouble: Text | None  # with this box itself: no keypad, a certificate nobody trusts


class Session:
    """`new_name` makes the name of a request. `over` says why the door stays shut, once it does."""

    def __init__(
        self, *, counter: str, token: str, new_name: Callable[[], str], language: Language = "zh"
    ) -> None:
        self._counter, self.token, self._language = counter, token, language
        self._asks, self._desk = Asks(new_name), Desk(counter)
        self.over: Text | None = None
        self._view: Counter | None = None
        self._live = False  # welcomed, and the first view has come
        self._role = self._name = ""
        self._news: tuple[datetime, float] | None = None
        self._seq = 0
        self._shown_from: tuple[int, float] | None = None  # the keys wait for this seq
        self._notice: tuple[Text, float] | None = None
        self._hinted = False  # a hint is about this moment; a refusal is still true in the next
        self._troubles: dict[str, Text] = {}
        self._touched: float | None = None
        self._wanted = ""

    def opened(self) -> Messages:
        """The socket is open."""
        hello = {"type": "hello", "protocol": PROTOCOL, "token": self.token, "screen": "counter"}
        return ({**hello, "place": self._counter, "language": self._language},)

    def lost(self) -> None:
        """The socket is gone. The customer stays on the display, a key that was pressed stays asked."""
        self._live = False

    def heard(self, text: str, now: float) -> Messages:
        message: dict[str, Any] = json.loads(text)
        if "time" in message:
            self._news = datetime.fromisoformat(message["time"]), now
        match message["type"]:
            case "welcome":
                actor = message["actor"]
                self._role, self._name = actor["role"], actor["name"] if actor["kind"] == "person" else ""
            case "view":
                self._seq = message["seq"]
                return self._see(read(message["view"]), now)
            case "done":
                return self._done(message, now)
            case "refused":
                if self._asks.answered(message["id"]):
                    self._tell(_refusal(message), now)
            case "bye" if message["code"] in FOR_GOOD:
                self.over = _refusal(message)
        return ()

    def pressed(self, key: str, now: float) -> Messages:
        """A key of `keys.py`. Without a line it is kept for 30 s, one at a time; or refused in words."""
        self._notice, self._touched = None, now
        if self._view is None:
            self._tell(SAYS["not_connected"], now, hint=True)
            return ()
        if waiting := self._asks.waiting:
            words: Word = "wait" if self._live else "kept_already"
            self._tell(text_of(words, what=SAYS[waiting.action]), now, hint=True)
            return ()
        if self._is_settling(now):
            return ()
        asked = self._desk.pressed(key, self._view, now, opens=self._opens)
        if isinstance(asked, Text):
            self._tell(asked, now, hint=True)
        if isinstance(asked, Lookup):
            self._wanted = asked.number
        return self._ask(asked, now) if isinstance(asked, Wish) else ()

    def to_find(self) -> str:
        """The number that somebody wants to know about, once; "" where nobody does."""
        wanted, self._wanted = self._wanted, ""
        return wanted

    def tell_number(self, title: Text, rows: tuple[Text, ...]) -> None:
        self._desk.tell(title, rows)

    def troubled(self, part: str, what: Text | None) -> None:
        """A part of this box does not work, or does again."""
        self._troubles.pop(part, None)
        if what:
            self._troubles[part] = what

    def waited(self, now: float) -> None:
        """Time has passed: what has no answer is given up; a clerk who has left is logged out."""
        if wish := self._asks.overdue(now):
            self._tell(text_of("no_answer", what=SAYS[wish.action]), now)
        if self._touched is None or (self._view and self._view.customer):
            self._touched = now
        if self._name and now - self._touched > LOCKS_AFTER:
            self.over = SAYS["locked"]

    def seen(self, now: float) -> Seen:
        notice = self._notice[0] if self._notice and now <= self._notice[1] else None
        at, heard_at = self._news or (None, now)
        return Seen(
            counter=self._counter,
            view=self._view,
            name=self._name,
            opens=self._opens,
            now=at + timedelta(seconds=now - heard_at) if at else None,
            news_at=at,
            fresh=self._live and now - heard_at <= UPDATING_AFTER,
            kept=None if self._live else self._asks.waiting,
            notice=notice,
            question=self._desk.question,
            trouble=next(iter(self._troubles.values()), None),
        )

    @property
    def _opens(self) -> bool:
        return self._role not in ONLY_CALLS

    def _see(self, view: Counter, now: float) -> Messages:
        moved = self._view is None or self._view.moment != view.moment
        self._view = view
        if moved:
            self._desk.moved_on()
            self._asks.moved_on()
        if self._hinted and (moved or not self._live):
            self._notice = None
        if self._live:
            return ()
        self._live = True
        waiting, again = self._asks.waiting, self._asks.again(view.moment)
        if waiting and again is None:
            self._tell(SAYS["as_shown"], now)
        return (again,) if again else ()

    def _done(self, message: dict[str, Any], now: float) -> Messages:
        wish = self._asks.answered(message["id"])
        if wish is None:
            return ()
        self._shown_from = message["seq"], now
        return self._ask(wish.then, now) if wish.then else ()

    def _ask(self, wish: Wish, now: float) -> Messages:
        assert self._view is not None
        message = self._asks.add(wish, self._view.moment, now)
        return (message,) if self._live else ()

    def _is_settling(self, now: float) -> bool:
        """The last ask is done, but the view is still the one before: a key would mean the wrong thing."""
        seq, since = self._shown_from or (0, now)
        return self._live and self._seq < seq and now - since < SETTLED

    def _tell(self, text: Text, now: float, *, hint: bool = False) -> None:
        self._notice, self._hinted = (text, now + NOTICED), hint


def _refusal(message: dict[str, Any]) -> Text:
    text = Text(message["text"]["zh"], message["text"]["en"])
    return refusal(message["code"], text, message.get("fields") or {})
