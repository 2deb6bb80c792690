"""Nothing of a set-up is without a most, and what lies beyond is told in words at its place."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from server.domain.config.bounds import ITEMS, LETTERS, MOST_LINES, NUMBERS
from server.domain.config.config import EChannel, HallConfig, Segment, SegmentRule, Zone
from server.domain.config.pieces.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.pieces.calendar import Hours, SpecialDay, Weekday
from server.domain.config.pieces.catalogue import BlankForm, CatalogueEntry, Sheet, Terminal
from server.domain.config.pieces.equipment import (
    PrinterConfig,
    Pronunciation,
    SlipTemplate,
    VoiceConfig,
    VolumeStep,
)
from server.domain.config.soundness.bound_rules import bound_rules
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from tests.builders import COUNTERS, SERVICES, ZONES, a_config

NAME = Text("名", "Name")
ENTRY = CatalogueEntry(
    conditions=(NAME,),
    agent_materials=(NAME,),
    forms=(BlankForm(name=NAME),),
    samples=(Sheet(name=NAME),),
    key_points=(NAME,),
    steps=(NAME,),
    topics=(NAME,),
)
FULL = a_config(
    zones=(replace(ZONES[0], area=Area(x=0, y=0, width=50, height=50)), ZONES[1]),
    counters=(replace(COUNTERS[0], spot=Spot(x=1, y=1)), *COUNTERS[1:]),
    services=(
        replace(SERVICES[0], e_channels=(EChannel(name=NAME),), materials=(NAME,), entry=ENTRY),
        *SERVICES[1:],
    ),
    segments=(Segment(id="s", name=NAME),),
    segment_rules=(SegmentRule(id="r1", segment="s", service="bill", queue="A", materials=(NAME,)),),
    terminals=(Terminal(id="t", name=NAME, zone="east", services=("bill",)),),
    peak_days=(date(2026, 3, 2),),
    weekdays=(Weekday(weekday=1, hours=Hours(opens="09:00", closes="10:00")),),
    special_days=(SpecialDay(day=date(2026, 10, 1), name=NAME),),
    printers=(PrinterConfig(id="K1", kind="virtual"),),
    slip=SlipTemplate(leaves_out=("map",)),
    voice=VoiceConfig(
        lexicon=(Pronunciation(written="a", spoken="b"),), volume_steps=(VolumeStep(at="09:00", volume=50),)
    ),
    layouts=(BoardLayout(id="l", name=NAME, places=("east",), queues=("A",)),),
    media=(Medium(id="m", file=f"{'0' * 64}.png", name=NAME, places=("east",)),),
    notices=(Notice(id="n", text=NAME, places=("east",)),),
    strips=(Strip(id="s", kind="tcp_text", address="x"),),
)


def put(value: Any, path: str, change: Any) -> Any:
    """The same value with the (first) piece at `path` changed."""
    if isinstance(value, tuple) and path:
        return (put(value[0], path, change), *value[1:])
    if not path:
        return change(value)
    name, _, rest = path.partition(".")
    return replace(value, **{name: put(getattr(value, name), rest, change)})


def found(config: HallConfig) -> list[tuple[str, str, str]]:
    return [(p.where.replace("[0]", ""), p.zh, p.en) for p in bound_rules(config)]


def test_a_full_set_up_has_no_problem() -> None:
    assert problems(FULL) == []


@pytest.mark.parametrize("number", [10**15, -(10**15), float("nan"), float("inf"), 10**4000])
def test_no_number_goes_without_its_bounds(number: float) -> None:
    """C09, C10, C45 and their kind."""
    for path in NUMBERS:
        ((where, zh, en),) = found(put(FULL, path, lambda _: number))
        assert where == path
        assert 0 < len(zh) < len(en) < 300


def texts(value: Any, path: str = "") -> list[str]:
    if isinstance(value, str | Text):
        return [path]
    if isinstance(value, tuple):
        return texts(value[0], path) if value else []
    if is_dataclass(value):
        pieces = [texts(getattr(value, f.name), f"{path}.{f.name}".strip(".")) for f in fields(value)]
        return [text for piece in pieces for text in piece]
    return []


@pytest.mark.parametrize("path", dict.fromkeys([*texts(FULL), *LETTERS]))
def test_no_text_goes_without_an_end(path: str) -> None:
    """C45: a name of 100,000 letters."""
    long = "长" * 100_000

    def lengthened(old: Any) -> Any:
        if isinstance(old, tuple):
            return (lengthened(old[0]), *old[1:])
        return replace(old, zh=long) if isinstance(old, Text) else long

    config = put(FULL, path, lengthened)
    where, zh, en = found(config)[0]
    assert where == path
    assert "100000" in zh
    assert "100000" in en
    assert all(len(p.en) < 300 for p in problems(config))


@pytest.mark.parametrize("path", ITEMS)
def test_no_list_goes_without_an_end(path: str) -> None:
    ((where, _, en),) = found(put(FULL, path, lambda old: old * 3000))
    assert where == path
    assert str(ITEMS[path]) in en


@pytest.mark.parametrize(
    "path", ["peak_days", "special_days.day", "ladders.valid_from", "scripts.effective_from"]
)
@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(1999, 12, 31)])
def test_no_day_lies_outside_the_years_a_hall_lives(path: str, day: date) -> None:
    ((where, _, en),) = found(put(FULL, path, lambda old: (day,) if isinstance(old, tuple) else day))
    assert where == path
    assert "2000-01-01 to 2099-12-31" in en


def test_lines_end_somewhere_too() -> None:
    config = replace(FULL, slip=SlipTemplate(foot=Text("行\n" * MOST_LINES, "")))
    assert [where for where, _, _ in found(config)] == ["slip.foot"]
    assert found(replace(FULL, slip=SlipTemplate(foot=Text("行\n" * (MOST_LINES - 1), "")))) == []


def test_a_text_in_chinese_alone_is_enough_everywhere() -> None:
    """C37."""

    def chinese(value: Any) -> Any:
        if isinstance(value, Text):
            return Text(value.zh, "")
        if isinstance(value, tuple):
            return tuple(chinese(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: chinese(getattr(value, f.name)) for f in fields(value)})
        return value

    assert problems(chinese(FULL)) == []
    assert problems(replace(FULL, zones=(*FULL.zones, Zone(id="x", name=Text("", "X")))))


def test_an_address_that_is_one_long_number_is_refused_in_words() -> None:
    """C45."""
    printer = PrinterConfig(id="K1", kind="tcp", address=f"k1:{'9' * 5000}")
    assert {p.where for p in problems(replace(FULL, printers=(printer,)))} == {"printers[0].address"}


def test_c15_a_figure_is_told_in_the_spans_of_people_and_without_its_code_name() -> None:
    (told,) = [p for p in bound_rules(put(FULL, "figures.wait_goal_seconds", lambda _: 15_000)) if p.where]
    assert told.zh == "“等候目标：不超过此时间算达标”不能大于 4 小时"
    assert told.en.endswith("must not be above 4 h.")
