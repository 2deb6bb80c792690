"""The commit before beside this one, in the same run; `HALLQUEUE_BESIDE` names another than the last.

Both on a hall's first day, when the voice renders every number for the first time, and on any other.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

import pytest
import uvloop

from tests.benchmarks import beside
from tests.benchmarks.hall import ServedHall, made, served
from tests.benchmarks.processes import ROOT, Measured, free_port, running
from tests.benchmarks.report import Figure, Table
from tests.benchmarks.words import spoken_before

Pair = tuple[ServedHall, ServedHall]


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    with beside.checked_out(beside.OTHER, tmp_path_factory.mktemp("beside")) as other:
        yield other, ROOT


@pytest.fixture(scope="module", params=("steady", "first day"))
def day(request: pytest.FixtureRequest) -> str:
    which: str = request.param
    return which


@pytest.fixture(scope="module")
def halls(
    day: str, trees: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[tuple[Path, str], ...]:
    """A hall made by each tree (an earlier one opens no later one's), steady with words of a day before."""
    folder = tmp_path_factory.mktemp("worked")
    both = [(folder / str(nth), made(folder / str(nth), tree)) for nth, tree in enumerate(trees)]
    if day == "steady":
        for data, _ in both:
            (data / "sounds").mkdir(exist_ok=True)
        spoken_before(both[-1][0])
        copytree(both[-1][0] / "sounds", both[0][0] / "sounds", dirs_exist_ok=True)
    return tuple(both)


@pytest.fixture
def pair(trees: tuple[Path, Path], halls: tuple[tuple[Path, str], ...], tmp_path: Path) -> Iterator[Pair]:
    with ExitStack() as stack:
        yield _pair(stack, trees, halls, tmp_path)


def _pair(stack: ExitStack, trees: Sequence[Path], halls: Sequence[tuple[Path, str]], folder: Path) -> Pair:
    before, now = (
        stack.enter_context(served(copytree(data, folder / data.name), token, root=tree))
        for (data, token), tree in zip(halls, trees, strict=True)
    )
    return before, now


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Measured]:
    command = ["-m", "tests.benchmarks.paced_floor", str(tmp_path / "paced.sqlite3")]
    with running(command, free_port()) as floor:
        yield floor


@pytest.mark.parametrize(("what", "kind"), [("call", beside.calls), ("tap", beside.taps)])
def test_a_command_costs(  # noqa: PLR0917  # what pytest hands over
    table: Table, pair: Pair, floor: Measured, day: str, what: str, kind: beside.Kind
) -> None:
    raw, *both = uvloop.run(beside.cpu(floor, pair, kind))
    _add(
        table,
        f"CPU of a {what}, 30 screens, {day}",
        [1e3 * spent for spent in both],
        "ms",
        1e3 * raw,
        "<= 5x",
    )


def test_a_board_costs(table: Table, pair: Pair, day: str) -> None:
    found = uvloop.run(beside.boards(pair))
    size = found[-1].size
    raw = uvloop.run(beside.raw_frame(size)) * 1e6  # as cold and as long as the hall's own
    _add(table, f"an idle board, PSS, {day}", [board.memory for board in found], "KiB", None, "<= 17")
    frames = [board.frame * 1e6 for board in found]
    _add(table, f"CPU of a delivered frame of {size} bytes, {day}", frames, "us", raw, "<= 3x")


def _add(  # noqa: PLR0917  # a line of the table
    table: Table, what: str, both: Sequence[float], unit: str, raw: float | None, bar: str
) -> None:
    part = f"{beside.named(beside.OTHER)} | this tree"
    for name, value in zip(("before", "now"), both, strict=True):
        note = f"{value / both[0]:.2f} of before" if name == "now" else ""
        table.add(
            Figure(part=part, what=f"{what}: {name}", value=value, unit=unit, raw=raw, bar=bar, note=note)
        )
    assert min(both) > 0
