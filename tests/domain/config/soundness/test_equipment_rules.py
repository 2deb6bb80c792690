"""What a hall's printers, slip, voice, boards and map are refused for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from server.domain.config.pieces.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.pieces.equipment import (
    PrinterConfig,
    Pronunciation,
    SlipTemplate,
    VoiceConfig,
    VolumeStep,
)
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from tests.builders import COUNTERS, ZONES, a_config

K1 = PrinterConfig(id="K1", kind="tcp", address="192.168.1.50:9100")
NAME = Text("名", "Name")
MAIN = BoardLayout(id="main", name=NAME)
FILM = Medium(id="film", file="0" * 64 + ".mp4", name=NAME)
RAIN = Notice(id="rain", text=Text("小心地滑", "Slippery floor"))
LED = Strip(id="led", kind="tcp_text", address="192.168.1.60:5000")


def zone_at(*corner: int) -> dict[str, Any]:
    x, y, width, height = corner
    area = Area(x=x, y=y, width=width, height=height)
    return {"zones": (replace(ZONES[0], area=area), *ZONES[1:])}


@pytest.mark.parametrize(
    ("changes", "where", "said"),
    [
        ({"printers": (K1, K1)}, "printers[1].id", "twice"),
        ({"printers": (replace(K1, id="K 1"),)}, "printers[0].id", "letters, figures"),
        ({"printers": (replace(K1, dots=848),)}, "printers[0].dots", "multiple of 4 from 256 to 832"),
        ({"printers": (replace(K1, dots=510),)}, "printers[0].dots", "multiple of 4 from 256 to 832"),
        ({"printers": (replace(K1, feed=41),)}, "printers[0].feed", "0 to 40"),
        ({"printers": (replace(K1, density=9),)}, "printers[0].density", "-8 to 8"),
        ({"printers": (replace(K1, fallback="K2"),)}, "printers[0].fallback", "K2"),
        ({"printers": (replace(K1, fallback="K1"),)}, "printers[0].fallback", "itself"),
        ({"slip": SlipTemplate(leaves_out=("number",))}, "slip.leaves_out", "number"),
        ({"slip": SlipTemplate(logo="../logo.png")}, "slip.logo", "no such file"),
        (
            {"voice": VoiceConfig(lexicon=(Pronunciation(written="泵", spoken=" "),))},
            "voice.lexicon[0]",
            "empty",
        ),
        ({"voice": VoiceConfig(volume=101)}, "voice.volume", "0 to 100"),
        (
            {"voice": VoiceConfig(volume_steps=(VolumeStep(at="9:00", volume=50),))},
            "voice.volume_steps[0].at",
            "9:00",
        ),
        ({"layouts": (replace(MAIN, rows=0),)}, "layouts[0].rows", "1 rows to 12 rows"),
        ({"layouts": (replace(MAIN, queues=("Z",)),)}, "layouts[0].queues", "Z"),
        ({"layouts": (replace(MAIN, places=("attic",)),)}, "layouts[0].places", "attic"),
        ({"layouts": (replace(MAIN, orientation="round"),)}, "layouts[0].orientation", "round"),
        ({"layouts": (replace(MAIN, name=Text("", "")),)}, "layouts[0].name", "no name"),
        ({"media": (replace(FILM, file="film.exe"),)}, "media[0].file", "film.exe"),
        ({"media": (replace(FILM, seconds=0),)}, "media[0].seconds", "below 1"),
        (
            {"media": (replace(FILM, first_day=date(2026, 5, 2), last_day=date(2026, 5, 1)),)},
            "media[0].last_day",
            "before it begins",
        ),
        ({"notices": (replace(RAIN, text=Text(" ", "")),)}, "notices[0].text", "empty"),
        ({"strips": (replace(LED, columns=3),)}, "strips[0].columns", "4 letters to 64 letters"),
        ({"strips": (replace(LED, counter="9"),)}, "strips[0].counter", "9"),
        (zone_at(90, 0, 20, 10), "zones[0].area", "off the map"),
        (zone_at(0, 0, 0, 10), "zones[0].area.width", "off the map"),
        (
            {"counters": (replace(COUNTERS[0], spot=Spot(x=-1, y=0)), *COUNTERS[1:])},
            "counters[0].spot.x",
            "off the map",
        ),
    ],
)
def test_equipment_that_makes_no_sense_is_told_at_its_place(
    changes: dict[str, Any], where: str, said: str
) -> None:
    (problem,) = problems(a_config(**changes))
    assert problem.where == where
    assert said in problem.en
    assert problem.zh


@pytest.mark.parametrize(
    "speaker",
    [
        "file:hall.sqlite3",  # ALSA would write the sound over it (of C33)
        "tee:default,hall.sqlite3,raw",
        "file:FILE=../hall.sqlite3,FORMAT=raw",
        "{type file slave.pcm null file hall.sqlite3}",
        "hw:0,0;x",
        "default\nfile:x",
        "../x",
        "-x",
        "hw:0:file",
    ],
)
def test_c33_a_speaker_is_a_sound_card_and_nothing_that_alsa_would_write_to(speaker: str) -> None:
    found = problems(a_config(zones=(replace(ZONES[0], speaker=speaker), *ZONES[1:])))
    assert [p.where for p in found] == ["zones[0].speaker"]


@pytest.mark.parametrize(
    "speaker", ["", "default", "hw:0", "plughw:1,0", "sysdefault:CARD=PCH", "hw:CARD=Device,DEV=0"]
)
def test_a_speaker_may_be_any_card(speaker: str) -> None:
    assert problems(a_config(zones=(replace(ZONES[0], speaker=speaker), *ZONES[1:]))) == []


def test_a_hall_with_everything_is_sound() -> None:
    full = a_config(
        printers=(replace(K1, fallback="K2"), replace(K1, id="K2", dots=384, density=-8)),
        slip=SlipTemplate(logo="a" * 64 + ".png", leaves_out=("map",), large=True),
        voice=VoiceConfig(volume=0, volume_steps=(VolumeStep(at="12:00", volume=30),)),
        layouts=(replace(MAIN, queues=("A", "B"), places=("east",), rows=12),),
        media=(FILM,),
        notices=(RAIN,),
        strips=(LED, replace(LED, id="led2", counter="1")),
        **zone_at(0, 0, 100, 50),
    )
    assert problems(full) == []
