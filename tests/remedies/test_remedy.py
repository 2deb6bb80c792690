"""A remedy proposes a case and a task, where the hall and the lot will have it."""

from datetime import timedelta

import pytest

from server.domain.care import commands as cc
from server.domain.config.config import Rung
from server.remedies import remedy
from tests.builders import Story, a_config

RUNG = Rung(act="remedy", after_seconds=1200, tells=("guide", "counter"))


def proposed(story: Story) -> list[object]:
    ticket = story.ticket(story.issue())
    return list(remedy.propose(story.hall, ticket, RUNG, story.now + timedelta(minutes=21)))


def test_an_over_wait_earns_a_case_and_somebody_who_settles_it() -> None:
    assert proposed(Story()) == [
        cc.OpenCase(ticket="t2"),
        cc.RaiseTask(kind="remedy", subject="t2", roles=("guide", "counter")),
    ]


@pytest.mark.parametrize("off", [{"remedies": False}, {"remedy_share": 0.0}])
def test_where_remedies_are_off_or_the_lot_is_lost_nothing_is_proposed(off: dict[str, object]) -> None:
    assert proposed(Story(config=a_config(**off))) == []
