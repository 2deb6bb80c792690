"""`hallqueue import-history` as somebody types it."""

import io
import sys
from pathlib import Path

import pytest

from tests.command_words import Run, complaint

ROWS = [f"2025-11-{day:02} {hour:02}:10:00,缴费,A{hour}" for day in (3, 4, 6) for hour in range(9, 16)]


def old_file(folder: Path, *more: str, encoding: str = "gbk", rows: list[str] = ROWS) -> Path:
    file = folder / "旧系统.csv"
    file.write_text("\n".join(["取号时间,业务,号码", *rows, *more]), encoding=encoding)
    return file


def test_read_counted_taken_listed_and_undone(run: Run, data: Path, tmp_path: Path) -> None:
    file = old_file(tmp_path, "2025-11-07 09:00:00,占卜,A1", ROWS[0])
    where = ("--data", data)
    said = run("import-history", file, *where, "--map", "缴费=pay", "--yes")
    assert "共 23 行：可导入 21 行，不导入 2 行" in said
    assert "占卜 × 1" in said
    assert "2025-11-03 至 2025-11-06，有记录的 3 天" in said
    assert "1 天：2025-11-05" in said
    assert "已导入 21 行" in said
    assert "旧系统：2025-11-03 至 2025-11-06，21 行（不导入 2 行）" in run("import-history", *where)
    again = complaint(run, "import-history", file, *where, "--map", "缴费=pay", "--yes")
    assert "已经导入过" in again
    assert "删去 21 行" in run("import-history", *where, "--undo", "旧系统")
    assert "还没有导入过" in run("import-history", *where)


def test_nothing_is_taken_unless_somebody_says_yes(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    where = ("--data", data)
    assert "没有导入" in complaint(run, "import-history", old_file(tmp_path), *where, "--map", "缴费=pay")
    assert "还没有导入过" in run("import-history", *where)


def test_another_clock_is_asked_about_before_anything_is_taken(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "hall"
    run("init", "--data", data, "--pack", "power", "--hours", "08:30-17:00")
    utc = [f"2025-11-{day:02} {hour - 8:02}:10:00,缴费,A{hour}" for day in (3, 4, 6) for hour in range(9, 16)]
    line = ("import-history", old_file(tmp_path, rows=utc), "--data", data, "--map", "缴费=pay", "--yes")
    assert "--zone UTC" in complaint(run, *line)
    assert "没有时区 Mars" in complaint(run, *line, "--zone", "Mars")
    assert "已导入 21 行" in run(*line, "--zone", "Asia/Shanghai")


def test_what_makes_no_sense_is_said(run: Run, data: Path, tmp_path: Path) -> None:
    where = ("--data", data)
    assert "看不懂" in complaint(run, "import-history", old_file(tmp_path), *where, "--map", "缴费=没有")
    assert "没有一行可以导入" in complaint(run, "import-history", old_file(tmp_path), *where)
    assert "没有名称为“x”的导入" in complaint(run, "import-history", *where, "--undo", "x")
    (tmp_path / "x.csv").write_bytes(b"PK\x03\x04")
    assert "Excel 工作簿" in complaint(run, "import-history", tmp_path / "x.csv", *where)
