"""What of cases handed over is seen: the soonest first, never a whole number (Q21)."""

from datetime import timedelta

from server.domain.guidance import commands as c
from server.domain.guidance.nouns import Way
from server.domain.views.guides.handovers import DAYS, NONE_OPEN, handovers_now, handovers_shown
from tests.builders import MORNING, Story

NEXT_DAY = MORNING + timedelta(days=1, minutes=30)


def handed(today: Story, department: str, later: timedelta = timedelta(0), **more: str) -> None:
    due = NEXT_DAY + later
    asked = {"way": Way.OTHER_DEPT, "reached": False, "phone": "13812345678", "by": "li", **more}
    today.do(c.HandOver(department=department, due=due, **asked))  # type: ignore[arg-type]


def test_the_soonest_stands_first_with_what_is_known_of_the_customer() -> None:
    today = Story("1")
    handed(today, "后台", timedelta(hours=1), words="查账")
    handed(today, "计量班", ticket=today.issue("install"))
    shown = handovers_shown(today.hall, today.now, lambda login: f"#{login}")
    first, second = shown.open
    assert (first.department, first.number, first.service_name.zh) == ("计量班", "B001", "新装")
    assert (first.contact, first.due, first.by) == ("138****5678", NEXT_DAY, "#li")
    assert (second.department, second.number, second.service_name.zh, second.words) == (
        "后台",
        "",
        "",
        "查账",
    )
    assert len(shown.days) == DAYS
    assert shown.days[0].times[0] == NEXT_DAY
    assert handovers_now(today.hall).open == 2
    assert handovers_now(today.hall).next_department == "计量班"
    assert handovers_now(today.hall) is handovers_now(today.hall)


def test_without_any_the_board_says_nothing() -> None:
    assert handovers_now(Story().hall) is NONE_OPEN
