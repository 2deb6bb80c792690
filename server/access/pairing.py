"""Screens that wait to be paired: each shows a code, a manager types it, the screen collects."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from server.access.lockout import Tallies
from server.access.refusals import AccessRefused
from server.access.secrets import code_as_typed, new_code, new_token, token_hash

CODE_LIFE = timedelta(minutes=10)
GONE_AFTER = timedelta(seconds=90)  # a screen asks every second, one in the background once a minute
MOST_CODES = 50
MOST_OF_ONE = 8  # screens waiting at one address: a box with a wall of boards
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What the manager said the screen is."""

    name: str
    role: str
    place: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingScreen:
    """A screen that shows `code` and holds the secret of `secret_hash`."""

    code: str
    secret_hash: str
    screen: str
    place: str  # what its address names; the manager may say otherwise
    ends_at: datetime
    heard_at: datetime  # when it last asked
    address: str = ""  # where it asks from
    approval: Approval | None = None


class Pairing:
    """In memory only: after a restart the screens ask for new codes. Safe from several threads."""

    def __init__(self) -> None:
        self._waiting: dict[str, WaitingScreen] = {}  # by secret hash
        self._wrong_tries = Tallies()
        self._lock = Lock()

    def ask(
        self, screen: str, now: datetime, place: str = "", address: str = ""
    ) -> tuple[WaitingScreen, str]:
        """Return what to show and the secret to collect with. Refuse with `too_many_codes`.

        Whoever asks for many codes uses up their own: a stranger's must not keep a hall's screens waiting.
        """
        with self._lock:
            self._forget_old(now)
            self._make_room(address, now)
            code, secret = self._unused_code(), new_token()
            waiting = WaitingScreen(
                code=code,
                secret_hash=token_hash(secret),
                screen=screen[:_LONGEST_NAME],
                place=place[:_LONGEST_NAME],
                address=address,
                ends_at=now + CODE_LIFE,
                heard_at=now,
            )
            self._waiting[waiting.secret_hash] = waiting
        return waiting, secret

    def look(self, code: str, by: str, now: datetime) -> WaitingScreen:
        """Return who shows the code. Refuse with `wrong_code`, `code_expired`, `locked_out`."""
        with self._lock:
            return self._by_typed_code(code, by, now)

    def approve(self, code: str, approval: Approval, now: datetime) -> str:
        """Return which screen showed the code. Refuse as `look` does."""
        with self._lock:
            waiting = self._by_typed_code(code, approval.by, now)
            self._waiting[waiting.secret_hash] = replace(waiting, approval=approval)
        return waiting.screen

    def waiting(self, now: datetime) -> tuple[WaitingScreen, ...]:
        """Those nobody has let in yet, the longest waiting first; a page that was closed waits no more."""
        with self._lock:
            open_ones = (w for w in self._waiting.values() if now < min(w.ends_at, w.heard_at + GONE_AFTER))
            waiting = (w for w in open_ones if w.approval is None)
            return tuple(sorted(waiting, key=lambda w: w.ends_at))

    def collect(self, secret: str, now: datetime) -> Approval | None:
        """Return the approval once, None while there is none. Refuse with `code_expired`."""
        with self._lock:
            waiting = self._waiting.get(token_hash(secret))
            if waiting is None or now >= waiting.ends_at:
                raise AccessRefused("code_expired")
            if waiting.approval is not None:
                del self._waiting[waiting.secret_hash]
            else:
                self._waiting[waiting.secret_hash] = replace(waiting, heard_at=now)
        return waiting.approval

    def _by_typed_code(self, code: str, by: str, now: datetime) -> WaitingScreen:
        self._wrong_tries.of(by).require_unlocked(now)
        waiting = self._by_code(code_as_typed(code))
        if waiting is None or waiting.approval is not None:  # a code works once
            self._count_wrong(by, now)
            raise AccessRefused("wrong_code")
        if now >= waiting.ends_at:
            raise AccessRefused("code_expired")
        self._wrong_tries.forget(by)
        return waiting

    def _by_code(self, code: str) -> WaitingScreen | None:
        return next((w for w in self._waiting.values() if w.code == code), None)

    def _unused_code(self) -> str:
        code = new_code()
        while self._by_code(code) is not None:
            code = new_code()
        return code

    def _count_wrong(self, by: str, now: datetime) -> None:
        tally = self._wrong_tries.of(by).after_failure(now)
        self._wrong_tries.keep(by, tally)
        tally.require_unlocked(now)

    def _make_room(self, address: str, now: datetime) -> None:
        open_ones = [w for w in self._waiting.values() if now < w.ends_at]
        mine = [w for w in open_ones if w.address == address]
        if len(open_ones) < MOST_CODES and len(mine) < MOST_OF_ONE:
            return
        crowd = Counter(w.address for w in open_ones)
        most = address if len(mine) >= MOST_OF_ONE else max(crowd, key=lambda one: crowd[one])
        theirs = [w for w in open_ones if w.address == most and w.approval is None]
        if not theirs or (most != address and crowd[most] <= len(mine) + 1):
            raise AccessRefused("too_many_codes")
        del self._waiting[min(theirs, key=lambda w: w.ends_at).secret_hash]

    def _forget_old(self, now: datetime) -> None:
        # One more life, so that whoever types an old code reads that it is old and not that it is wrong.
        self._waiting = {h: w for h, w in self._waiting.items() if now < w.ends_at + CODE_LIFE}
