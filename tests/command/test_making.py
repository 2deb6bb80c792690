"""Halls made without a server: from a pack, from a file, for a demo, with people and tokens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.access.devices import Devices
from server.access.people import People
from server.access.refusals import AccessRefused
from server.access.secrets import token_hash
from server.command.making import (
    DEMO_PASSWORD,
    HallProblem,
    add_person,
    compare,
    forget_demo,
    is_made,
    issue_token,
    make_demo,
    make_hall,
    read_config,
)
from server.devices.errors import DeviceMisconfigured
from server.domain.config.pieces.calendar import Hours
from server.domain.hall import Hall
from server.journal.snapshots import taken
from server.journal.sqlite import SqliteJournal, engine_for
from server.packs.hall_file import pack, write_hall_file
from server.settings import Settings

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PASSWORD = "calm-lotus-31"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "营业厅" / "data"


@pytest.fixture
async def hall(data: Path) -> Path:
    """The folder of a power hall that is made."""
    await make_hall(data, pack("power"), NOW, admin_password=PASSWORD, printers=["K1=tcp:192.0.2.7:9100"])
    return data


async def hall_in(data: Path) -> Hall:
    journal = SqliteJournal(Settings(data=data).database)
    hall = await journal.load()
    await journal.close()
    return hall


@contextmanager
def access(data: Path) -> Iterator[tuple[People, Devices]]:
    settings = Settings(data=data)
    engine = engine_for(settings.database)
    yield People(engine, settings.hall_id), Devices(engine, settings.hall_id)
    engine.dispose()


async def test_a_folder_without_a_hall_is_not_made(data: Path) -> None:
    assert not await is_made(data)
    assert not data.exists(), "looking leaves nothing behind"


async def test_a_hall_is_made_with_its_set_up_its_printers_and_one_administrator(hall: Path) -> None:
    assert await is_made(hall)
    made = await hall_in(hall)
    assert made.config is not None
    assert replace(made.config, printers=()) == pack("power")
    assert set(made.counters) == {"1", "2", "3", "4", "5", "6"}
    assert [(p.id, p.kind) for p in made.config.printers] == [("K1", "tcp")]
    assert await compare(hall) == ""
    with access(hall) as (people, _):
        assert [(p.login, p.role) for p in people.list()] == [("admin", "admin")]
        people.log_in("admin", PASSWORD, "", NOW)


async def test_a_hall_that_is_there_is_not_made_again(hall: Path) -> None:
    before = await hall_in(hall)
    with pytest.raises(HallProblem, match="already"):
        await make_hall(hall, pack("gas"), NOW, admin_password="another-31", printers=[])
    assert await hall_in(hall) == before


async def test_a_mistyped_printer_leaves_the_way_free_to_try_again(data: Path) -> None:
    with pytest.raises(DeviceMisconfigured):
        await make_hall(data, pack("power"), NOW, admin_password=PASSWORD, printers=["K1=lpt:1"])
    assert not await is_made(data)
    await make_hall(data, pack("power"), NOW, admin_password=PASSWORD, printers=[])
    assert await is_made(data)


def test_a_set_up_is_read_from_a_pack_with_a_name_and_hours() -> None:
    config = read_config("gas", None, "城北厅", "08:30-17:00")
    assert (config.name.zh, config.name.en, config.industry) == ("城北厅", "", "gas")
    assert config.hours == Hours(opens="08:30", closes="17:00")


def test_a_set_up_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(write_hall_file(pack("water")), encoding="utf-8")
    assert read_config(None, file, "", "") == pack("water")


@pytest.mark.parametrize("hours", ["8-17", "08:30", "17:00-08:30", "25:00-26:00", "-"])
def test_hours_that_are_none_are_refused_in_both_languages(hours: str) -> None:
    with pytest.raises(HallProblem, match=" / "):
        read_config("power", None, "", hours)


async def test_a_demo_is_alive_from_the_start_and_made_once(data: Path) -> None:
    assert await make_demo(data, "power", NOW, days=3)
    made = await hall_in(data)
    assert made.config is not None
    assert made.config.demo
    assert made.at <= NOW
    assert any(made.waiting())
    assert made.ended
    assert await compare(data) == ""
    with access(data) as (people, _):
        assert people.log_in("1201", DEMO_PASSWORD, "1", NOW)[1].role == "clerk"
    assert not await make_demo(data, "gas", NOW)
    assert await hall_in(data) == made


async def test_a_hall_of_a_file_that_says_demo_is_a_real_one(data: Path) -> None:
    """C31: only `demo` makes a demo."""
    config = replace(pack("power"), demo=True)
    await make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    made = await hall_in(data)
    assert made.config == replace(config, demo=False)
    with pytest.raises(HallProblem, match="real"):
        await make_demo(data, "power", NOW)


async def test_a_real_hall_is_never_played_with(hall: Path) -> None:
    before = await hall_in(hall)
    with pytest.raises(HallProblem, match="real"):
        await make_demo(hall, "power", NOW)
    assert await hall_in(hall) == before


async def test_a_person_is_added_once(hall: Path) -> None:
    add_person(hall, "1207", "王芳", "clerk", PASSWORD)
    with pytest.raises(AccessRefused) as refused:
        add_person(hall, "1207", "李强", "clerk", PASSWORD)
    assert refused.value.code == "login_taken"
    with access(hall) as (people, _):
        assert {p.login: p.name for p in people.list()} == {"admin": "管理员", "1207": "王芳"}


async def test_a_token_opens_what_its_role_may(hall: Path) -> None:
    token = issue_token(hall, "kiosk", "K1", "一号取号机", NOW)
    with access(hall) as (_, devices):
        actor = devices.find(token_hash(token))
        assert actor is not None
        assert (actor.role, actor.place) == ("kiosk", "K1")


async def test_parts_that_differ_from_the_journal_are_named(hall: Path) -> None:
    journal = SqliteJournal(Settings(data=hall).database)
    await journal.keep(taken(replace(await journal.load(), counters={})), "")
    await journal.close()
    assert await compare(hall) == "counters"


async def test_a_demo_is_forgotten_and_a_real_hall_never_is(tmp_path: Path) -> None:
    mine, other = tmp_path / "demo", tmp_path / "demo" / "notes.txt"
    await make_demo(mine, "power", NOW, days=0)
    other.write_text("kept", encoding="utf-8")
    await forget_demo(mine)
    assert not await is_made(mine)
    assert other.read_text(encoding="utf-8") == "kept"
    assert await make_demo(mine, "power", NOW, days=0)
    real = tmp_path / "real"
    config = read_config("power", None, "", "")
    await make_hall(real, config, NOW, admin_password="a-long-password", printers=())
    with pytest.raises(HallProblem):
        await forget_demo(real)
    assert await is_made(real)
