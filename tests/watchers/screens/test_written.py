"""Views as JSON."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import PlainSerializer, TypeAdapter

from server.watchers.screens.written import Written


class State(StrEnum):
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    number: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    hall: str
    state: State
    share: float
    since: datetime | None
    names: tuple[str, ...]
    here: Row | None
    best: Row
    rows: tuple[Row, ...]


NOON = datetime(2026, 3, 2, 12, 0, 0, 500, tzinfo=UTC)
ROW, OTHER = Row(number='号"1', at=NOON), Row(number="A002", at=NOON)


def a_view(*rows: Row, here: Row | None = None) -> View:
    return View(
        hall="厅", state=State.OPEN, share=0.5, since=NOON, names=("a", "b"), here=here, best=ROW, rows=rows
    )


def test_it_says_what_the_framework_says() -> None:
    written = Written()
    for view in (a_view(), a_view(ROW, here=OTHER), a_view(ROW, OTHER, ROW)):
        assert json.loads(written.view(view)) == json.loads(TypeAdapter(View).dump_json(view))


def test_rows_that_are_known_are_written_as_before() -> None:
    written = Written()
    first = written.view(a_view(ROW, OTHER, here=ROW))
    assert written.view(a_view(ROW, OTHER, here=ROW)) == first == Written().view(a_view(ROW, OTHER, here=ROW))
    assert written.view(a_view(OTHER, ROW, here=ROW)) != first


said: list[str] = []


def _noted(number: str) -> str:
    said.append(number)
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    number: Annotated[str, PlainSerializer(_noted)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noting:
    hall: str
    alone: Noted
    rows: tuple[Noted, ...]


def test_a_row_is_written_once_whether_it_stands_alone_or_in_lists() -> None:
    written, one, other = Written(), Noted(number="A001"), Noted(number="A002")
    said.clear()
    for rows in ((), (other,), (one, other), (other, one)):
        written.view(Noting(hall="厅", alone=one, rows=rows))
    assert said == ["A001", "A002"]
