"""Pieces of something whole, as JSON has them."""

from server.domain.text import Text
from server.reports.written.json_values import as_json
from tests.hall_made import NOW


def test_a_value_of_the_domain_becomes_plain() -> None:
    said = as_json({"at": NOW, "texts": (Text("一", "one"),), "n": 1, "none": None})
    assert said == {
        "at": "2026-03-02T01:00:00Z",
        "texts": [{"zh": "一", "en": "one"}],
        "n": 1,
        "none": None,
    }
