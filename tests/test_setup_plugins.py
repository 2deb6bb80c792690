"""A set-up that names what is not to be had here."""

from dataclasses import replace

import pytest

from server.domain.boards import Strip
from server.domain.config import USUAL_LADDER, HallConfig
from server.domain.equipment.setup import PrinterConfig, VoiceConfig
from server.hall_file import pack, packs
from server.setup_plugins import all_problems
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
