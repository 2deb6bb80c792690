"""Values of a set-up as people say them."""

from typing import Any

import pytest

from server.domain.config.change_values import is_text, joined, value_text
from server.domain.text import Text


def by_id(kind: str, id_: str) -> Text:
    return Text(f"{kind}:{id_}", f"{kind}:{id_}")


@pytest.mark.parametrize(
    ("path", "value", "en"),
    [
        ("services[pay].standard_seconds", 45, "45 s"),
        ("figures.undo_seconds", 90.5, "1 min 30.5 s"),
        ("figures.hero_ms", 1500, "1.5 s"),
        ("services[pay].mean_seconds", 0, "as standard"),
        ("gifts[pen].unit_cost_fen", 5, "0.05 yuan"),
        ("remedy_share", 0.335, "34%"),
        ("voice.volume", 70, "70%"),
        ("layouts[a].places", [], "all"),
        ("layouts[a].queues", ["a", "b"], "queues:a, queues:b"),
        ("zones[a].speaker", "", ""),
        ("hours", None, "round the clock"),
        ("lunch", None, ""),
        (
            "special_days",
            [{"day": "2026-10-01", "name": {"zh": "", "en": ""}, "hours": None}],
            "2026-10-01 shut",
        ),
        ("weekdays", [{"weekday": 9, "hours": None}], "none shut"),
        ("scripts", [{"moment": "water", "text": {"zh": "水", "en": ""}}], "“水”"),
        ("services[pay].e_channels", [{"name": {"zh": "网", "en": "Net"}, "url": ""}], "Net"),
        ("zones[a].area", {"x": 1, "width": 2}, "place across 1, width 2"),
    ],
)
def test_a_value_is_said_as_people_say_it(path: str, value: Any, en: str) -> None:
    assert value_text(path, value, by_id).in_("en") == en


def test_what_says_nothing_leaves_no_gap() -> None:
    assert joined((Text("一", "one"), Text("", ""), Text("二", "two"))) == Text("一、二", "one, two")
    assert is_text({"zh": "", "en": ""})
    assert not is_text({"zh": "", "en": "", "id": ""})
