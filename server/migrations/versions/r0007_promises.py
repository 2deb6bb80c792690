"""Visits remember what wait was promised; all are made anew from the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name in ("visit", "visit_leg", "visit_call", "visit_rung", "contact", "visits_kept"):
        op.execute(sa.text(f"DELETE FROM {name}"))
    with op.batch_alter_table("visit") as visit:
        visit.add_column(sa.Column("promised_at", sa.DateTime(timezone=True)))
        visit.add_column(sa.Column("promised_low", sa.Float, nullable=False))
        visit.add_column(sa.Column("promised_high", sa.Float, nullable=False))
        visit.add_column(sa.Column("promised_wait", sa.Float))
        visit.add_column(sa.Column("promises", sa.Integer, nullable=False))
