"""What the first releases did by hand whenever a hall was opened: add the tables and columns it lacks."""

from typing import Any

from alembic import op
from sqlalchemy import Column, Connection, MetaData, Table, inspect


def add_what_lacks(connection: Connection, wanted: MetaData) -> None:
    """Nothing that is there is changed; a new column of an old row has the column's default."""
    there = inspect(connection)
    for table in wanted.sorted_tables:
        if not there.has_table(table.name):
            table.create(connection)
            continue
        columns = {column["name"] for column in there.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                op.add_column(table.name, _with_default(column))
        indexes = {index["name"] for index in there.get_indexes(table.name)}
        _add_indexes(connection, table, indexes)


def _add_indexes(connection: Connection, table: Table, there: set[str | None]) -> None:
    for index in table.indexes:
        if index.name not in there:
            index.create(connection)


def _with_default(column: Column[Any]) -> Column[Any]:
    if column.nullable:
        return Column(column.name, column.type)
    default = getattr(column.default, "arg", None)
    return Column(column.name, column.type, nullable=False, server_default=str(default or 0))
