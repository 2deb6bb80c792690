"""What another system counted before has rows of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "history_source",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("imported_at", TIME, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("left", sa.Integer, nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
    )
    op.create_table(
        "history_visit",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("line", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("issued_at", TIME, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("called_at", TIME),
        sa.Column("started_at", TIME),
        sa.Column("ended_at", TIME),
        sa.Column("counter", sa.String, nullable=False),
        sa.Column("staff", sa.String, nullable=False),
    )
    op.create_index("history_visit_issued", "history_visit", ["hall_id", "issued_at"])
