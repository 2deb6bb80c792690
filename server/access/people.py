"""The people who work in the hall: who they are, and how they prove it."""

import builtins
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select, update

from server.access.actors import Actor, OwnLanguage
from server.access.doorstep import Doorstep
from server.access.lockout import LOCKED_FOR
from server.access.names import fit_login, fit_name
from server.access.refusals import AccessRefused
from server.access.roles import PEOPLE_ROLES
from server.access.secrets import Passwords, as_typed
from server.access.sessions import OpenSession, Sessions, person_actor
from server.access.sources import NOWHERE, Source
from server.access.strength import is_pin, require_strong_password, require_strong_pin
from server.tables import PersonRow

SESSION_LENGTH = timedelta(hours=12)
ADMIN = "admin"  # a hall always has one


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as a list shows them; `active` is false once withdrawn.

    `locked_until`: somebody tried their number too often, and the place it was tried from is shut till then.
    """

    login: str
    name: str
    role: str
    active: bool
    has_pin: bool
    locked_until: datetime | None


class People:
    """`revision` rises with every change after which a remembered actor may be wrong."""

    def __init__(self, engine: Engine, hall_id: str, passwords: Passwords | None = None) -> None:
        self.revision = 0
        self._engine = engine
        self._hall_id = hall_id
        self._passwords = passwords or Passwords()
        self._sessions = Sessions(engine, hall_id)
        self.doorstep = Doorstep(engine, hall_id)
        # Argon2 takes 64 MiB each time, and tries made at the same moment must all be counted.
        self._one_at_a_time = Lock()

    def add(self, login: str, name: str, role: str, password: str, pin: str = "") -> None:
        """Refuse with `unknown_role`, `bad_name`, `bad_login`, `weak_password` or `login_taken`."""
        _require_role(role)
        login, name = fit_login(login), fit_name(name)
        require_strong_password(password, login)
        if pin:
            require_strong_pin(pin)
        row = PersonRow(
            hall_id=self._hall_id,
            login=login,
            name=name,
            role=role,
            password_hash=self._passwords.hash(password),
            pin_hash=self._pin_hash(pin),
            folded=login.lower(),
        )
        with self._one_at_a_time:
            if like := self._like(login):
                raise AccessRefused("login_taken", login=like[0])
            try:
                with Session(self._engine) as session:
                    session.add(row)
                    session.commit()
            except IntegrityError:  # another process was quicker
                if not (like := self._like(login)):
                    raise
                raise AccessRefused("login_taken", login=like[0]) from None

    def meant(self, typed: str) -> str:
        """The staff number somebody typed, in whichever case: the very one, else the only one like it."""
        login = as_typed(typed)
        like = self._like(login)
        return like[0] if len(like) == 1 and login not in like else login

    def list(self) -> tuple[Person, ...]:
        query = select(PersonRow).where(PersonRow.hall_id == self._hall_id).order_by(PersonRow.login)
        with Session(self._engine) as session:
            return tuple(_as_person(row) for row in session.exec(query))

    def log_in(
        self, login: str, secret: str, place: str, now: datetime, source: Source = NOWHERE
    ) -> tuple[str, Actor, datetime]:
        """Return token, actor and end. Refuse with `wrong_login` or `locked_out`.

        The secret is the password, or the PIN where the password was given in the last 12 hours; such a
        session ends with the one it leans on, so a PIN alone never carries anybody into another day.
        """
        with self._one_at_a_time:
            login = self.meant(login)
            proven = self._sessions.proven_until(login, place, now) if place and is_pin(secret) else None
            person = self._prove(login, secret, now, source, by_pin=proven is not None)
            ends_at = proven or now + SESSION_LENGTH
            token = self._sessions.open(login, place, now, ends_at)
        return token, person_actor(person, place), ends_at

    def log_out(self, token: str) -> None:
        self._sessions.close(token)
        self.revision += 1

    def find(self, hashed: str, now: datetime) -> OpenSession | None:
        return self._sessions.find(hashed, now)

    def change_password(
        self, login: str, old: str, new: str, now: datetime, source: Source = NOWHERE
    ) -> None:
        """End every session of the person. Refuse as `log_in` does, or with `weak_password`."""
        require_strong_password(new, login)
        with self._one_at_a_time:
            self._prove(as_typed(login), old, now, source, by_pin=False)
            self._change(login, password_hash=self._passwords.hash(new))
            self._put_out(login)

    def change_pin(
        self, login: str, password: str, pin: str, now: datetime, source: Source = NOWHERE
    ) -> None:
        """An empty PIN takes it away. Refuse as `log_in` does, or with `weak_password`."""
        if pin:
            require_strong_pin(pin)
        with self._one_at_a_time:
            self._prove(as_typed(login), password, now, source, by_pin=False)
            self._change(login, pin_hash=self._pin_hash(pin))

    def reset_password(self, login: str, password: str) -> None:
        """For a manager when it is forgotten or the person returns: ends lock-out, PIN and sessions."""
        require_strong_password(password, login)
        with self._one_at_a_time:
            hashed = self._passwords.hash(password)
            self._change(login, password_hash=hashed, pin_hash="", locked_until=None)
            self._put_out(login)

    def assign(self, login: str, role: str) -> None:
        """Give another role and put the person out. Refuse with `last_admin`."""
        _require_role(role)
        with self._one_at_a_time:
            if role != ADMIN:
                self._keep_an_admin(login)
            self._change(login, role=role)
            self._put_out(login)

    def rename(self, login: str, name: str) -> None:
        self._change(login, name=fit_name(name))
        self.revision += 1

    def speak(self, login: str, language: OwnLanguage) -> None:
        """The person's own choice, which goes with them to every screen they log in at."""
        self._change(login, language=language)
        self.revision += 1

    def withdraw(self, login: str) -> None:
        """The person has left. The row stays: the journal names them, and the number is not given again.

        Refuse with `last_admin`.
        """
        with self._one_at_a_time:
            self._keep_an_admin(login)
            self._change(login, password_hash="", pin_hash="")
            self._put_out(login)

    def put_out(self, login: str) -> None:
        """End every session of the person, as when a tablet is lost."""
        with self._one_at_a_time:
            self._put_out(login)

    def find_person(self, login: str) -> Person:
        """Refuse with `unknown_person`."""
        row = self._row(as_typed(login))
        if row is None:
            raise AccessRefused("unknown_person", login=login)
        return _as_person(row)

    def _keep_an_admin(self, login: str) -> None:
        admins = {p.login for p in self.list() if p.active and p.role == ADMIN}
        if admins == {as_typed(login)}:
            raise AccessRefused("last_admin", login=login)

    def _prove(self, login: str, secret: str, now: datetime, source: Source, *, by_pin: bool) -> PersonRow:
        """One argon2 check whoever asks and whatever is wrong."""
        self.doorstep.require_open(login, source, now)
        person = self._row(login)
        if not self._passwords.match(_kept(person, secret, by_pin=by_pin), secret) or person is None:
            # Counted for nobodies too: a lock only for people who exist would tell who exists.
            if self.doorstep.failed(login, source, now, exists=person is not None):
                self._lock(person, now)
                self.doorstep.require_open(login, source, now)
            raise AccessRefused("wrong_login")
        self._count_success(person, secret, by_pin=by_pin)
        self.doorstep.succeeded(login, source, now)
        return person

    def _lock(self, person: PersonRow | None, now: datetime) -> None:
        """For the list to show, and so that the PIN waits for the password; nobody is kept out by it."""
        if person is not None:
            self._change(person.login, locked_until=now + LOCKED_FOR)

    def _count_success(self, person: PersonRow, secret: str, *, by_pin: bool) -> None:
        kept = "pin_hash" if by_pin else "password_hash"
        if self._passwords.outdated(getattr(person, kept)):
            self._change(person.login, **{kept: self._passwords.hash(secret)})
        if person.locked_until:
            self._change(person.login, locked_until=None)

    def _pin_hash(self, pin: str) -> str:
        return self._passwords.hash(pin) if pin else ""

    def _row(self, login: str) -> PersonRow | None:
        with Session(self._engine) as session:
            return session.get(PersonRow, (self._hall_id, login))

    def _like(self, login: str) -> builtins.list[str]:
        """Numbers that differ from it by case at most; halls of earlier times may have several."""
        alike = func.lower(col(PersonRow.login)) == login.lower()
        query = select(PersonRow.login).where(PersonRow.hall_id == self._hall_id, alike)
        with Session(self._engine) as session:
            return [*session.exec(query)]

    def _change(self, login: str, **columns: object) -> None:
        mine = (col(PersonRow.hall_id) == self._hall_id, col(PersonRow.login) == as_typed(login))
        with Session(self._engine) as session:
            changed = session.exec(update(PersonRow).where(*mine).values(**columns)).rowcount
            session.commit()
        if not changed:
            raise AccessRefused("unknown_person", login=login)

    def _put_out(self, login: str) -> None:
        self._sessions.end_all(as_typed(login))
        self.doorstep.forget(as_typed(login))
        self.revision += 1


def _kept(person: PersonRow | None, secret: str, *, by_pin: bool) -> str:
    if person is None:
        return ""
    if not by_pin:
        return person.password_hash
    # After a lock-out only the password helps, or five tries every five minutes would find the PIN.
    return "" if person.locked_until else person.pin_hash


def _require_role(role: str) -> None:
    if role not in PEOPLE_ROLES:
        raise AccessRefused("unknown_role", role=role)


def _as_person(row: PersonRow) -> Person:
    return Person(
        login=row.login,
        name=row.name,
        role=row.role,
        active=bool(row.password_hash),
        has_pin=bool(row.pin_hash),
        locked_until=row.locked_until,
    )
