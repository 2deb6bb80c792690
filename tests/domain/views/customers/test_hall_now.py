"""The hall before one leaves home: the very waits that the kiosk shows, and nothing of anybody."""

from dataclasses import replace
from datetime import date

import pytest

from server.domain.setup.commands import ConfigureHall
from server.domain.views.customers.hall_now import HallNow, hall_now
from server.domain.views.customers.kiosk import kiosk
from tests.builders import Story

WAITS = {"A": 780.0}


def shown(story: Story) -> HallNow:
    return hall_now(story.hall, story.now, WAITS)


@pytest.mark.row("Q42")
def test_it_says_what_the_kiosk_says() -> None:
    story = Story("1")
    story.issue_many(3, every=0)
    view = shown(story)
    assert view.businesses == kiosk(story.hall, story.now, WAITS, printer="").services
    bill = next(b for b in view.businesses if b.id == "bill")
    assert (bill.waiting, bill.wait.minutes, bill.served) == (3, 15, True)


def test_open_or_not_and_the_week() -> None:
    assert [shown(Story().at(clock)).hours.state for clock in ("08:03", "08:30", "16:30")] == [
        "not_yet_open",
        "open",
        "closed",
    ]
    week = shown(Story()).days
    assert (week[0].day, week[0].opens, len(week)) == (date(2026, 3, 2), "08:30", 7)


def test_a_time_is_offered_only_where_anybody_may_book() -> None:
    story = Story()
    assert not shown(story).booking
    config = story.hall.setup
    figures = replace(config.figures, appointment_public=True)
    story.do(ConfigureHall(config=replace(config, figures=figures)))
    assert shown(story).booking
