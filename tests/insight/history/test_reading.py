"""A foreign file row by row: each bad day of it is counted under its own reason."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours
from server.insight.history.reading import Account, PastVisit, Terms, names_of, visits
from server.insight.history.sheets import sheet_of
from tests.builders import a_config

HALL = a_config()
SERVICE = HALL.services[0]
NOW = datetime(2026, 12, 1, tzinfo=UTC)
GOOD = (
    f"2026-11-30 09:12:33,{SERVICE.name.zh},A001,2026-11-30 09:20:00,2026-11-30 09:21:00,2026-11-30 09:30:00"
)


def read(
    folder: Path, *rows: str, config: HallConfig = HALL, zone: str = "Asia/Shanghai", **more: object
) -> tuple[list[PastVisit], Account]:
    file = folder / "old.csv"
    file.write_text("\n".join(["取号时间,业务,号码,叫号时间,开始时间,结束时间", *rows]), encoding="utf-8")
    terms = {"own_days": (), "known": (), **more}
    account = Account()
    taken = visits(
        sheet_of(file),
        Terms(config=config, zone=ZoneInfo(zone), services=names_of(config), now=NOW, **terms),  # type: ignore[arg-type]
        account,
    )
    return list(taken), account


def test_a_row_is_a_visit_on_the_halls_own_day_and_minute(tmp_path: Path) -> None:
    [visit], account = read(tmp_path, GOOD)
    assert (visit.day, visit.minute, visit.service) == (date(2026, 11, 30), 9 * 60 + 12, SERVICE.id)
    assert visit.issued_at == datetime(2026, 11, 30, 1, 12, 33, tzinfo=UTC)
    assert visit.ended_at == datetime(2026, 11, 30, 1, 30, tzinfo=UTC)
    assert (account.rows, account.taken) == (1, 1)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-11-30 09:12:33", "short"),
        (f",{SERVICE.id},A1,,,", "no_time"),
        (f"30.11.2026 9 Uhr,{SERVICE.id},A1,,,", "time"),
        (f"2026-11-30 09:12:33,{SERVICE.id},A1,gestern,,", "time"),
        ("2026-11-30 09:12:33,占卜,A1,,,", "service"),
        (f"2026-11-30 09:12:33,{SERVICE.id},A1,2026-11-30 09:10:00,,", "order"),
        (f"2026-11-28 09:12:33,{SERVICE.id},A1,2026-11-30 09:10:00,,", "long"),
        (f"2027-11-30 09:12:33,{SERVICE.id},A1,,,", "future"),
        (f"1999-11-30 09:12:33,{SERVICE.id},A1,,,", "old"),
        (GOOD, "double"),
    ],
)
def test_what_is_left_is_counted_with_its_reason_and_line(tmp_path: Path, row: str, why: str) -> None:
    taken, account = read(tmp_path, GOOD, "", row)
    assert len(taken) == 1
    assert (dict(account.left), account.lines) == ({why: 1}, {why: [4]})


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("2026-11-30 09:12:33", ""),
        (f",{SERVICE.id},A1,,,", "issued"),
        (f"2026-11-30 09:12:33,{SERVICE.id},A1,,gestern,", "started"),
        ("2026-11-30 09:12:33,占卜,A1,,,", "service"),
        (f"2026-11-30 09:12:33,{SERVICE.id},A1,2026-11-30 09:20:00,2026-11-30 09:15:00,", "started"),
        (f"2026-11-30 09:12:33,{SERVICE.id},A1,2026-11-30 09:20:00,,2027-11-30 09:30:00", "ended"),
    ],
)
def test_what_is_left_is_named_by_its_column(tmp_path: Path, row: str, column: str) -> None:
    _, account = read(tmp_path, GOOD, row)
    assert list(account.columns.values()) == [[column]]
    assert list(account.lines.values()) == [[3]]


def test_days_of_our_own_and_rows_of_earlier_files_are_left(tmp_path: Path) -> None:
    _, account = read(tmp_path, GOOD, own_days={date(2026, 11, 30)})
    assert account.left == {"own": 1}
    [visit], _ = read(tmp_path, GOOD)
    _, account = read(tmp_path, GOOD, known={visit.key})
    assert account.left == {"double": 1}


def test_customers_of_one_minute_are_not_one_customer_where_the_file_cannot_tell(tmp_path: Path) -> None:
    file = tmp_path / "bare.csv"
    file.write_text(f"issued,service\n2026-11-30 09:12,{SERVICE.id}\n2026-11-30 09:12,{SERVICE.id}\n")
    terms = Terms(config=HALL, zone=ZoneInfo("UTC"), services=names_of(HALL), own_days=(), known=(), now=NOW)
    assert len(list(visits(sheet_of(file), terms, Account()))) == 2


def test_unknown_businesses_are_named_and_can_be_said(tmp_path: Path) -> None:
    _, account = read(tmp_path, "2026-11-30 09:12:33,水费,A1,,,", "2026-11-30 09:12:33,水费,A2,,,")
    assert account.unknown == {"水费": 2}
    assert names_of(HALL, [("水 费", SERVICE.id)])["水费"] == SERVICE.id


DAY = a_config(hours=Hours(opens="08:30", closes="17:00"))


def a_day(zone: str) -> list[str]:
    """Sixty customers from 9 to 16 in Shanghai, as a clock of `zone` says it."""
    first = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    at = [(first + timedelta(minutes=7 * n)).astimezone(ZoneInfo(zone)) for n in range(60)]
    return [f"{t:%Y-%m-%d %H:%M:%S},{SERVICE.id},A{n},,," for n, t in enumerate(at)]


def test_a_wrong_zone_is_found_out_by_the_opening_hours(tmp_path: Path) -> None:
    for zone, doubt in (("Asia/Shanghai", False), ("UTC", True), ("America/New_York", True)):
        _, account = read(tmp_path, *a_day(zone), config=DAY)
        assert account.taken == 60
        assert account.zone_in_doubt is doubt
    _, account = read(tmp_path, *a_day("UTC"), config=DAY, zone="UTC")
    assert not account.zone_in_doubt
    with_zone = [row.replace(" ", "T").replace(",", "+00:00,", 1) for row in a_day("UTC")]
    visit, account = read(tmp_path, *with_zone, config=DAY)
    assert visit[0].minute == 9 * 60
    assert not account.zone_in_doubt


def test_holes_are_the_open_days_between(tmp_path: Path) -> None:
    other = GOOD.replace("2026-11-30", "2026-11-26")
    _, account = read(tmp_path, other, GOOD, config=DAY)
    assert account.holes(DAY) == [date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)]
    assert Account().holes(DAY) == []
