"""Every report keeps its promise, and a second program agrees with every figure of it."""

import json
from functools import cache
from typing import Any

import pytest
from pydantic_core import to_json

from server.domain.text import Text
from server.reports.catalogue import catalogue
from server.reports.report import Table, tables
from server.reports.written.as_json import tables_json
from server.visits.past import Past
from tests.builders import a_config
from tests.reports.conftest import BusyHall
from tests.reports.lived import a_database
from tests.reports.second_promises import WithPromises
from tests.reports.two_days import FRIDAY, MONDAY, WEDNESDAY

NAMES = sorted(catalogue())
RECOMPUTED = (
    "care",
    "counters",
    "enquiry",
    "first_time",
    "guidance",
    "monthly",
    "out_of_order",
    "pre_acceptance",
    "promises",
    "remedies",
    "satisfaction",
    "waits",
)
KINDS = {
    "text",
    "person",
    "count",
    "seconds",
    "money",
    "level",
    "date",
    "clock",
    "moment",
    "flag",
    "share",
    "rank",
}
SPANS = {"day": (WEDNESDAY, WEDNESDAY), "week": (MONDAY, "2026-03-08"), "month": ("2026-03-01", "2026-03-31")}


def computed(busy: BusyHall, name: str, kind: str, day: str) -> tuple[Table, ...]:
    period = busy.period(kind, day)
    return tables(catalogue()[name], busy.past, period, busy.config)


@cache
def second_program(busy: BusyHall, kind: str) -> WithPromises:
    return WithPromises(busy.path, *SPANS[kind], json.loads(to_json(busy.config)))


def test_all_reports_are_there() -> None:
    assert set(NAMES) >= set(RECOMPUTED)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_a_title_and_typed_columns_in_both_languages(name: str) -> None:
    report = catalogue()[name]
    assert report.TITLE.zh
    assert report.TITLE.en
    sheets = report.columns()
    assert len({s.id for s in sheets}) == len(sheets)
    for sheet in sheets:
        assert isinstance(sheet.title, Text)
        assert {c.kind for c in sheet.columns} <= KINDS
        assert all(c.title.zh and c.title.en for c in sheet.columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_fills_columns_of_its_table_and_no_others(busy: BusyHall, name: str) -> None:
    report, period = catalogue()[name], busy.period()
    heads = {sheet.id: [c.id for c in sheet.columns] for sheet in report.columns()}
    found = report.rows(busy.past, period, busy.config)
    assert found
    for row in found:
        assert set(row.cells) <= set(heads[row.sheet])


@pytest.mark.parametrize("name", RECOMPUTED)
@pytest.mark.parametrize(("kind", "day"), [("day", WEDNESDAY), ("week", MONDAY), ("month", WEDNESDAY)])
def test_a_second_program_agrees_with_every_figure(busy: BusyHall, name: str, kind: str, day: str) -> None:
    period = busy.period(kind, day)
    second: dict[str, Any] = getattr(second_program(busy, kind), name)()
    found = json.loads(to_json(tables_json(computed(busy, name, kind, day), period)))
    assert [t["id"] for t in found] == list(second)
    for table in found:
        cells = [row["cells"] for row in table["rows"]]
        assert len(cells) == len(second[table["id"]]), table["id"]
        for ours, theirs in zip(cells, second[table["id"]], strict=True):
            same(ours, theirs, f"{name}.{table['id']}")


def same(ours: Any, theirs: Any, where: str) -> None:
    """Equal, and for sums of floats equal to a billionth."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        assert ours.keys() == theirs.keys(), where
        for key in ours:
            same(ours[key], theirs[key], f"{where}.{key}")
    elif isinstance(ours, float) and isinstance(theirs, float):
        assert ours == pytest.approx(theirs, rel=1e-9), where
    else:
        assert ours == theirs, where


@pytest.mark.parametrize("name", NAMES)
def test_a_hall_with_no_data_gives_empty_tables(busy: BusyHall, name: str) -> None:
    period = busy.period("day", "2026-01-05")
    for past in (Past(a_database(), ["hall"]), busy.past):
        found = tables(catalogue()[name], past, period, a_config())
        assert [t.rows for t in found] == [()] * len(found)


@pytest.mark.parametrize("name", NAMES)
def test_last_week_is_not_this_week(busy: BusyHall, name: str) -> None:
    friday, week = computed(busy, name, "week", FRIDAY), computed(busy, name, "week", MONDAY)
    assert friday != week
