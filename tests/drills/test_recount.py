"""The second program agrees with every figure of every report, on days that chance makes anew each time."""

import asyncio
import json
import os
import secrets
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

from server.reports.catalogue import catalogue
from server.reports.period import period_of
from server.reports.report import tables
from server.reports.written.as_json import tables_json
from tests.journal.stores import Kept
from tests.reports.conftest import BusyHall
from tests.reports.second_promises import WithPromises
from tests.reports.test_catalogue import RECOMPUTED, SPANS, same
from tests.reports.two_days import two_days

DAYS = int(os.environ.get("DAYS", "8"))


@pytest.mark.parametrize("nth", range(DAYS))
def test_every_figure_again(tmp_path: Path, nth: int) -> None:
    seed, path = secrets.randbelow(10**9), tmp_path / "hall.sqlite3"

    async def live() -> Kept:
        book = await two_days(path, seed)
        await book.journal.close()
        return book

    busy = BusyHall(path, asyncio.run(live()))
    config = json.loads(to_json(busy.config))
    for kind, (first, last) in SPANS.items():
        period = period_of(kind, date.fromisoformat(first), busy.config.timezone)
        second = WithPromises(path, first, last, config)
        for name in RECOMPUTED:
            wanted: dict[str, Any] = getattr(second, name)()
            found = json.loads(
                to_json(tables_json(tables(catalogue()[name], busy.past, period, busy.config), period))
            )
            for table in found:
                cells = [row["cells"] for row in table["rows"]]
                same(cells_of(cells), cells_of(wanted[table["id"]]), f"seed {seed}: {name}.{table['id']}")


def cells_of(rows: list[Any]) -> dict[str, Any]:
    return {str(n): row for n, row in enumerate(rows)}
