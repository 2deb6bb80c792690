"""`hallqueue sheet`, and what `hallqueue drill` does beside the exercises: record, check, journal line."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.command import making
from server.command.work.drill import check, paper, put_on_record
from server.domain.equipment.events import AccessNoted
from server.domain.text import Text
from server.drill import Exercise, Record, signed
from server.journal.sqlite import SqliteJournal
from server.settings import Settings
from tests.hall_here import HereHall
from tests.living import everything

RECORD = Record(
    hall=Text("厅", "Hall"),
    at=datetime(2026, 3, 2, 1, 0, tzinfo=UTC),
    zone="Asia/Shanghai",
    by="张伟",
    version="1",
    exercises=(Exercise(name="D1", passed=True, seen=Text("好", "well"), seconds=1.0),),
)


async def notes(data: Path) -> list[tuple[str, str, str]]:
    journal = SqliteJournal(Settings(data=data).database)
    found = [r.event for r in await everything(journal) if isinstance(r.event, AccessNoted)]
    await journal.close()
    return [(n.what, n.subject, n.detail) for n in found]


def test_a_stopped_hall_has_the_exercise_on_record(data: Path) -> None:
    put_on_record(data, RECORD)
    assert asyncio.run(notes(data)) == [("drill_held", "1/1", "张伟")]
    assert asyncio.run(making.compare(data)) == ""


@pytest.mark.parametrize(("forged", "code"), [(False, 0), (True, 1)])
def test_a_record_is_checked(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], forged: bool, code: int
) -> None:
    page = signed(RECORD.page(), data)
    file = tmp_path / "drill.txt"
    file.write_text(page.replace("张伟", "李四") if forged else page, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        check(data, file)
    assert ended.value.code == code
    assert ("不是" in capsys.readouterr().out) == forged


async def test_the_sheet_is_made_beside_a_running_server_too(
    hall: HereHall, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = (await hall.issue())["number"]
    page = tmp_path / "清单.html"
    await asyncio.to_thread(paper, data, page)
    assert f"<td>{number}" in page.read_text(encoding="utf-8")
    await asyncio.to_thread(paper, data, None)
    assert number in capsys.readouterr().out
