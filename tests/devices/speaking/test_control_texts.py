"""What the kiosk says of its own buttons."""

import re
from pathlib import Path

import pytest

from server.devices.speaking.control_texts import CONTROLS

KIOSK = Path(__file__).parents[3] / "kiosk_ui" / "kiosk"


@pytest.mark.parametrize("control", CONTROLS)
def test_every_button_is_said_in_both_languages_for_the_ear(control: str) -> None:
    assert re.fullmatch("[\u4e00-\u9fff，、]+", CONTROLS[control].zh)
    assert re.fullmatch(r"[A-Za-z ,.?-]+", CONTROLS[control].en)


def test_the_kiosk_asks_for_these_words_and_no_others() -> None:
    table = (KIOSK / "control_words.ts").read_text("utf-8").partition("CONTROLS = [")[2].partition("]")[0]
    assert sorted(re.findall(r'"(\w+)"', table)) == sorted(CONTROLS)
    pages = "".join(p.read_text("utf-8") for p in KIOSK.rglob("*.tsx") if ".test." not in p.name)
    assert [name for name in CONTROLS if f'"{name}"' not in pages] == []  # none for a button that is gone
