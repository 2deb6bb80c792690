"""A name says what a thing is, not that it was looked for or told: `found`, `said`, `told`, `here` are none.

The shapes of the wire keep theirs for good; read from there, a field takes a name of its own.
"""

import re

import pytest

from tests.web.test_rooms import MADE, modules, name, twins

WORDLESS = {"found", "said", "told", "here"}
UNNAMED = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|(?<=`)[^`$]+|(?<=\})[^`{}]*(?=`|\$\{)', re.S)
NAME = re.compile(r"(?<![\w$.-])([A-Za-z]+)(?![\w$-])(\??:)?")
ON_THE_WIRE = set(re.findall(r"^  (\w+)\??:", MADE.read_text("utf-8"), re.M))


def wordless(source: str) -> set[str]:
    return {
        word
        for word, as_key in NAME.findall(UNNAMED.sub("", source))
        if word.lower() in WORDLESS and not (as_key and word in ON_THE_WIRE)
    }


def test_no_name_in_the_pages_is_wordless() -> None:
    broken = {name(p): wordless(p.read_text("utf-8")) for p in (*modules(), *twins())}
    assert {file: names for file, names in broken.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "const found = all.find(fits);",
        "function said(one: Text) {}",
        "({ told }) => told.ids",
        "const Here = 3;",
        "return `${told}`;",
        "type Row = { told: string };",
    ],
)
def test_a_wordless_name_is_seen(source: str) -> None:
    assert wordless(source)


@pytest.mark.parametrize(
    "source",
    [
        "// what was found here",
        't("found")',
        "zone.here ? a : b",
        "({ id, here: false })",
        "const foundAt = 3;",
        "`told ${n} times, said ${m} here`",
    ],
)
def test_words_and_the_wire_are_free(source: str) -> None:
    assert wordless(source) == set()
