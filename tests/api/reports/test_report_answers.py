"""A locked month as it is answered, whatever has become of its file."""

from datetime import date
from typing import Any

from server.api.reports.report_answers import locked_month, period_shown
from server.reports.period import period_of
from server.reports.report import TooFew
from server.reports.written.snapshots import compared, seal
from tests.builders import MORNING

TEXT = {"zh": "班", "en": "staff"}


def table(rated: object) -> dict[str, Any]:
    cells = {"staff": "s1", "rated": rated, "rank": {"n": 2, "minimum": 30, "too_few": True}}
    column = {"id": "staff", "title": TEXT, "kind": "person"}
    rows = [{"cells": cells, "events": ""}]
    return {"id": "rates", "title": TEXT, "columns": [column], "rows": rows}


def kept(rated: object) -> dict[str, Any]:
    said = {"month": "2026-02", "locked_at": MORNING.isoformat(), "tables": [table(rated)]}
    return {**said, "sha256": seal(said)}


def test_a_month_is_shown_as_it_was_kept() -> None:
    month = locked_month(compared(kept(31), [table(32)]), new=True)
    assert (month.intact, month.new) == (True, True)
    assert month.tables[0].rows[0].cells["rank"] == TooFew(n=2, minimum=30)
    assert [(d.column, d.locked, d.now) for d in month.differences] == [("rated", 31, 32)]


def test_a_file_that_makes_no_sense_any_more_is_not_intact() -> None:
    odd = {**kept(31), "tables": [{**table(31), "columns": "none"}]}
    month = locked_month(compared(odd, [table(31)]), new=False)
    assert (month.intact, month.tables, month.differences) == (False, (), ())


def test_a_period_has_both_its_ends() -> None:
    shown = period_shown(period_of("week", date(2026, 3, 4), "Asia/Shanghai"))
    assert (shown.kind, shown.first, shown.last) == ("week", date(2026, 3, 2), date(2026, 3, 8))
