"""A set-up that names what is not to be had here."""

from dataclasses import replace
from pathlib import Path

import pytest

from server.domain.config.boards import Medium, Strip
from server.domain.config.config import USUAL_LADDER, HallConfig
from server.domain.config.equipment import PrinterConfig, VoiceConfig
from server.domain.text import Text
from server.hall_file import pack, packs
from server.setup_plugins import all_problems, missing_media
from tests.builders import a_config

UNKNOWN = replace(USUAL_LADDER, rungs=(replace(USUAL_LADDER.rungs[0], act="sing"),))


@pytest.mark.parametrize("name", packs())
def test_a_pack_names_only_what_is_there(name: str) -> None:
    assert all_problems(pack(name)) == []


@pytest.mark.parametrize(
    ("config", "where"),
    [
        (a_config(routing="by_lottery"), "routing"),
        (a_config(ladders=(UNKNOWN,)), "ladders[0].rungs[0].act"),
        (a_config(printers=(PrinterConfig(id="K1", kind="laser"),)), "printers[0].kind"),
        (a_config(strips=(Strip(id="s", kind="neon", address=""),)), "strips[0].kind"),
        (a_config(voice=VoiceConfig(engines=("pyttsx3", "opera"))), "voice.engines"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(config: HallConfig, where: str) -> None:
    (problem,) = all_problems(config)
    assert problem.where == where
    assert "there are" in problem.en


def test_a_picture_or_film_that_is_not_there_is_named_at_its_place(tmp_path: Path) -> None:
    """C04."""
    logo, film = "0" * 64 + ".png", "1" * 64 + ".mp4"
    config = a_config(
        slip=replace(a_config().slip, logo=logo), media=(Medium(id="film", name=Text("片", ""), file=film),)
    )
    assert [p.where for p in missing_media(config, tmp_path)] == ["slip.logo", "media[0].file"]
    assert missing_media(config, tmp_path, config) == [], "what went later is shown, not refused"
    (tmp_path / logo).touch()
    (problem,) = missing_media(config, tmp_path)
    assert film[:40] in problem.zh
