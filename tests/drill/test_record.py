"""The page of an exercise: who, when, what was seen, how many passed."""

from datetime import UTC, datetime

from server.domain.text import Text
from server.drill.record import Exercise, Record
from server.drill.texts import TITLES


def test_the_page_names_everything_chinese_first() -> None:
    record = Record(
        hall=Text("城东营业厅", "East hall"),
        at=datetime(2026, 3, 2, 1, 0, tzinfo=UTC),
        zone="Asia/Shanghai",
        by="张伟",
        version="9.8",
        exercises=(
            Exercise(name="D1", passed=True, seen=Text("打了一张", "one slip"), seconds=1.25),
            Exercise(name="D5", passed=False, seen=Text("没有播报", "not spoken"), seconds=20.0),
        ),
    )
    page = record.page()
    for said in ("城东营业厅", "East hall", "2026-03-02 09:00", "张伟", "9.8", "打了一张", "not spoken"):
        assert said in page
    assert f"D1 通过 1.2 秒  {TITLES['D1'].zh}" in page
    assert f"D5 FAILED 20.0 s  {TITLES['D5'].en}" in page
    assert "共 2 项，通过 1 项\n1 of 2 passed" in page
    assert record.share == "1/2"
