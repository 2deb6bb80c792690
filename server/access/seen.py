"""When each device was last connected, with which page and from where; kept over a restart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from server.tables import DeviceSeenRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    device_id: str
    seen_at: datetime
    build: str = ""
    address: str = ""


class SeenDevices:
    """The table only; `server/watchers/screens/attendance.py` says when to write."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine, self._hall_id = engine, hall_id

    def keep(self, sightings: Iterable[Seen]) -> None:
        """All in one transaction; each device has one row."""
        with Session(self._engine) as session:
            for seen in sightings:
                session.merge(
                    DeviceSeenRow(
                        hall_id=self._hall_id,
                        device_id=seen.device_id,
                        seen_at=seen.seen_at,
                        build=seen.build,
                        address=seen.address,
                    )
                )
            session.commit()

    def by_device(self) -> Mapping[str, Seen]:
        query = select(DeviceSeenRow).where(DeviceSeenRow.hall_id == self._hall_id)
        with Session(self._engine) as session:
            return {row.device_id: _as_seen(row) for row in session.exec(query)}


def _as_seen(row: DeviceSeenRow) -> Seen:
    return Seen(device_id=row.device_id, seen_at=row.seen_at, build=row.build, address=row.address)
