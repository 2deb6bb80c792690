"""The table of what a set-up may hold: complete, and sized for every hall there is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from server.domain.config.bounds import ITEMS, LETTERS, LINES, NUMBERS, items_at, letters_at, without_junk
from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.config.soundness.bound_rules import bound_rules
from server.domain.text import Text
from server.packs.hall_file import pack
from server.packs.names import packs
from tests.builders import a_config


def kinds(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for one in get_args(hint):
            yield from kinds(one)
    elif hint is not NoneType:
        yield hint


def places(kind: type, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every place of a set-up with what can stand there."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        here = f"{path}.{field.name}" if path else field.name
        for hint in kinds(hints[field.name]):
            inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
            if get_origin(hint) is tuple:
                yield here, tuple
            if is_dataclass(inner) and inner is not Text:
                yield from places(inner, here)  # type: ignore[arg-type]
            else:
                yield here, inner


PLACES = list(places(HallConfig))


def test_every_number_of_a_set_up_has_its_bounds_and_no_other() -> None:
    assert {path for path, kind in PLACES if kind in (int, float)} == set(NUMBERS)


def test_the_table_names_only_places_there_are() -> None:
    assert set(LETTERS) <= {path for path, kind in PLACES if kind in (str, Text)}
    assert set(ITEMS) <= {path for path, kind in PLACES if kind is tuple}
    assert set(LINES) <= {path for path, kind in PLACES if kind is Text}
    assert {kind for _, kind in PLACES if isinstance(kind, type)} <= {
        str,
        int,
        float,
        bool,
        Text,
        tuple,
        date,
    }


@pytest.mark.parametrize("name", packs())
def test_every_pack_lies_well_within(name: str) -> None:
    assert list(bound_rules(pack(name))) == []
    assert max(len(pack(name).services), len(pack(name).counters)) * 4 < items_at("services")


def test_what_nobody_sees_is_taken_out_and_lines_stay_where_they_are_meant() -> None:
    config = a_config(
        name=Text("营业厅\u200b", "Hall\u202e"),
        slip=SlipTemplate(foot=Text("第一行\r\n第二行\u000b", "")),
        phone="95598\n",
    )
    kept = without_junk(config)
    assert (kept.name, kept.phone) == (Text("营业厅", "Hall"), "95598 ")
    assert kept.slip.foot == Text("第一行\n第二行 ", "")
    assert without_junk(a_config()) == a_config()
    assert letters_at("voice.lexicon.written") == 120
