"""The rooms of the pages: no circle, no arrow between pages, files that hold one idea and have their test.

A page is `NAME.tsx` with the folder of its name; what two pages need lies in `server/web`. One idea is cut
into `x.tsx | x.ts | x_texts.ts` (and its sheet `x.css`) and no further.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("kiosk_ui", "counter_client", "display_board")
WEB = ROOT / "server/web"
MOST_LINES = 300
SMALL = 20  # lines; with one reader beside it, such a file is a part of that reader
IMPORT = re.compile(r'^(?:import|export) [^;"]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)', re.M)
LOGIC = re.compile(
    r"^(?:export )?(?:async )?(?:function|class) |^(?:export )?const \w+.*=>(?: \{| ?$| .)", re.M
)
WORDS = re.compile(r"(?:^|_)texts(?:_zh|_en)?$")
MADE = WEB / "wire.ts"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def sources() -> tuple[Path, ...]:
    found = [p for folder in (*PAGES, "server/web") for p in sorted((ROOT / folder).rglob("*.*"))]
    kinds = {".ts", ".tsx", ".css"}
    return tuple(
        p for p in found if p.suffix in kinds and not {"node_modules", "testing"} & set(p.parts) and p != MADE
    )


@cache
def modules() -> tuple[Path, ...]:
    return tuple(p for p in sources() if p.suffix != ".css" and ".test." not in p.name)


@cache
def twins() -> tuple[Path, ...]:
    return tuple(p for p in sources() if ".test." in p.name)


def target(path: Path, written: str) -> Path | None:
    if written.startswith("@web/"):
        return WEB / written.removeprefix("@web/")
    return (path.parent / written).resolve() if written.startswith(".") else None


@cache
def imports(path: Path) -> frozenset[Path]:
    written = (next(filter(None, found)) for found in IMPORT.findall(path.read_text(encoding="utf-8")))
    ends = {target(path, one) for one in written} - {None, MADE}
    return frozenset(end for end in ends if end and end.suffix in {".ts", ".tsx"})


def room(path: Path) -> str:
    """The page a file belongs to; what all share belongs to none."""
    folder, *rest = path.relative_to(ROOT).parts
    return "" if folder == "server" else rest[0].split(".")[0]


def reached(start: Path) -> set[Path]:
    met: set[Path] = set()
    ahead = [start]
    while ahead:
        for end in imports(ahead.pop()) - met:
            met.add(end)
            ahead.append(end)
    return met


def assert_none(found: Iterable[Path]) -> None:
    assert sorted(map(name, found)) == []


def test_every_import_names_its_file() -> None:
    loose = [
        f"{name(p)}: {end.name}" for p in (*modules(), *twins()) for end in imports(p) if not end.exists()
    ]
    assert loose == []


def test_no_circle() -> None:
    assert_none(p for p in modules() if p in reached(p))


def test_no_arrow_between_pages() -> None:
    arrows = [
        f"{name(p)} -> {name(end)}"
        for p in modules()
        for end in imports(p)
        if room(end) and room(end) != room(p)
    ]
    assert arrows == []


def test_what_pages_share_lies_in_rooms_of_one_direction() -> None:
    """No file lies loose in `server/web` but what is made, and no room there needs one that needs it."""
    loose = [name(p) for p in (*modules(), *twins()) if p.parent == WEB]
    assert loose == []
    shared = [p for p in modules() if WEB in p.parents]
    needs = {p.parent: set[Path]() for p in shared}
    for p in shared:
        needs[p.parent] |= {end.parent for end in imports(p) if WEB in end.parents} - {p.parent}
    TopologicalSorter(needs).prepare()  # says the circle, where there is one


ROOMY = [name(page) for folder in PAGES for page in (ROOT / folder).iterdir() if any(page.glob("*/*.ts*"))]


@pytest.mark.parametrize("page", sorted(ROOMY))
def test_the_rooms_of_a_page_need_each_other_one_way(page: str) -> None:
    """What lies beside the rooms, because several of them need it, counts as a room of its own."""
    at = (ROOT / page).parts
    needs: dict[str, set[str]] = {}
    for p in modules():
        ends = {end.parts[len(at)] for end in imports(p) if end.parts[: len(at)] == at}
        if p.parts[: len(at)] == at:
            needs.setdefault(p.parts[len(at)], set()).update(ends - {p.parts[len(at)]})
    assert len(needs) > 1
    TopologicalSorter(needs).prepare()  # says the circle, where there is one


def test_files_hold_one_idea() -> None:
    long = [name(p) for p in sources() if len(p.read_text(encoding="utf-8").splitlines()) > MOST_LINES]
    assert long == []


def test_no_idea_is_hidden_in_pieces() -> None:
    """A few lines that one file beside them reads are a part of that file."""
    readers = Counter(end for p in modules() for end in imports(p))
    small = (
        p
        for p in modules()
        if readers[p] == 1
        and not WORDS.search(p.stem)
        and len(p.read_text(encoding="utf-8").splitlines()) <= SMALL
        and any(
            p in imports(reader) and reader.suffix == p.suffix and room(reader) == room(p)
            for reader in modules()
        )
    )
    assert_none(small)


def test_an_idea_is_cut_no_further() -> None:
    """`x_state.ts`, `x_rows.tsx` … beside `x.tsx` belong into `x.ts` and `x.tsx`."""
    stems = {(p.parent, p.stem) for p in modules()}
    further = (
        p
        for p in modules()
        if not WORDS.search(p.stem)
        and any((p.parent, p.stem[:at]) in stems for at in range(len(p.stem)) if p.stem[at] == "_")
    )
    assert_none(further)


def test_logic_has_its_twin() -> None:
    """Its own test, or, for what holds a page's hands (asks, clocks), the test that walks that page."""
    walked = {(room(p), end) for p in twins() if p.suffix == ".tsx" for end in reached(p)}
    bare = (
        p
        for p in modules()
        if p.suffix == ".ts"
        and not WORDS.search(p.stem)
        and LOGIC.search(p.read_text(encoding="utf-8"))
        and not any(p.with_suffix(kind).exists() for kind in (".test.ts", ".test.tsx"))
        and (room(p), p) not in walked
    )
    assert_none(bare)


def test_what_is_drawn_is_drawn_in_a_test() -> None:
    drawn = set().union(*(reached(p) for p in twins()))
    assert_none(p for p in modules() if p.suffix == ".tsx" and p not in drawn)
