"""The set-up from a file: shown, applied to a closed hall and to an open one, dated, refused whole."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from server.command import making
from server.command.work import configuring
from server.command.work.configuring import CannotConfigure
from server.domain.config.config import HallConfig
from server.domain.refusals import Refused
from server.packs.hall_file import HallFileProblem, write_hall_file
from tests.hall_made import NOW
from tests.hall_server import HallServer


def edited(data: Path, **changes: object) -> Path:
    """The hall's own file with something else in it."""
    config = replace(configuring.current(data), **changes)  # type: ignore[arg-type]
    file = data.parent / "hall.toml"
    file.write_text(write_hall_file(config), encoding="utf-8")
    return file


def now_set_up(data: Path) -> HallConfig:
    config = asyncio.run(making.config_of(data))
    assert config is not None
    return config


def test_a_file_says_what_it_would_change_before_it_does(data: Path) -> None:
    wanted = configuring.proposal(data, edited(data, phone="1"), NOW)
    assert [c.path for c in wanted.changes] == ["phone"]
    assert now_set_up(data).phone == "95598"


def test_the_halls_own_file_changes_nothing(data: Path) -> None:
    assert configuring.proposal(data, edited(data), NOW).changes == ()


def test_a_closed_hall_is_changed_in_its_journal(data: Path) -> None:
    wanted = configuring.proposal(data, edited(data, phone="1"), NOW, note="搬迁")
    configuring.apply(data, wanted.command, NOW)
    assert now_set_up(data).phone == "1"
    assert asyncio.run(making.compare(data)) == ""


def test_an_open_hall_is_changed_while_it_runs_and_keeps_what_others_changed(data: Path) -> None:
    wanted = configuring.proposal(data, edited(data, phone="1"), NOW)
    other = configuring.proposal(data, edited(data, key_hall=True), NOW, date(2099, 1, 1))
    with HallServer(data) as server:
        configuring.apply(data, wanted.command, NOW)
        configuring.apply(data, other.command, NOW)
        token = server.token("hall_manager")
        shown = server.http.get("/api/setup", headers={"authorization": f"Bearer {token}"}).json()
    assert (shown["config"]["phone"], shown["config"]["key_hall"]) == ("1", False)
    assert [plan["valid_from"] for plan in shown["plans"]] == ["2099-01-01"]
    assert all(d.revoked_at for d in making.devices(data) if d.name == "command-line")


def test_a_file_that_makes_no_sense_is_refused_with_every_place(data: Path) -> None:
    config = now_set_up(data)
    two = tuple(replace(q, letter="A") for q in config.queues[:3])
    file = edited(data, queues=(*two, *config.queues[3:]))
    with pytest.raises(CannotConfigure) as why:
        configuring.proposal(data, file, NOW)
    assert "queues[1].letter" in str(why.value)
    assert "queues[2].letter" in str(why.value)


def test_a_file_in_another_encoding_is_read_as_it_is_meant(data: Path) -> None:
    file = edited(data, phone="0571-8888")
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    assert [change.path for change in configuring.proposal(data, file, NOW).changes] == ["phone"]


def test_a_file_that_is_no_text_says_so(data: Path) -> None:
    file = edited(data)
    file.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff")
    with pytest.raises(HallFileProblem) as why:
        configuring.proposal(data, file, NOW)
    assert "UTF-8" in why.value.text.zh


def test_two_files_that_change_the_same_are_told_open_or_closed(data: Path) -> None:
    first = configuring.proposal(data, edited(data, phone="1"), NOW)
    second = configuring.proposal(data, edited(data, phone="2"), NOW)
    configuring.apply(data, first.command, NOW)
    with pytest.raises(Refused):
        configuring.apply(data, second.command, NOW)
    with HallServer(data), pytest.raises(CannotConfigure) as why:
        configuring.apply(data, second.command, NOW)
    assert "phone" in str(why.value)
