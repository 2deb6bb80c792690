"""What each drill tried and what it cost, as one table at the end of `pytest tests/drills`."""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HEAD = ("drill", "lost", "twice", "seconds", "load", "tried")
NONE = "–"
Told = Mapping[str, str | int | None]


@dataclass(slots=True)
class Row:
    """One drill; its parameters are one row. `lost` and `twice` are None where nothing can be."""

    name: str
    tried: list[str] = field(default_factory=list)
    lost: int | None = None
    twice: int | None = None
    cases: int = 0
    failed: int = 0
    seconds: float = 0.0
    load: float = 0.0  # the highest

    def cells(self) -> tuple[str, ...]:
        runs = f"{self.cases} cases" if self.cases > 1 else ""
        tried = "; ".join(filter(None, (*dict.fromkeys(self.tried), runs)))
        failed = f"FAILED {self.failed}: " if self.failed else ""
        lost, twice = (NONE if count is None else f"{count:,}" for count in (self.lost, self.twice))
        return self.name, lost, twice, f"{self.seconds:.0f}", f"{self.load:.1f}", failed + (tried or "1 case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One test that ran; `told` is what it said itself, `load` the machine's when it ended."""

    place: str
    passed: bool
    seconds: float
    load: float
    told: tuple[Told, ...] = ()


def rows(ran: Iterable[Ran]) -> list[Row]:
    found: dict[str, Row] = {}
    for one in ran:
        row = found.setdefault(one.place, Row(one.place))
        row.cases += 1
        row.failed += not one.passed
        row.seconds += one.seconds
        row.load = max(row.load, one.load)
        for told in one.told:
            row.tried.append(str(told["tried"]))
            row.lost = _sum(row.lost, told["lost"])
            row.twice = _sum(row.twice, told["twice"])
    return list(found.values())


def lines(found: Iterable[Row]) -> list[str]:
    """The last column is as long as it needs to be."""
    table = [HEAD, *(row.cells() for row in found)]
    widths = [max(map(_wide, column)) for column in list(zip(*table, strict=True))[:-1]]
    shown = ["  ".join((*map(_padded, cells, widths), cells[-1])) for cells in table]
    return [shown[0], "-" * len(shown[0]), *shown[1:]]


def place_of(nodeid: str) -> str:
    """`tests/drills/test_kill_drill.py::test_a_server[x]` is `kill drill: a server`."""
    file, _, test = nodeid.partition("::")
    drill = Path(file).stem.removeprefix("test_").replace("_", " ")
    return f"{drill}: {test.partition('[')[0].removeprefix('test_').replace('_', ' ')}"


def load() -> float:
    return os.getloadavg()[0]


def _sum(so_far: int | None, more: str | int | None) -> int | None:
    return so_far if more is None else (so_far or 0) + int(more)


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _wide(cell))
