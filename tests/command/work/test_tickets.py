"""`hallqueue export-tickets`: every column documented, nobody named, the same in CSV and Parquet."""

import csv
from pathlib import Path

import pytest

from server.command import making
from server.packs.hall_file import pack
from server.visits.tickets import COLUMNS
from tests.command_words import Run, complaint
from tests.hall_made import NOW


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A morning of a demo hall."""
    import asyncio

    data = tmp_path_factory.mktemp("demo") / "data"
    asyncio.run(making.make_demo(data, "power", NOW, days=0))
    return data


def test_a_csv_that_excel_opens(run: Run, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    assert "位客户" in run("export-tickets", file, "--data", demo)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert all(row["issued_at"].endswith("+08:00") for row in rows)
    assert {row["service"] for row in rows} <= {service.id for service in pack("power").services}


def test_parquet_has_its_types_and_what_each_column_means(run: Run, demo: Path, tmp_path: Path) -> None:
    from pyarrow import parquet

    file = tmp_path / "t.parquet"
    run("export-tickets", file, "--data", demo)
    table = parquet.read_table(file)
    assert table.num_rows > 0
    assert str(table.schema.field("issued_at").type) == "timestamp[ms, tz=UTC]"
    assert table.schema.field("waited_seconds").metadata[b"zh"].decode() == "等候时长"


def test_no_person_is_among_the_columns() -> None:
    names = {column.name for column in COLUMNS}
    assert not {name for name in names if name.endswith("_by") or name in ("staff", "owner", "ticket")}
    assert all(column.text.zh and column.text.en for column in COLUMNS)


def test_days_that_have_nobody_and_files_that_cannot_be_are_said(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    where = ("--data", demo)
    assert "没有客户" in complaint(run, "export-tickets", tmp_path / "t.csv", *where, "--from", "2030-01-01")
    assert not (tmp_path / "t.csv").exists()
    assert "结尾" in complaint(run, "export-tickets", tmp_path / "t.xlsx", *where)
    (tmp_path / "there.csv").write_text("x")
    assert "已经有了" in complaint(run, "export-tickets", tmp_path / "there.csv", *where)
