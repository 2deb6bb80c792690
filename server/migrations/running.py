"""Brings a database up to date. Loads alembic: only for one that is behind."""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from server.migrations import VERSIONS


def history(versions: Path = VERSIONS) -> ScriptDirectory:
    return ScriptDirectory(versions, version_locations=[versions])


def upgrade(connection: Connection, to: str = "head", versions: Path = VERSIONS) -> None:
    """Run what is still to come, in the transaction that the caller has begun and will end.

    SQLite cannot drop or change a column: there a revision says `op.batch_alter_table`.
    """
    script = history(versions)

    def still_to_come(revision: Any, _: object) -> Any:
        return script._upgrade_revs(to, revision)  # as alembic's own documentation does

    environment = EnvironmentContext(Config(), script, fn=still_to_come, destination_rev=to)
    environment.configure(connection=connection, render_as_batch=True)
    environment.run_migrations()
