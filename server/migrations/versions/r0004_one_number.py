"""No two staff numbers differ by case only, whoever adds them at the same moment."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

FOLD = sa.text("UPDATE person SET folded = :folded WHERE hall_id = :hall_id AND login = :login")


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("folded", sa.String))
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT hall_id, login FROM person")).all()
    taken: set[tuple[str, str]] = set()
    # Earlier programs let doubles in, and both are still here: one has the number, the other keeps its own
    # spelling, which is in nobody's way as it is not in lower case.
    for hall_id, login in sorted(rows, key=lambda row: (row[1] != row[1].lower(), row[1])):
        folded = login if (hall_id, login.lower()) in taken else login.lower()
        taken.add((hall_id, folded))
        connection.execute(FOLD, {"folded": folded, "hall_id": hall_id, "login": login})
    with op.batch_alter_table("person") as person:
        person.alter_column("folded", existing_type=sa.String(), nullable=False)
    op.create_index("person_folded", "person", ["hall_id", "folded"], unique=True)
