"""`hallqueue staffing` as somebody types it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from server.command.work import configuring
from server.packs.hall_file import write_hall_file
from tests.command_words import Run, complaint


def test_a_hall_without_a_history_has_nobody_to_plan_for(run: Run, data: Path) -> None:
    assert "尚无历史数据" in complaint(run, "staffing", "--data", data, "--day", "2026-03-03")


def test_a_day_by_what_was_typed_in(run: Run, data: Path, tmp_path: Path) -> None:
    config = configuring.current(data)
    few = replace(config.services[0], daily_customers=10)
    file = tmp_path / "hall.toml"
    file.write_text(write_hall_file(replace(config, services=(few, *config.services[1:]))), encoding="utf-8")
    run("configure", file, "--data", data, "--yes")
    said = run("staffing", "--data", data, "--day", date(2026, 3, 3))
    assert "2026-03-03 开台建议" in said
    assert "只依据 0 天的记录" in said
    assert "10 分钟内" in said
