"""What the kiosk says aloud."""

import re

import pytest

from server.devices.speaking.speech_texts import SPOKEN, KioskScreen


@pytest.mark.parametrize("screen", KioskScreen)
def test_every_screen_speaks_both_languages(screen: KioskScreen) -> None:
    assert re.search("[\u4e00-\u9fff]", SPOKEN[screen].zh)
    assert re.fullmatch(r"[A-Za-z ,.?-]+", SPOKEN[screen].en)


@pytest.mark.parametrize("screen", KioskScreen)
def test_chinese_speech_has_nothing_a_voice_must_guess(screen: KioskScreen) -> None:
    assert not re.search(r"[A-Za-z0-9（）/{}]", SPOKEN[screen].zh)


def test_a_screen_without_speech_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="basket"):
        KioskScreen("basket")
