"""What a notice's own page says, and what it never says."""

from dataclasses import replace
from datetime import date

import pytest

from server.domain.guidance import commands as gc
from server.domain.views.customers.notice import DAYS, NoticeView, notice_view
from tests.builders import Story


def noticed() -> tuple[Story, str]:
    today = Story("4").at("09:05")
    ticket = today.issue("change")
    today.call_and_start("4")
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,), by="s4", where="4"))
    return today, next(iter(today.hall.guidance.notices))


def shown(today: Story, code: str) -> NoticeView:
    return notice_view(today.hall, today.hall.guidance.notices[code], today.now)


@pytest.mark.row("B09")
def test_a_page_says_what_is_missing_until_when_and_when_the_hall_is_open() -> None:
    today, code = noticed()
    view = shown(today, code)
    assert [paper.name.zh for paper in view.missing] == ["产权证"]
    assert (view.state, view.last_day, len(view.days)) == ("good", date(2026, 4, 1), DAYS)
    assert view.days[0].day == date(2026, 3, 2)
    assert "s4" not in repr(view)  # nobody of the staff, and no number


def test_used_and_over_are_told_apart() -> None:
    today, code = noticed()
    today.later(days=1).do(gc.TakeReturn(code=code))
    assert shown(today, code).state == "used"
    today, code = noticed()
    notice = replace(today.hall.guidance.notices[code], last_day=date(2026, 3, 1))
    assert notice_view(today.hall, notice, today.now).state == "over"
