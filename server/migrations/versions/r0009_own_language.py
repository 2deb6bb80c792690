"""A person's own language is kept with the person; nobody has chosen one yet."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("language", sa.String))
    op.execute(sa.text("UPDATE person SET language = ''"))
    with op.batch_alter_table("person") as person:
        person.alter_column("language", existing_type=sa.String(), nullable=False)
