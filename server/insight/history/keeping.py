"""Foreign visits in rows of their own: kept by the portion, listed, and undone by the name of their file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import cast

from sqlalchemy import Engine, Table, delete, func, insert, select, update
from sqlmodel import SQLModel

from server.insight.history.reading import Account, Key, PastVisit
from server.tables import HistorySourceRow, HistoryVisitRow, VisitRow

PORTION = 1000  # rows a transaction, so that a hall that is open waits some milliseconds


def table(row: type[SQLModel]) -> Table:
    return cast(Table, row.__table__)  # type: ignore[attr-defined]  # SQLModel sets it on table classes


SOURCE, VISIT, OWN = table(HistorySourceRow), table(HistoryVisitRow), table(VisitRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was taken in; not `whole`: that was interrupted."""

    name: str
    sha256: str
    imported_at: datetime
    first_day: date
    last_day: date
    taken: int
    left: int
    whole: bool


class History:
    """Of one hall."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine, self._hall = engine, hall_id

    def sources(self) -> list[Source]:
        asked = select(SOURCE).where(SOURCE.c.hall_id == self._hall).order_by(SOURCE.c.first_day)
        with self._engine.connect() as db:
            rows = db.execute(asked).mappings().all()
        return [
            Source(name=row["source"], **{k: v for k, v in row.items() if k not in ("hall_id", "source")})
            for row in rows
        ]

    def own_days(self) -> set[date]:
        """Days that this hall has counted itself: what another system says of them is left."""
        with self._engine.connect() as db:
            return {
                day for (day,) in db.execute(select(OWN.c.day).where(OWN.c.hall_id == self._hall).distinct())
            }

    def keys(self) -> set[Key]:
        """Of all customers that earlier files brought."""
        of = VISIT.c
        columns = (of.issued_at, of.service, of.number, of.called_at, of.started_at, of.ended_at)
        with self._engine.connect() as db:
            asked = select(*columns).where(of.hall_id == self._hall)
            return {cast(Key, tuple(row)) for row in db.execute(asked.execution_options(yield_per=PORTION))}

    def keep(self, source: Source, visits: Iterable[PastVisit], account: Account) -> None:
        """All of them under the name of their file, counted by `account` as they are read.

        Interrupted it counts for nothing, and the next import of that name begins anew.
        """
        self.undo(source.name)
        with self._engine.begin() as db:
            first = {**_columns(source), "whole": False}
            db.execute(insert(SOURCE).values(hall_id=self._hall, source=source.name, **first))
        for some in _portions(visits):
            with self._engine.begin() as db:
                db.execute(insert(VISIT), [self._row(source.name, visit) for visit in some])
        with self._engine.begin() as db:
            days = account.days
            whole = {"taken": account.taken, "left": account.left.total(), "whole": True}
            db.execute(
                update(SOURCE)
                .where(SOURCE.c.hall_id == self._hall, SOURCE.c.source == source.name)
                .values(first_day=min(days), last_day=max(days), **whole)
            )

    def undo(self, name: str) -> int | None:
        """How many customers are gone again; None where nothing was imported under this name."""
        mine = VISIT.c.hall_id == self._hall, VISIT.c.source == name
        with self._engine.connect() as db:
            named = SOURCE.c.hall_id == self._hall, SOURCE.c.source == name
            if db.execute(select(SOURCE.c.source).where(*named)).first() is None:
                return None
            gone = db.execute(select(func.count()).select_from(VISIT).where(*mine)).scalar_one()
        with self._engine.begin() as db:  # first of all it is whole no more
            db.execute(update(SOURCE).where(*named).values(whole=False))
        while self._forget_some(name):
            pass
        with self._engine.begin() as db:
            db.execute(delete(SOURCE).where(*named))
        return gone

    def _forget_some(self, name: str) -> bool:
        mine = VISIT.c.hall_id == self._hall, VISIT.c.source == name
        with self._engine.begin() as db:
            lines = (
                db.execute(select(VISIT.c.line).where(*mine).order_by(VISIT.c.line).limit(PORTION))
                .scalars()
                .all()
            )
            if lines:
                db.execute(delete(VISIT).where(*mine, VISIT.c.line >= lines[0], VISIT.c.line <= lines[-1]))
        return bool(lines)

    def _row(self, name: str, visit: PastVisit) -> dict[str, object]:
        return {"hall_id": self._hall, "source": name, **_columns(visit)}


def _columns(of: Source | PastVisit) -> dict[str, object]:
    names = (column.name for column in (SOURCE if isinstance(of, Source) else VISIT).columns)
    return {name: getattr(of, name) for name in names if name not in ("hall_id", "source")}


def _portions(visits: Iterable[PastVisit]) -> Iterator[list[PastVisit]]:
    several = iter(visits)
    while some := list(islice(several, PORTION)):
        yield some
