"""Wrong tries count by person and place, so that a stranger's tries never keep the person out elsewhere.

A browser that was let in once keeps a secret and is counted by it; so is a paired device. Everybody else is
counted by address. What strangers may try at one person, from wherever, is few an hour; who is known is not
asked to wait for them.
"""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Engine
from sqlmodel import Session, col, delete, select

from server.access.lockout import Tallies, Tally
from server.access.refusals import AccessRefused
from server.access.secrets import new_token
from server.access.sources import Source
from server.tables import DoorRow

STRANGE_TRIES = 30
STRANGE_WITHIN = timedelta(hours=1)
MOST_SOURCES = 40  # of one person; the places where they never got in are forgotten first
_MOST_NAMES = 1000


class Doorstep:
    """Safe from several threads. Names nobody has are counted in memory just as people's are in the table."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine, self._hall_id = engine, hall_id
        self._nobodys = Tallies()
        self._strange: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()
        self._browsers: dict[str, set[str]] | None = None  # by the secret's hash: whose browser it is

    def knows(self, login: str, source: Source) -> bool:
        """Whether this person has been let in from here before; answered from memory, but for an address."""
        if source.by_device or self.knows_browser(login, source):
            return True
        row = self._row(login, source.at)
        return row is not None and row.known_since is not None

    def knows_browser(self, login: str, source: Source) -> bool:
        return login in self._all_browsers().get(source.by_browser, ())

    def require_open(self, login: str, source: Source, now: datetime) -> None:
        """Refuse with `locked_out` whoever has tried too often from here."""
        self._tally(login, self._key(login, source)).require_unlocked(now)
        if not self.knows(login, source):
            self._require_calm(login, now)

    def failed(self, login: str, source: Source, now: datetime, *, exists: bool) -> bool:
        """Count a wrong try; returns whether it locked this place."""
        with self._lock:
            key = self._key(login, source)
            tally = self._tally(login, key).after_failure(now)
            if not self.knows(login, source):
                self._count_strange(login, now)
            if exists:
                self._change(login, key, now, failures=tally.failures, locked_until=tally.locked_until)
            else:
                self._nobodys.keep(_both(login, key), tally)
            return tally.failures == 0

    def succeeded(self, login: str, source: Source, now: datetime) -> None:
        """The person is known here from now on, and so is a browser that another one was let in with."""
        with self._lock:
            keys = {source.at}
            if source.by_browser in self._all_browsers():
                keys.add(source.by_browser)
                self._all_browsers()[source.by_browser].add(login)
            for key in keys:
                row = self._row(login, key)
                known = (row.known_since if row else None) or now
                self._change(login, key, now, failures=0, locked_until=None, known_since=known)

    def remember(self, login: str, source: Source, now: datetime) -> str:
        """The secret by which this browser is known; a new one where it has none of ours."""
        if self.knows_browser(login, source):
            return source.browser
        secret = new_token()
        fresh = Source(browser=secret)
        with self._lock:
            self._change(login, fresh.by_browser, now, known_since=now)
            self._all_browsers()[fresh.by_browser] = {login}
        return secret

    def forget(self, login: str) -> None:
        """Nowhere is known any more, as when a tablet is lost."""
        with self._lock:
            self._forget(login)
            for logins in self._all_browsers().values():
                logins.discard(login)

    def _key(self, login: str, source: Source) -> str:
        if self.knows_browser(login, source):
            return source.by_browser
        return source.by_device or source.at

    def _tally(self, login: str, key: str) -> Tally:
        row = self._row(login, key)
        if row is None:
            return self._nobodys.of(_both(login, key))
        return Tally(failures=row.failures, locked_until=row.locked_until)

    def _require_calm(self, login: str, now: datetime) -> None:
        tries = self._strange.get(login, deque())
        while tries and now - tries[0] >= STRANGE_WITHIN:
            tries.popleft()
        if len(tries) >= STRANGE_TRIES:
            minutes = -((now - tries[0] - STRANGE_WITHIN) // timedelta(minutes=1))
            raise AccessRefused("locked_out", minutes=minutes)

    def _count_strange(self, login: str, now: datetime) -> None:
        self._strange.setdefault(login, deque(maxlen=STRANGE_TRIES)).append(now)
        self._strange.move_to_end(login)
        if len(self._strange) > _MOST_NAMES:
            self._strange.popitem(last=False)

    def _all_browsers(self) -> dict[str, set[str]]:
        if self._browsers is None:
            logins: dict[str, set[str]] = {}
            query = select(DoorRow).where(
                DoorRow.hall_id == self._hall_id, col(DoorRow.source).startswith("browser:")
            )
            with Session(self._engine) as session:
                for row in session.exec(query):
                    logins.setdefault(row.source, set()).add(row.login)
            self._browsers = logins
        return self._browsers

    def _row(self, login: str, source: str) -> DoorRow | None:
        with Session(self._engine) as session:
            return session.get(DoorRow, (self._hall_id, login, source))

    def _change(self, login: str, source: str, now: datetime, **columns: object) -> None:
        with Session(self._engine) as session:
            row = session.get(DoorRow, (self._hall_id, login, source)) or DoorRow(
                hall_id=self._hall_id, login=login, source=source, tried_at=now
            )
            for column, value in {**columns, "tried_at": now}.items():
                setattr(row, column, value)
            session.add(row)
            session.flush()
            self._drop_surplus(session, login)
            session.commit()

    def _drop_surplus(self, session: Session, login: str) -> None:
        query = select(DoorRow).where(DoorRow.hall_id == self._hall_id, DoorRow.login == login)
        rows = sorted(session.exec(query), key=_worth, reverse=True)
        for row in rows[MOST_SOURCES:]:
            session.delete(row)
            if self._browsers is not None:
                self._browsers.get(row.source, set()).discard(login)

    def _forget(self, login: str) -> None:
        mine = (col(DoorRow.hall_id) == self._hall_id, col(DoorRow.login) == login)
        with Session(self._engine) as session:
            session.exec(delete(DoorRow).where(*mine))
            session.commit()


def _worth(row: DoorRow) -> tuple[bool, datetime]:
    return row.known_since is not None, row.tried_at


def _both(login: str, key: str) -> str:
    return f"{login} {key}"
