"""Log-ins in the table: only the token's hash, one row each, gone when they are over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Engine
from sqlmodel import Session, col, delete, func, select, update

from server.access.actors import Actor, OwnLanguage
from server.access.secrets import new_token, token_hash
from server.tables import PersonRow, SessionRow

# A log-out breaks the token but keeps the row until it would have ended: it still proves that the person
# gave the password here today, which is what lets the PIN do on return. No SHA-256 hex has a colon.
_CLOSED = "closed:"
A_LITTLE_AHEAD = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    actor: Actor
    ends_at: datetime


class Sessions:
    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine = engine
        self._hall_id = hall_id

    def open(self, login: str, place: str, now: datetime, ends_at: datetime) -> str:
        """Return the token, which is kept nowhere; clear away the sessions that are over."""
        token = new_token()
        row = SessionRow(
            hall_id=self._hall_id,
            token_hash=token_hash(token),
            login=login,
            place=place,
            opened_at=now,
            ends_at=ends_at,
        )
        with Session(self._engine) as session:
            session.exec(delete(SessionRow).where(self._of_this_hall(), col(SessionRow.ends_at) <= now))
            session.add(row)
            session.commit()
        return token

    def find(self, hashed: str, now: datetime) -> OpenSession | None:
        query = (
            select(SessionRow, PersonRow)
            .join(
                PersonRow,
                (col(PersonRow.hall_id) == SessionRow.hall_id) & (col(PersonRow.login) == SessionRow.login),
            )
            .where(self._of_this_hall(), col(SessionRow.token_hash) == hashed, *_open_at(now))
        )
        with Session(self._engine) as session:
            row = session.exec(query).first()
            return None if row is None else _as_open(*row)

    def proven_until(self, login: str, place: str, now: datetime) -> datetime | None:
        """Until when the password given at this place still vouches for the person."""
        query = select(func.max(SessionRow.ends_at)).where(
            self._of_this_hall(),
            col(SessionRow.login) == login,
            col(SessionRow.place) == place,
            *_open_at(now),
        )
        with Session(self._engine) as session:
            return session.exec(query).one()

    def close(self, token: str) -> None:
        hashed = token_hash(token)
        with Session(self._engine) as session:
            session.exec(
                update(SessionRow)
                .where(self._of_this_hall(), col(SessionRow.token_hash) == hashed)
                .values(token_hash=_CLOSED + hashed)
            )
            session.commit()

    def end_all(self, login: str) -> None:
        with Session(self._engine) as session:
            session.exec(delete(SessionRow).where(self._of_this_hall(), col(SessionRow.login) == login))
            session.commit()

    def _of_this_hall(self) -> ColumnElement[bool]:
        return col(SessionRow.hall_id) == self._hall_id


def _open_at(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Not over; nor opened by a clock that was ahead and is settled since, or it would last for years."""
    return (col(SessionRow.ends_at) > now, col(SessionRow.opened_at) <= now + A_LITTLE_AHEAD)


def _as_open(row: SessionRow, person: PersonRow) -> OpenSession:
    return OpenSession(actor=person_actor(person, row.place), ends_at=row.ends_at)


def person_actor(person: PersonRow, place: str) -> Actor:
    return Actor(
        id=f"person:{person.login}",
        kind="person",
        role=person.role,
        name=person.name,
        place=place,
        language=cast(OwnLanguage, person.language),
    )
