"""Moments as old systems write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from server.insight.history.moments import day_of, is_nothing, moment_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
NINE = datetime(2026, 11, 30, 1, 12, 33, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-30 09:12:33",
        "2026/11/30 9:12:33",
        "2026.11.30 09:12:33",
        "2026-11-30T09:12:33",
        "2026-11-30 09:12:33.417",
        "2026年11月30日 9:12:33",
        "2026年11月30日9时12分33秒",
        "2026-11-30 上午9:12:33",
        "2026-11-30 9:12:33 AM",
        "20261130091233",
        "46356.38371527778",  # a spreadsheet's number of days
        "09:12:33",  # beside a column of days
    ],
)
def test_the_same_moment_by_the_files_own_clock(written: str) -> None:
    assert moment_of(written, date(2026, 11, 30), SHANGHAI) == (NINE, False)


@pytest.mark.parametrize(
    "written", ["2026-11-30T01:12:33Z", "2026-11-30T09:12:33+08:00", "2026-11-30 09:12:33 +08:00"]
)
def test_a_time_with_its_zone_goes_by_that(written: str) -> None:
    assert moment_of(written, None, ZoneInfo("America/New_York")) == (NINE, True)


def test_the_afternoon_is_the_afternoon() -> None:
    for written in ("2026-11-30 下午1:05", "2026-11-30 1:05 pm", "2026-11-30 13:05"):
        assert moment_of(written, None, UTC) == (datetime(2026, 11, 30, 13, 5, tzinfo=UTC), False)
    noon = moment_of("2026-11-30 12:05 PM", None, UTC)
    assert noon == (datetime(2026, 11, 30, 12, 5, tzinfo=UTC), False)


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-30 09:00",
        "2026-11-30 25:00",
        "11/30/2026 09:12",
        "2026-11-30",
        "09:12",
        "soon",
        "46356",
        "-1.5",
    ],
)
def test_what_cannot_be_read_is_not_guessed(written: str) -> None:
    assert moment_of(written, None, SHANGHAI) is None


def test_a_day_alone() -> None:
    for written in ("2026-11-30", "2026/11/30", "20261130", "2026年11月30日", "2026-11-30 00:00:00"):
        assert day_of(written) == date(2026, 11, 30)
    assert (day_of("2026-13-01"), day_of("")) == (None, None)


def test_nothing_has_many_words() -> None:
    assert all(map(is_nothing, ["", " ", "-", "NULL", "无", "#N/A", "0000-00-00 00:00:00"]))
    assert not is_nothing("2026-11-30")
