"""What a hall has learned of itself has rows of its own; they are made from the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "habit",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("total", sa.Float, nullable=False),
    )
    op.create_table(
        "habit_worked",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("counter", sa.String, primary_key=True),
        sa.Column("opens", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("closes", sa.Integer, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("staff", sa.String, nullable=False),
    )
    op.create_table(
        "habits_kept",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("shape", sa.String, nullable=False),
    )
