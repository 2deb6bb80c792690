"""What the set-up page may send."""

from typing import Any

import pytest
from pydantic import ValidationError

from server.api.setup.asked import DaysOf, Draft, Wanted, shaped
from server.domain.setup.refusals import Unsound
from server.reports.written.json_values import Json
from tests.builders import a_config

HALL: dict[str, Json] = {}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Draft, {"base": HALL}),
        (Draft, {"base": HALL, "config": HALL, "id": "x"}),
        (Draft, {"base": HALL, "config": HALL, "valid_from": "1999-12-31"}),
        (Wanted, {"base": HALL, "config": HALL}),
        (Wanted, {"base": HALL, "config": [], "id": "x"}),
        (DaysOf, {"config": HALL, "first": "2026-03-02", "days": 32}),
    ],
)
def test_what_is_not_asked_for_is_refused(kind: Any, said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(said)


def test_a_draft_is_read_place_by_place() -> None:
    with pytest.raises(Unsound) as no:
        shaped({"name": a_config().name.zh})
    assert no.value.problems[0].where
    assert no.value.config is None
