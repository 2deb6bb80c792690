"""Answers as columns of numbers, in an order that does not depend on how they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from server.later import np

if TYPE_CHECKING:
    from numpy.typing import NDArray


Floats: TypeAlias = "NDArray[np.float64]"
Flags: TypeAlias = "NDArray[np.bool_]"
Ints: TypeAlias = "NDArray[np.int64]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One finished leg; everybody is here, because who was not asked or did not answer matters, too."""

    evaluation: str
    hall_id: str
    day: date
    waited_seconds: float  # of the whole visit, the clock the ladder goes by
    remedied: bool  # a gift was handed over
    cared: bool
    asked: bool
    ask_share: float  # how likely the question was: certain for remedied and cared, else the hall's sample
    wait_rating: int = 0  # 5 … 1; 0: none
    lot: bool | None = None  # whether the lot was for the remedy; None: no lot in force


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Row i of every column belongs to the same finished leg."""

    waited: Floats  # minutes
    remedied: Flags
    cared: Flags
    asked: Flags
    weight: Floats  # 1 / how likely the question was, so that the sampled count as much as the certain
    rating: Floats  # 5 … 1; 0: none
    lot: Ints  # 1 for the remedy, 0 against, -1 no lot
    hall: Ints
    day: Ints  # ordinal

    def where(self, rows: Flags) -> Columns:
        return Columns(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    @property
    def rated(self) -> Columns:
        return self.where(self.rating > 0)

    def __len__(self) -> int:
        return len(self.waited)


def columns(answers: Iterable[Answer]) -> Columns:
    rows = sorted(answers, key=lambda a: (a.hall_id, a.day, a.evaluation))
    halls = {hall: i for i, hall in enumerate(sorted({a.hall_id for a in rows}))}
    return Columns(
        waited=np.array([a.waited_seconds / 60 for a in rows], dtype=np.float64),
        remedied=np.array([a.remedied for a in rows], dtype=np.bool_),
        cared=np.array([a.cared for a in rows], dtype=np.bool_),
        asked=np.array([a.asked for a in rows], dtype=np.bool_),
        weight=np.array([1 / a.ask_share if a.ask_share > 0 else 1.0 for a in rows], dtype=np.float64),
        rating=np.array([a.wait_rating for a in rows], dtype=np.float64),
        lot=np.array([-1 if a.lot is None else int(a.lot) for a in rows], dtype=np.int64),
        hall=np.array([halls[a.hall_id] for a in rows], dtype=np.int64),
        day=np.array([a.day.toordinal() for a in rows], dtype=np.int64),
    )
