"""Values of a set-up as people say them."""

from typing import Any

import pytest

from server.domain.config.changes.values import is_text, joined, number_text, value_text
from server.domain.config.config import FORM
from server.domain.form import Kind, places
from server.domain.text import Text


def by_id(kind: str, id_: str) -> Text:
    return Text(f"{kind}:{id_}", f"{kind}:{id_}")


@pytest.mark.parametrize(
    ("path", "value", "en"),
    [
        ("services.standard_seconds", 45, "45 s"),
        ("figures.undo_seconds", 90.5, "1 min 30.5 s"),
        ("figures.hasty_rating_ms", 1500, "1500 ms"),
        ("services.mean_seconds", 0, "As the standard time"),
        ("gifts.unit_cost_fen", 5, "0.05 yuan"),
        ("remedy_share", 0.335, "34%"),
        ("voice.volume", 70, "70 %"),
        ("layouts.places", [], "all"),
        ("layouts.queues", ["a", "b"], "queues:a, queues:b"),
        ("zones.speaker", "", ""),
        ("hours", None, "round the clock"),
        ("lunch", None, "none"),
        (
            "special_days",
            [{"day": "2026-10-01", "name": {"zh": "", "en": ""}, "hours": None}],
            "2026-10-01 shut",
        ),
        ("weekdays", [{"weekday": 7, "hours": None}], "Sun shut"),
        ("scripts", [{"moment": "water", "text": {"zh": "水", "en": ""}}], "水"),
        ("services.e_channels", [{"name": {"zh": "网", "en": "Net"}, "url": ""}], "Net"),
        ("zones.area", {"x": 1, "width": 2}, "From the left wall 1, Width 2"),
    ],
)
def test_a_value_is_said_as_people_say_it(path: str, value: Any, en: str) -> None:
    assert value_text(dict(places(FORM))[path], value, by_id).in_("en") == en


def test_a_number_alone_bears_its_unit() -> None:
    known = dict(places(FORM))
    assert known["figures.remedy_threshold_seconds"].kind is Kind.SPAN
    assert number_text(known["figures.remedy_threshold_seconds"], 0) == Text("0 秒", "0 s")
    assert number_text(known["figures.remedy_threshold_seconds"], 5400) == Text(
        "1 小时 30 分钟", "1 h 30 min"
    )


def test_what_says_nothing_leaves_no_gap() -> None:
    assert joined((Text("一", "one"), Text("", ""), Text("二", "two"))) == Text("一、二", "one, two")
    assert is_text({"zh": "", "en": ""})
    assert not is_text({"zh": "", "en": "", "id": ""})
