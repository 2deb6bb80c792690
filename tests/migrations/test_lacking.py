"""A table, a column, an index that is missing is added; what is there stays."""

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, inspect, text

from server.migrations.lacking import add_what_lacks

WANTED = MetaData()
Table(
    "person",
    WANTED,
    Column("login", String, primary_key=True),
    Column("place", String, nullable=False, default="3"),
    Column("failures", Integer, nullable=False, default=0),
    Column("told", String, index=True),
)
Table("door", WANTED, Column("login", String, primary_key=True))


def test_what_lacks_is_added_and_what_is_there_stays() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        connection.execute(text("CREATE TABLE person (login VARCHAR PRIMARY KEY, shoe VARCHAR)"))
        connection.execute(text("INSERT INTO person VALUES ('1207', '43')"))
        add_what_lacks(connection, WANTED)
        add_what_lacks(connection, WANTED)  # twice is once
        [row] = connection.execute(text("SELECT * FROM person")).mappings()
        assert dict(row) == {"login": "1207", "shoe": "43", "place": "3", "failures": 0, "told": None}
        there = inspect(connection)
        assert there.has_table("door")
        assert [index["name"] for index in there.get_indexes("person")] == ["ix_person_told"]
    engine.dispose()
