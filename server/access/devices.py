"""Screens, machines and scripts: each holds one token, which can be renewed and revoked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Literal

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from server.access.actors import Actor
from server.access.names import fit_device
from server.access.pairing import Approval, Pairing, WaitingScreen
from server.access.refusals import AccessRefused
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from server.access.secrets import as_typed, new_token, token_hash
from server.tables import DeviceRow

BY_ITSELF = "system:demo"  # who has paired what let itself in


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device or script as a list shows it."""

    device_id: str
    kind: str
    name: str
    role: str
    place: str
    paired_at: datetime
    paired_by: str
    revoked_at: datetime | None


class Devices:
    """`revision` rises with every change after which a remembered actor may be wrong."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self.revision = 0
        self._engine = engine
        self._hall_id = hall_id
        self._pairing = Pairing()

    def ask_to_pair(
        self, screen: str, now: datetime, place: str = "", address: str = ""
    ) -> tuple[WaitingScreen, str]:
        """Return what to show and the secret to claim with. Refuse with `too_many_codes`."""
        return self._pairing.ask(screen, now, place, address)

    def waiting(self, now: datetime) -> tuple[WaitingScreen, ...]:
        return self._pairing.waiting(now)

    def look(self, code: str, *, by: str, now: datetime) -> WaitingScreen:
        """Who shows this code. Refuse with `wrong_code`, `code_expired` or `locked_out`."""
        return self._pairing.look(code, by, now)

    def pair(self, code: str, name: str, role: str, place: str, *, by: str, now: datetime) -> str:
        """Return which screen showed the code. Refuse as `Pairing.approve` does or with `unknown_role`.

        Only a device's role: a code read off a screen must not make that screen a manager.
        """
        if role not in DEVICE_ROLES:
            raise AccessRefused("unknown_role", role=role)
        return self._pairing.approve(code, Approval(name=name, role=role, place=place, by=by), now)

    def claim(self, claim_secret: str, now: datetime) -> str | None:
        """Return the token once, None before a manager has typed the code. Refuse with `code_expired`."""
        approval = self._pairing.collect(claim_secret, now)
        if approval is None:
            return None
        return self.issue_token(approval.name, approval.role, approval.place, by=approval.by, now=now)

    def issue_token(self, name: str, role: str, place: str, *, by: str, now: datetime) -> str:
        """Return a token for a new device, or for a script when the role is a person's.

        The id is made from the name and never given twice, so that an actor in the journal is one machine.
        Refuse with `unknown_role` or `bad_name`.
        """
        if role not in DEVICE_ROLES and role not in PEOPLE_ROLES:
            raise AccessRefused("unknown_role", role=role)
        name, place = fit_device(name), fit_device(place)
        token = new_token()
        for device_id in _ids_for(name, role):
            row = DeviceRow(
                hall_id=self._hall_id,
                device_id=device_id,
                name=name,
                role=role,
                place=place,
                token_hash=token_hash(token),
                paired_at=now,
                paired_by=by,
            )
            if self._insert(row, device_id):
                break
        return token

    def rotate(self, device_id: str) -> str:
        """Return a new token; the old one ends at once. Refuse with `unknown_device`."""
        token = new_token()
        self._change(device_id, token_hash=token_hash(token))
        return token

    def revoke(self, device_id: str, now: datetime) -> None:
        """Refuse with `unknown_device`, also when it is revoked already."""
        self._change(device_id, revoked_at=now)

    def revoke_what_let_itself_in(self, now: datetime) -> None:
        """Nobody paired it: good in a demo, and nowhere else."""
        mine = (
            col(DeviceRow.hall_id) == self._hall_id,
            col(DeviceRow.paired_by) == BY_ITSELF,
            col(DeviceRow.revoked_at).is_(None),
        )
        with Session(self._engine) as session:
            if session.exec(update(DeviceRow).where(*mine).values(revoked_at=now)).rowcount:
                self.revision += 1
            session.commit()

    def change(self, device_id: str, *, name: str | None = None, place: str | None = None) -> None:
        """Give another name or place; the id stays, as the journal has it. Refuse with `unknown_device`."""
        columns = {"name": name, "place": place}
        fit = {column: fit_device(value) for column, value in columns.items() if value is not None}
        self._change(device_id, **fit)

    def find_device(self, device_id: str) -> Device:
        """Refuse with `unknown_device`."""
        with Session(self._engine) as session:
            row = session.get(DeviceRow, (self._hall_id, device_id))
            if row is None:
                raise AccessRefused("unknown_device", device=device_id)
            return _as_device(row)

    def list(self) -> tuple[Device, ...]:
        query = select(DeviceRow).where(DeviceRow.hall_id == self._hall_id).order_by(DeviceRow.device_id)
        with Session(self._engine) as session:
            return tuple(_as_device(row) for row in session.exec(query))

    def find(self, hashed: str) -> Actor | None:
        query = select(DeviceRow).where(
            col(DeviceRow.token_hash) == hashed,
            col(DeviceRow.hall_id) == self._hall_id,
            col(DeviceRow.revoked_at).is_(None),
        )
        with Session(self._engine) as session:
            row = session.exec(query).first()
            return None if row is None else _as_actor(row)

    def _insert(self, row: DeviceRow, device_id: str) -> bool:
        """Return False when the id is taken; looking first would leave a gap for another process."""
        try:
            with Session(self._engine) as session:
                session.add(row)
                session.commit()
        except IntegrityError:
            if not self._taken(device_id):
                raise
            return False
        return True

    def _taken(self, device_id: str) -> bool:
        with Session(self._engine) as session:
            return session.get(DeviceRow, (self._hall_id, device_id)) is not None

    def _change(self, device_id: str, **columns: object) -> None:
        mine = (
            col(DeviceRow.hall_id) == self._hall_id,
            col(DeviceRow.device_id) == device_id,
            col(DeviceRow.revoked_at).is_(None),
        )
        with Session(self._engine) as session:
            changed = session.exec(update(DeviceRow).where(*mine).values(**columns)).rowcount
            session.commit()
        if not changed:
            raise AccessRefused("unknown_device", device=device_id)
        self.revision += 1


def _ids_for(name: str, role: str) -> Iterator[str]:
    letters = "".join(c if c.isalnum() else " " for c in as_typed(name).lower())
    stem = "-".join(letters.split()) or role
    yield stem
    yield from (f"{stem}-{n}" for n in count(2))


def _kind(role: str) -> Literal["device", "script"]:
    return "device" if role in DEVICE_ROLES else "script"


def _as_actor(row: DeviceRow) -> Actor:
    kind = _kind(row.role)
    return Actor(
        id=f"{kind}:{row.device_id}",
        kind=kind,
        role=row.role,
        name=row.name,
        place=row.place,
        by_itself=row.paired_by == BY_ITSELF,
    )


def _as_device(row: DeviceRow) -> Device:
    return Device(
        device_id=row.device_id,
        kind=_kind(row.role),
        name=row.name,
        role=row.role,
        place=row.place,
        paired_at=row.paired_at,
        paired_by=row.paired_by,
        revoked_at=row.revoked_at,
    )
