"""What is done at the door has rows, and visits remember more; all are made anew from the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    for name in ("visit", "visit_leg", "visit_call", "visit_rung", "visits_kept"):
        op.execute(sa.text(f"DELETE FROM {name}"))
    with op.batch_alter_table("visit") as visit:
        visit.add_column(sa.Column("issued_by", sa.String, nullable=False))
        visit.add_column(sa.Column("came", sa.String, nullable=False))
        visit.add_column(sa.Column("offered", sa.Boolean, nullable=False))
        visit.add_column(sa.Column("mistyped", sa.Boolean, nullable=False))
        visit.add_column(sa.Column("owner", sa.String, nullable=False))
        visit.add_column(sa.Column("solved", sa.Boolean))
        visit.add_column(sa.Column("prepared", sa.Integer, nullable=False))
        visit.add_column(sa.Column("prepared_at", TIME))
        visit.add_column(sa.Column("prepared_by", sa.String, nullable=False))
        visit.add_column(sa.Column("form_seconds", sa.Float, nullable=False))
        visit.add_column(sa.Column("form_at", TIME))
    with op.batch_alter_table("visit_leg") as leg:
        leg.add_column(sa.Column("prepared", sa.Integer, nullable=False))
        leg.add_column(sa.Column("enquiry", sa.Boolean, nullable=False))
    op.create_table(
        "contact",
        sa.Column("hall_id", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("ticket", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("topic_zh", sa.String, nullable=False),
        sa.Column("topic_en", sa.String, nullable=False),
        sa.Column("notice", sa.String, nullable=False),
    )
    op.create_index("contact_at", "contact", ["hall_id", "at"])
