"""`hallqueue export-tickets`: what analysts read, as CSV, or as Parquet where that is installed."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.progress import shown
from server.command.terminal.terminal import say
from server.command.texts import both
from server.command.work.configuring import current
from server.domain.config.pieces.calendar import FIRST_DAY, LAST_DAY
from server.journal.going import counted
from server.serving.serve import HallInUse, only_server
from server.visits.keeping import Keeper
from server.visits.tickets import COLUMNS, Value, stays

PORTION = 10_000  # rows of a Parquet group
BOM = "utf-8-sig"  # by which Excel knows the letters
Rows = Iterable[Mapping[str, Value]]


def export(data: Path | None, file: Path, first: date | None, last: date | None) -> None:
    folder = made(data)
    if file.suffix.lower() not in (".csv", ".parquet"):
        raise Hopeless(both("tickets_kind", file=file))
    if file.exists():
        raise Hopeless(both("tickets_there", file=file))
    write = _csv if file.suffix.lower() == ".csv" else _parquet()
    zone = ZoneInfo(current(folder).timezone)
    with making.database(folder) as (engine, hall_id), shown() as going:
        catch_up(folder, engine, hall_id)
        with engine.connect() as db:
            rows = stays(db, hall_id, first or FIRST_DAY, last or LAST_DAY, zone)
            one = list(islice(rows, 1))
            if not one:
                raise Hopeless(both("tickets_none"))
            n = write(file, counted(chain(one, rows), "writing", 0, going))
    say(both("tickets_written", n=n, file=file))


def catch_up(data: Path, engine: Engine, hall_id: str) -> None:
    """Rows are made of the journal by the server; where none runs, here."""
    try:
        with only_server(data), engine.connect() as db:
            keeper = Keeper(hall_id)
            while keeper.catch_up(db):
                pass
    except HallInUse:
        return


def _csv(file: Path, rows: Rows) -> int:
    n = 0
    with file.open("x", encoding=BOM, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(column.name for column in COLUMNS)
        for row in rows:
            writer.writerow(_written(row[column.name]) for column in COLUMNS)
            n += 1
    return n


def _written(value: Value) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return int(value)
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case float():
            return round(value, 1)
        case _:
            return value


def _parquet() -> Any:
    """Raises `Hopeless` where the library for it is not installed."""
    try:
        import pyarrow  # noqa: PLC0415  # 120 MB that few need
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise Hopeless(both("tickets_parquet")) from None
    kinds = {
        "text": pyarrow.string(),
        "day": pyarrow.date32(),
        "moment": pyarrow.timestamp("ms", tz="UTC"),
        "count": pyarrow.int32(),
        "seconds": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    schema = pyarrow.schema(
        [pyarrow.field(c.name, kinds[c.kind], metadata={"zh": c.text.zh, "en": c.text.en}) for c in COLUMNS]
    )

    def write(file: Path, rows: Rows) -> int:
        n, left = 0, iter(rows)
        with pyarrow.parquet.ParquetWriter(file, schema) as out:
            while some := list(islice(left, PORTION)):
                out.write_table(pyarrow.Table.from_pylist(some, schema))
                n += len(some)
        return n

    return write
