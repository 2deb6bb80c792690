"""What lies further back than a start looks is found on either store, told alike, and never read over."""

from datetime import timedelta

import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import Journal, JournalDamaged
from server.journal.looking_back import looked_through
from server.journal.postgres import PostgresJournal
from server.journal.sqlite import SqliteJournal
from tests.builders import MORNING, a_config
from tests.journal.stores import Store, kept

TORN = "UPDATE event SET body = substr(body, 1, 9) WHERE seq = 2 AND hall_id = '{hall}'"
GONE = "DELETE FROM event WHERE seq = 4 AND hall_id = '{hall}'"
STRANGE = "UPDATE event SET kind = 'NobodyKnowsThis' WHERE seq = 6 AND hall_id = '{hall}'"
TWICE = """INSERT INTO event SELECT hall_id, seq, epoch + 1, at, kind, actor, body, request FROM event
    WHERE seq = 8 AND hall_id = '{hall}'"""
FULL_DAY = (MORNING - timedelta(hours=1), MORNING + timedelta(days=1))


async def damage(journal: Journal, hall: str, *statements: str) -> None:
    for statement in statements:
        if isinstance(journal, PostgresJournal):
            async with journal._transaction() as db:
                await db.execute(statement.format(hall=hall))
        elif isinstance(journal, SqliteJournal):
            journal._open().execute(statement.format(hall=hall))


@pytest.mark.parametrize("portion", [1, 3, 100])
async def test_it_is_found_stretch_by_stretch_and_no_figure_is_made_of_it(store: Store, portion: int) -> None:
    journal = store.open()
    assert isinstance(journal, SqliteJournal | PostgresJournal)
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    await book.do(*[c.IssueTicket(service="bill")] * 8)
    await journal.look_back(lately=0, portion=portion, rest=0)
    assert journal.damage == ()
    assert len(await journal.read(*FULL_DAY, list)) == book.hall.seq
    await damage(journal, book.hall.id, TORN, GONE, STRANGE, TWICE)
    for _ in range(2):
        await journal.look_back(lately=0, portion=portion, rest=0)
        places = {(d.kind, d.first, d.last) for d in journal.damage}
        assert places >= {("torn", 2, 2), ("gap", 4, 4), ("unknown_kind", 6, 6)}
        assert {kind for kind, _, _ in places} == {"torn", "gap", "unknown_kind", "doubled"}
        assert len(journal.damage) == 4, "told once"
    with pytest.raises(JournalDamaged):
        await journal.read(*FULL_DAY, list)
    with pytest.raises(JournalDamaged):
        await journal.past(*FULL_DAY, lambda db: None)


def test_what_is_missing_at_the_end_of_a_stretch_is_missing() -> None:
    (gap,) = looked_through([], 10, 15)
    assert (gap.kind, gap.first, gap.last, gap.until) == ("gap", 11, 15, "")
    assert "11" in gap.text.en
    assert "5" in gap.text.zh
    assert looked_through([], 10, 10) == ()
