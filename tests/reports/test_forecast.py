"""The forecast beside what came: on half a year of another system, on nothing, and while a day runs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from sqlalchemy import insert

from server.domain.config.config import HallConfig
from server.insight.forecast.bounds import Bounds
from server.reports import forecast
from server.reports.opening import Told
from server.reports.period import period_of
from server.reports.report import Cells
from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.past import Past
from server.visits.rows import table
from tests.builders import Story, a_config
from tests.insight.forecast.made_up import rate
from tests.reports.lived import HALL, kept

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 2)
HALL_SET_UP = a_config()
SERVICE = HALL_SET_UP.services[0].id


def half_a_year(story: Story) -> Past:
    """Workdays of about 300 until the Friday before `MONDAY`, from another system."""
    db, rng = kept(story), np.random.default_rng(11)
    first = MONDAY - timedelta(days=182)
    days = [first + timedelta(days=n) for n in range(180) if (first + timedelta(days=n)).weekday() < 5]
    db.execute(
        insert(table(HistorySourceRow)),
        [
            {
                "hall_id": HALL,
                "source": "旧",
                "imported_at": datetime(2026, 3, 1, tzinfo=UTC),
                "sha256": "",
                "first_day": days[0],
                "last_day": days[-1],
                "taken": 1,
                "left": 0,
                "whole": True,
            }
        ],
    )
    db.execute(insert(table(HistoryVisitRow)), list(_rows(days, rng)))
    return Past(db, [HALL])


def _rows(days: list[date], rng: np.random.Generator) -> Iterator[dict[str, object]]:
    line = 0
    for day in days:
        for slot, n in enumerate(rng.poisson(rate(day))):
            at = datetime.combine(day, time(slot // 2, slot % 2 * 30), ZONE).astimezone(UTC)
            for _ in range(n):
                line += 1
                yield {
                    "hall_id": HALL,
                    "source": "旧",
                    "line": line,
                    "issued_at": at,
                    "day": day,
                    "minute": slot * 30,
                    "service": SERVICE,
                    "number": "",
                    "called_at": None,
                    "started_at": None,
                    "ended_at": None,
                    "counter": "",
                    "staff": "",
                }


@pytest.fixture(scope="module")
def learned() -> Past:
    story = Story("1")
    for _ in range(12):
        story.later(minutes=5).issue()
    return half_a_year(story)


def told(past: Past, day: date, kind: str = "day", config: HallConfig = HALL_SET_UP) -> Told:
    period = period_of(kind, day, "Asia/Shanghai")
    return Told(report=forecast, past=past, period=period, config=config, today=day)


def cell(cells: Cells, name: str) -> int:
    value = cells[name]
    assert isinstance(value, int)
    return value


@pytest.mark.row("Q06")
def test_a_day_of_half_a_years_counts(learned: Past) -> None:
    friday = told(learned, MONDAY - timedelta(days=3))
    [day] = friday.lines("by_day")
    assert cell(day, "expected") == pytest.approx(300 * 0.9, rel=0.1)
    assert cell(day, "low") < cell(day, "expected") < cell(day, "high")
    assert cell(day, "came") == pytest.approx(300 * 0.9, rel=0.2)
    half_hours = friday.lines("by_half_hour")
    assert [half_hours[0]["clock"], half_hours[-1]["clock"]] == ["08:30", "16:30"]
    inside = [cell(h, "low") <= cell(h, "came") <= cell(h, "high") for h in half_hours]
    assert np.mean(inside) > 0.6
    assert sum(cell(h, "expected") for h in half_hours) == pytest.approx(cell(day, "expected"), abs=8)


@pytest.mark.row("Q06")
def test_the_documents_example_31_expected_35_came_13_percent_off() -> None:
    cells = forecast.beside(31.2, Bounds(23, 40), 35.0)
    assert (cells["expected"], cells["came"], cells["off"]) == (31, 35, "13%")
    assert forecast.beside(0.2, Bounds(0, 1), 3.0)["off"] is None
    assert forecast.beside(31.2, None, None)["off"] is None


def test_the_running_day_is_told_by_what_came_so_far_and_teaches_nothing_yet(learned: Past) -> None:
    monday = told(learned, MONDAY)
    [day] = monday.lines("by_day")
    assert cell(day, "came") == 12
    assert day["off"] is None
    assert cell(day, "updated") < cell(day, "expected")  # few came in the first hour
    assert "照今天的势头" in forecast.opening(monday).zh
    half_hours = {row["clock"]: row for row in monday.lines("by_half_hour")}
    assert (half_hours["09:00"]["came"], half_hours["10:30"]["came"]) == (5, None)
    assert (half_hours["10:00"]["came"], half_hours["10:00"]["off"]) == (1, None)
    assert cell(monday.lines("coming")[0], "expected") == pytest.approx(300, rel=0.12)


@pytest.mark.row("Q05")
def test_coming_days_have_their_kind_and_peak_days_are_marked(learned: Past) -> None:
    coming = {row["day"]: row for row in told(learned, MONDAY).lines("coming")}
    assert coming[date(2026, 3, 3)]["peak_day"] is True
    assert coming[date(2026, 3, 4)]["peak_day"] is False
    week = told(learned, date(2026, 2, 18), "week").lines("by_day")
    assert {str(row["day_kind"].zh) for row in week if hasattr(row["day_kind"], "zh")} >= {"周三 春节"}


def test_a_week_has_its_days_and_no_half_hours(learned: Past) -> None:
    week = told(learned, date(2026, 1, 14), "week")
    assert len(week.lines("by_day")) == 7
    assert week.lines("by_half_hour") == []
    assert week.lines("by_service")[-1]["low"] is None


def test_a_first_day_says_that_there_is_no_history() -> None:
    none = Past(kept(Story("1")), [HALL])
    assert forecast.opening(told(none, MONDAY)).zh.startswith("尚无历史数据")
    assert told(none, MONDAY).rows == []
    services = tuple(replace(s, daily_customers=80) for s in HALL_SET_UP.services[:2])
    typed = replace(HALL_SET_UP, services=(*services, *HALL_SET_UP.services[2:]))
    first = told(none, MONDAY, config=typed)
    [day] = first.lines("by_day")
    assert (day["expected"], day["came"], day["known_days"]) == (160, None, 0)
    assert cell(day, "high") - cell(day, "low") > 130
    assert "尚无历史数据" in forecast.opening(first).zh


def test_a_shut_day_expects_nobody() -> None:
    story = Story("1")
    past = half_a_year(story)
    from server.domain.config.pieces.calendar import SpecialDay
    from server.domain.text import Text

    shut = replace(HALL_SET_UP, special_days=(SpecialDay(day=date(2026, 3, 3), name=Text("检修", "")),))
    row = told(past, MONDAY, config=shut).lines("coming")[0]
    assert (row["expected"], row["high"]) == (0, 0)
    assert row["day_kind"] == Text("周二 检修", "Tue, 检修")
