"""Rows of the state become one snapshot, names go over to their events; nobody loses anything."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from server.domain.hall import Ticket
from server.journal.opening import open_database
from server.journal.sqlite import SqliteJournal
from server.journal.stamp import stamp
from tests.migrations.early import early_file
from tests.test_old_halls import JOURNALS, laid_out

STATE = {"at": "2026-03-02T01:00:00Z", "issued": {"A": 2}}


def an_early_hall(folder: Path, **state: Any) -> Path:
    file = early_file(folder / "hall.sqlite3")
    with closing(sqlite3.connect(file)) as db:
        body = json.dumps({**state, **STATE})
        db.execute("INSERT INTO hall VALUES ('hall', 1, 3, 'null', ?)", (body,))
        for seq, kind in enumerate(("HallConfigured", "DayOpened", "TicketIssued"), 1):
            db.execute("INSERT INTO event VALUES ('hall', 1, ?, 'now', ?, 'a', '{}')", (seq, kind))
        db.execute("INSERT INTO request VALUES ('hall', 'kiosk:1/a', 'IssueTicket', 1, 2, 3, 'now')")
        db.execute("INSERT INTO request VALUES ('hall', 'clerk:1/b', 'RestoreService', 1, 4, 3, 'now')")
        db.commit()
    return file


def test_an_event_bears_the_name_it_followed_from_and_what_led_to_nothing_stays(tmp_path: Path) -> None:
    with closing(open_database(an_early_hall(tmp_path))) as db:
        names = db.execute("SELECT seq, request FROM event ORDER BY seq").fetchall()
        assert names == [(1, ""), (2, "kiosk:1/a"), (3, "kiosk:1/a")]
        assert db.execute("SELECT name FROM request").fetchall() == [("clerk:1/b",)]
        assert db.execute("SELECT epoch, seq, silent FROM hall").fetchall() == [(1, 3, 0)]
        assert db.execute("PRAGMA page_size").fetchone() == (512,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("of", ["", stamp()])
def test_the_rows_are_kept_as_a_snapshot_of_the_shape_they_were_of(tmp_path: Path, of: str) -> None:
    early = an_early_hall(tmp_path, **({"stamp": of} if of else {}))
    with closing(open_database(early)) as db:
        assert db.execute("SELECT hall_id, seq, epoch, at, stamp FROM snapshot").fetchall() == [
            ("hall", 3, 1, "2026-03-02T01:00:00Z", of)
        ]


async def test_a_hall_whose_journal_was_not_whole_goes_on_by_what_its_rows_knew(tmp_path: Path) -> None:
    data = laid_out(JOURNALS[-1], tmp_path / "hall")
    whole = SqliteJournal(data / "hall.sqlite3")
    before = await whole.load()
    await whole.close()
    torn = laid_out(JOURNALS[-1], tmp_path / "torn")
    with closing(sqlite3.connect(torn / "hall.sqlite3")) as db:
        db.execute("UPDATE event SET body = '{' WHERE seq = 20")
        db.commit()
    journal = SqliteJournal(torn / "hall.sqlite3")
    opened = await journal.open_whole()
    await journal.close()
    found = opened.hall
    assert (_known(found.tickets), _known(found.ended)) == (_known(before.tickets), _known(before.ended))
    assert found.counters == before.counters
    assert (found.issued, found.seq, opened.lost) == (before.issued, before.seq, False)
    assert [d.kind for d in opened.damage] == ["torn"]


def _known(tickets: Mapping[str, Ticket]) -> dict[str, Ticket]:
    """As those rows knew them: since when a slip is what it is came later."""
    return {i: replace(t, slip=replace(t.slip, since=None) if t.slip else None) for i, t in tickets.items()}
