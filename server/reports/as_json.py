"""A report's tables as plain values for JSON: what pages get and what a locked month is kept as."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from server.domain.text import Text
from server.reports.period import Period
from server.reports.report import Cell, Row, Share, Sheet, Table, TooFew

Plain = dict[str, Any]


def tables_json(tables: Iterable[Table], period: Period) -> list[Plain]:
    return [
        {**asdict(table.sheet), "rows": [_row(table.sheet, row, period) for row in table.rows]}
        for table in tables
    ]


def _row(sheet: Sheet, row: Row, period: Period) -> Plain:
    return {
        "cells": {c.id: cell_json(row.cells.get(c.id)) for c in sheet.columns},
        "events": events_link(row.events, period),
    }


def cell_json(cell: Cell) -> Any:
    match cell:
        case Share():
            return {**asdict(cell), "value": cell.value, "enough": cell.enough}
        case Text() | TooFew():
            return asdict(cell)
        case date() | datetime():
            return cell.isoformat().replace("+00:00", "Z")
    return cell


def events_link(asked: Mapping[str, str], period: Period) -> str:
    """Where the events behind a row are to be had; a row of one day opens that day."""
    if not asked:
        return ""
    usual = {"period": "day" if "date" in asked else period.kind, "date": period.first.isoformat()}
    return "/api/events?" + urlencode({**usual, **asked})
