"""No page asks an address by hand: one module fetches, and what it may be asked is compiled."""

import re
from collections.abc import Iterator

import pytest

from tests.web.test_wire_shapes import ROOT, sources

WIRE = (ROOT / "server/web/wire.ts").read_text(encoding="utf-8")
PATHS = frozenset(re.findall(r'^  "(/[^"]*)": \{', WIRE.partition("export interface Paths")[2], re.M))
COMMANDS = "/api/commands/"  # of which each command names its own
ASKS = {"post.ts"}  # for everybody
TELLS_HOW_FAR = {"upload.ts"}  # an upload's progress, of which `fetch` knows nothing
SAID = re.compile(r"""["`](/(?:api|sounds|media|slips|health|metrics)(?:/[^"`?#]*)?)""")
A_PAGE = frozenset({"/api/docs", "/slips/"})  # to be gone to, not asked


def asks(pattern: str) -> set[str]:
    return {path.name for path in sources() if re.search(pattern, path.read_text(encoding="utf-8"))}


def addresses(text: str) -> Iterator[str]:
    """As the map names them; one made of pieces only where the compiler looks at it, in `get` and `post`."""
    for before, said in re.findall(r"(.{0,5})" + SAID.pattern, text):
        by_compiler = said.startswith(COMMANDS) or before[-5:] in (" get(", "(get(", "post(")
        if "${" not in said or not by_compiler:
            yield said


def test_only_one_module_fetches() -> None:
    assert asks(r"\bfetch\(") == ASKS
    assert asks("XMLHttpRequest\\(|sendBeacon|EventSource\\(") == TELLS_HOW_FAR
    assert len(PATHS) > 50


def test_every_address_that_a_page_names_is_one_that_is_served() -> None:
    said = {(p.name, at) for p in sources() for at in addresses(p.read_text(encoding="utf-8"))}
    assert {one for one in said if one[1] not in PATHS | A_PAGE} == set()


@pytest.mark.parametrize("wrong", ["src={`/api/qr/${token}.svg`}", 'ask("/api/halls")', "`/media/${file}`"])
def test_an_address_by_hand_is_found(wrong: str) -> None:
    assert set(addresses(wrong)) - PATHS


def test_nothing_that_goes_out_is_described_as_anything() -> None:
    """A body or an answer of no shape would let a page send whatever it likes."""
    assert not re.search(r"(?:body|answer): (?:object|unknown|Json)\b|^  \w+\??: object;", WIRE, re.M)
