"""A hall made by any earlier version opens, is whole, and goes on."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.command import making
from server.domain.areas import EVENTS
from tests.hall_here import HandClock, here_hall

JOURNALS = sorted((Path(__file__).parent / "journals").glob("*.sql.gz"))


def laid_out(journal: Path, data: Path) -> Path:
    """The folder of the hall, as the earlier version left it."""
    data.mkdir()
    with closing(sqlite3.connect(data / "hall.sqlite3")) as db:
        db.executescript(gzip.decompress(journal.read_bytes()).decode())
    return data


def test_the_first_version_is_among_them() -> None:
    assert [j.name.split(".")[0].rpartition("-")[2] for j in JOURNALS][:1] == ["6bf6eab"]
    assert len(JOURNALS) >= 7


def test_the_last_release_left_every_kind_of_event_and_each_is_still_known(tmp_path: Path) -> None:
    last = laid_out(JOURNALS[-1], tmp_path / "hall") / "hall.sqlite3"
    with closing(sqlite3.connect(last)) as db:
        kinds = {kind for (kind,) in db.execute("SELECT DISTINCT kind FROM event")}
    assert len(kinds) == 68
    assert kinds <= set(EVENTS)


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda journal: journal.name.split(".")[0])
async def test_a_hall_of_an_earlier_version_opens_and_goes_on(
    journal: Path, tmp_path: Path, hand: HandClock
) -> None:
    data = laid_out(journal, tmp_path / "hall")
    hand.move(hours=2)
    async with here_hall(data, hand) as here:
        assert here.hall.config is not None
        before = len(here.hall.tickets) + len(here.hall.ended)
        assert before > 10
        assert (await here.issue())["number"]
        assert len(here.house.people.list()) >= 5
        health = (await here.http.get("/health")).json()
        assert (health["status"], health.get("problems", [])) == ("ok", [])
    assert await making.compare(data) == ""
