"""Nothing a hall writes is overlooked, nothing of somebody else's is touched."""

from pathlib import Path

from server.safekeeping.belongings import (
    GO_ALONG,
    MADE_ANEW,
    OF_THE_MACHINE,
    belongings,
    earlier_halls,
    going_along,
)
from server.settings import Settings
from tests.hall_here import here_hall
from tests.safekeeping.halls import a_hall


def test_every_place_of_the_settings_goes_along_or_is_made_anew(tmp_path: Path) -> None:
    """Whoever adds a place has to say which it is."""
    settings = Settings(data=tmp_path)
    places = {
        value.name
        for name in dir(Settings)
        if isinstance(getattr(Settings, name), property)
        and isinstance(value := getattr(settings, name), Path)
    }
    assert places == {*GO_ALONG, *MADE_ANEW, "hall.sqlite3", "day.key"}
    assert "day.key" in OF_THE_MACHINE  # what persons were known by is in no copy


async def test_what_a_hall_leaves_behind_is_all_known(data: Path) -> None:
    async with here_hall(data) as hall:
        await hall.issue()
        while_open = {p.name for p in belongings(data)}
    assert {"hall.sqlite3", "hall.sqlite3-wal", "hall.sqlite3-shm"} <= while_open
    left = {p.name for p in data.iterdir()} - {*OF_THE_MACHINE}
    assert left == {p.name for p in belongings(data)}


async def test_what_is_not_the_halls_stays(tmp_path: Path) -> None:
    await a_hall(tmp_path)
    for name in ("notes.txt", "backup.zip", ".profile", "server.lock"):
        (tmp_path / name).touch()
    for name in ("lost+found", ".cache", "moved-away-20260101-000000"):
        (tmp_path / name).mkdir()
    (tmp_path / "hall.half").touch()
    (tmp_path / "papers").mkdir()
    assert [p.name for p in belongings(tmp_path)] == ["hall.half", "hall.sqlite3", "papers"]
    assert belongings(tmp_path / "nowhere") == []


def test_half_written_files_stay_out(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    for name in ("a.png", "b.png.half"):
        (tmp_path / "media" / name).touch()
    assert [name for name, _ in going_along(tmp_path)] == ["media/a.png"]


async def test_halls_that_were_moved_away_are_found(tmp_path: Path) -> None:
    aside = tmp_path / "moved-away-20260101-000000"
    await a_hall(aside)
    assert earlier_halls(tmp_path) == [aside / "hall.sqlite3"]
