"""A set-up that names what is not to be had here."""

from dataclasses import replace

import pytest

from server.domain.config.config import USUAL_LADDER, HallConfig
from server.domain.config.pieces.boards import Medium, Strip
from server.domain.config.pieces.equipment import PrinterConfig, VoiceConfig
from server.domain.config.soundness.known import Known, judged, missing_media
from server.domain.text import Text
from tests.builders import a_config

UNKNOWN = replace(USUAL_LADDER, rungs=(replace(USUAL_LADDER.rungs[0], act="sing"),))
HERE = Known(
    policies=("fair_share", "oldest_first"),
    acts=("explain", "pre_alert", "remedy", "call_manager"),
    printers=("tcp", "virtual"),
    strips=("tcp_text",),
    voices=("pyttsx3", "neural_zh", "recorded", "chime"),
)


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
    (problem,) = judged(config, HERE)
    assert problem.where == where
    assert "there are" in problem.en
    assert judged(config, None) == [], "where nobody has looked nothing is missed"


def test_a_picture_or_film_that_is_not_there_is_named_at_its_place() -> None:
    """C04."""
    logo, film = "0" * 64 + ".png", "1" * 64 + ".mp4"
    config = a_config(
        slip=replace(a_config().slip, logo=logo), media=(Medium(id="film", name=Text("片", ""), file=film),)
    )
    assert [p.where for p in missing_media(config, ())] == ["slip.logo", "media[0].file"]
    assert missing_media(config, (), config) == [], "what went later is shown, not refused"
    (problem,) = missing_media(config, {logo})
    assert film[:40] in problem.zh
    assert missing_media(config, None) == []


def test_everything_is_told_at_once_by_one_judge() -> None:
    printer = PrinterConfig(id="K1", kind="tcp", address="192.168.1.50")
    wanted = a_config(
        routing="by_lottery", printers=(printer,), slip=replace(a_config().slip, logo="0" * 64 + ".png")
    )
    here = replace(HERE, media=(), doors=())
    wrong = [p.where for p in judged(wanted, here, before=a_config())]
    assert wrong == ["routing", "slip.logo", "printers[0].address"]
    first = [p.where for p in judged(wanted, here)]
    assert first == ["routing"], "a hall's first set-up may come before its pictures and printers"
    seen = judged(wanted, here, before=a_config(), confirmed=("192.168.1.50:9100",))
    assert [p.where for p in seen] == ["routing", "slip.logo"]
