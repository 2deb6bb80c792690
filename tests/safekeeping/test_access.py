"""C42: whoever was shut out after the copy was made stays out, or the owner is shown and asked."""

from pathlib import Path

import pytest

from server.access.refusals import AccessRefused
from server.access.secrets import token_hash
from server.safekeeping import NotABackup, backup, finish, prepare
from tests.builders import MORNING
from tests.safekeeping.halls import a_hall, doors, hall_in, let_in, restore

PASSWORD = "calm-lotus-31"


class Box:
    """A hall with people and tablets, saved; then one of each is shut out, one renewed, one added."""

    def __init__(self, data: Path, copy: Path) -> None:
        self.data, self.copy = data, copy
        people, devices = doors(data)
        people.add("admin", "管理员", "admin", PASSWORD)
        people.add("1207", "王芳", "clerk", PASSWORD)
        self.session = people.log_in("1207", PASSWORD, "1", MORNING)[0]
        self.stolen = devices.issue_token("tablet", "guide", "", by="test", now=MORNING)
        self.kiosk = devices.issue_token("K1", "kiosk", "", by="test", now=MORNING)
        self.renewed_from = devices.issue_token("board", "lobby_board", "", by="test", now=MORNING)
        backup(data, copy, MORNING)
        devices.revoke("tablet", MORNING)
        people.withdraw("1207")
        self.renewed = devices.rotate("board")
        self.new = devices.issue_token("K2", "kiosk", "", by="test", now=MORNING)
        people._engine.dispose()


@pytest.fixture
async def box(tmp_path: Path) -> Box:
    return Box(await a_hall(tmp_path / "data"), tmp_path / "copy.zip")


def may_log_in(data: Path, login: str) -> bool:
    try:
        doors(data)[0].log_in(login, PASSWORD, "", MORNING)
    except AccessRefused:
        return False
    return True


@pytest.mark.parametrize("way", ["over the hall", "over one that was moved away by hand"])
async def test_beside_the_hall_as_it_was_they_stay_out(box: Box, way: str) -> None:
    if way != "over the hall":
        aside = box.data / "moved-away-20260302-100000"
        aside.mkdir()
        (box.data / "hall.sqlite3").rename(aside / "hall.sqlite3")
    prepared = prepare(box.copy, box.data)
    assert (prepared.carried, prepared.guests) == (True, ())
    await finish(prepared, MORNING, move_away=True)
    assert let_in(box.data, box.stolen, box.renewed_from, box.kiosk, box.renewed, box.new) == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert not may_log_in(box.data, "1207")
    assert may_log_in(box.data, "admin")
    await hall_in(box.data)


async def test_on_an_empty_box_the_owner_is_shown_everybody_and_shuts_out_whom_he_names(
    box: Box, tmp_path: Path
) -> None:
    prepared = prepare(box.copy, tmp_path / "new")
    shown = [(g.kind, g.name) for g in prepared.guests]
    assert shown == [
        ("person", "1207"),
        ("person", "admin"),
        ("device", "board"),
        ("device", "k1"),
        ("device", "tablet"),
    ]
    await finish(prepared, MORNING, out=["tablet", "1207"])
    assert let_in(tmp_path / "new", box.stolen, box.kiosk) == [False, True]
    assert not may_log_in(tmp_path / "new", "1207")


async def test_every_log_in_ends(box: Box, tmp_path: Path) -> None:
    await restore(box.copy, tmp_path / "new")
    assert doors(tmp_path / "new")[0].find(token_hash(box.session), MORNING) is None


@pytest.mark.parametrize(("out", "why"), [(["nobody"], "nobody"), (["admin"], "administrator")])
async def test_a_wrong_name_or_the_last_administrator_is_refused(
    box: Box, tmp_path: Path, out: list[str], why: str
) -> None:
    with pytest.raises(NotABackup, match=why):
        await finish(prepare(box.copy, tmp_path / "new"), MORNING, out=out)
    assert not (tmp_path / "new" / "hall.sqlite3").exists()


async def test_another_hall_that_lies_there_lets_nobody_in(box: Box, tmp_path: Path) -> None:
    from dataclasses import replace

    from server.domain.text import Text
    from tests.living import BUSY_HALL, living, set_up
    from tests.safekeeping.halls import journal_of

    other = tmp_path / "other"
    async with living(journal_of(other)) as live:
        await set_up(live, replace(BUSY_HALL, name=Text("另一个厅", "Another")))
    foreign = doors(other)[1].issue_token("K9", "kiosk", "", by="test", now=MORNING)
    prepared = prepare(box.copy, other)
    assert not prepared.carried
    await finish(prepared, MORNING, move_away=True)
    assert let_in(other, foreign, box.kiosk) == [False, True]
