"""Whoever goes by keys sees where they are: the ring stands out 3:1 from its ground (WCAG 1.4.11)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOKS = ROOT / "server/web/looks"
GROUNDS = ("paper", "ground", "brand-2", "good-2", "near-2", "over-2", "remedy-2")
ENOUGH = 3.0


def tokens() -> dict[str, dict[str, str]]:
    """Of the light and the dark look; the dark one keeps what it does not change."""
    text = (LOOKS / "tokens.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", rules))
        for rules in re.findall(r"^[^{\n]*\{(.*?)^\}", text, re.S | re.M)
    )
    return {"light": light, "dark": {**light, **dark}}


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    wide = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(wide[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_focus_ring_stands_out_from_every_ground(look: str) -> None:
    colours = tokens()[look]
    faint = {g: contrast(colours["focus"], colours[g]) for g in GROUNDS}
    assert {g: round(c, 2) for g, c in faint.items() if c < ENOUGH} == {}


def test_no_page_draws_a_ring_that_is_fainter() -> None:
    """There is one colour; a board that wants its own for the dark has one that stands out there."""
    rooms = ("kiosk_ui", "counter_client", "display_board", "server/web")
    sheets = [p for r in rooms for p in (ROOT / r).rglob("*.css") if "node_modules" not in p.parts]
    dark = tokens()["dark"]
    drawn = [
        f"{p.name}: {ring}"
        for p in sheets
        for ring in re.findall(r":focus[^{}]*\{[^}]*?outline:\s*([^;}]+)[;}]", p.read_text(encoding="utf-8"))
    ]
    own = [ring for ring in drawn if not ring.endswith((" var(--focus)", ": 0"))]
    faint = [r for r in own if min(contrast(r.split()[-1], dark[g]) for g in ("paper", "ground")) < ENOUGH]
    assert len(drawn) >= 3
    assert faint == []


def test_the_mark_of_two_keys_and_a_switch_stands_out_from_whatever_it_lies_on() -> None:
    """Two bands: a ground that is near one of them is far from the other."""
    rules = (ROOT / "kiosk_ui/kiosk/keys_and_voice/scanning.css").read_text(encoding="utf-8")
    dark, bright = re.findall(r"(?:outline|box-shadow):[^;]*?(#[0-9a-f]{6});", rules)
    assert contrast(dark, bright) ** 0.5 >= ENOUGH  # the worst ground lies midway between them
