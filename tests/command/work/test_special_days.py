"""`hallqueue special-days` as somebody types it."""

from pathlib import Path

import pytest

from server.command.work import configuring
from tests.command_words import Run, complaint


def test_a_notice_is_shown_and_taken_in(run: Run, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "2027.csv"
    file.write_text("2027-02-05,春节,休\n", encoding="gbk")
    assert "已生效" in run("special-days", file, "--data", data, "--yes")
    [day] = configuring.current(data).special_days
    assert (day.day.isoformat(), day.name.zh, day.hours) == ("2027-02-05", "春节", None)
    assert "没有差别" in run("special-days", file, "--data", data, "--yes")


@pytest.mark.row("Q05")
def test_what_china_has_announced_is_proposed_and_a_year_nobody_knows_is_said(run: Run, data: Path) -> None:
    run("special-days", "--data", data, "--year", "2026", "--yes")
    days = {day.day.isoformat(): day.name.zh for day in configuring.current(data).special_days}
    assert days["2026-10-01"] == "国庆节"
    assert "还不知道 2090 年" in complaint(run, "special-days", "--data", data, "--year", "2090", "--yes")


def test_what_is_wrong_in_the_file_is_said(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("morgen,春节,休\n", encoding="utf-8")
    assert "看不懂：morgen" in complaint(run, "special-days", tmp_path / "x.csv", "--data", data)
