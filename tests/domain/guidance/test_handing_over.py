"""The back office or another department takes a case over: reached, or promised by a masked number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic_core import to_json

from server.domain.config.pieces.calendar import Break
from server.domain.guidance import commands as c
from server.domain.guidance.events import CaseHandedOver
from server.domain.guidance.handing_over import hidden, masked, usual_times
from server.domain.guidance.nouns import Way
from server.domain.queue import commands as qc
from server.domain.refusals import Refused
from tests.builders import MORNING, Story, a_config, names

NEXT_DAY = MORNING + timedelta(days=1, minutes=30)  # 09:30
METERS = {"way": Way.OTHER_DEPT, "department": "计量班", "words": "校表", "by": "1201"}


def not_reached(**more: object) -> c.HandOver:
    return c.HandOver(**{**METERS, "reached": False, "phone": "138 1234 5678", "due": NEXT_DAY, **more})  # type: ignore[arg-type]


@pytest.mark.row("Q21")
def test_who_is_not_reached_has_a_masked_number_and_tomorrow_half_past_nine() -> None:
    today = Story("1")
    ticket = today.issue()
    assert names(today.do(not_reached(ticket=ticket))) == [
        "CustomerDiverted",
        "TicketCancelled",
        "CaseHandedOver",
    ]
    (open_one,) = today.hall.guidance.handovers.values()
    assert (open_one.department, open_one.contact, open_one.due) == ("计量班", "138****5678", NEXT_DAY)
    assert open_one.number == "A001"
    assert today.hall.guidance.ways == {Way.OTHER_DEPT: 1}
    assert b"12345678" not in b"".join(to_json(event) for event in today.log)
    assert b"1234 5678" not in b"".join(to_json(event) for event in today.log)


@pytest.mark.row("Q21")
def test_an_open_one_stays_over_days_until_it_is_done() -> None:
    today = Story("1")
    today.do(not_reached())
    today.later(days=1).do(qc.IssueTicket(service="bill"))
    (handover,) = today.hall.guidance.handovers
    assert names(today.do(c.CloseHandover(handover=handover, by="1202"))) == ["HandoverClosed"]
    assert today.hall.guidance.handovers == {}
    assert today.refused(c.CloseHandover(handover=handover)) == "unknown_handover"


def test_who_is_reached_leaves_nothing_open() -> None:
    today = Story("1")
    today.do(c.HandOver(**METERS))  # type: ignore[arg-type]
    handed = today.log[-1]
    assert isinstance(handed, CaseHandedOver)
    assert (handed.reached, handed.contact, handed.due) == (True, "", None)
    assert today.hall.guidance.handovers == {}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"department": "  "}, "department_required"),
        ({"way": Way.ANSWERED}, "department_required"),
        ({"phone": ""}, "contact_required"),
        ({"phone": "张三"}, "contact_required"),
        ({"phone": "12345"}, "contact_required"),
        ({"phone": "1" * 16}, "contact_required"),
        ({"due": None}, "not_then"),
        ({"due": MORNING}, "not_then"),
        ({"due": NEXT_DAY + timedelta(days=31)}, "not_then"),
        ({"due": NEXT_DAY + timedelta(hours=7)}, "not_then"),  # 16:30, when the doors close
        ({"ticket": "nobody"}, "unknown_ticket"),
    ],
)
def test_what_cannot_be_kept_is_refused(more: dict[str, object], why: str) -> None:
    assert Story("1").refused(not_reached(**more)) == why


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13812345678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("138****5678", "138****5678"),
        ("(0571) 8765 4321", "057****4321"),
        ("87654321", "****4321"),
        ("8765432", "****5432"),
        ("+86 138 1234 5678", "861****5678"),
    ],
)
def test_the_first_and_last_figures_are_kept_at_most(typed: str, kept: str) -> None:
    assert masked(typed) == kept


def test_a_mobile_number_among_words_is_masked_too() -> None:
    assert hidden(" 回电13812345678，户号3301234567 ") == "回电138****5678，户号3301234567"
    with pytest.raises(Refused):
        masked("12****34567")


def test_usual_times_are_of_the_next_open_days_with_an_hour_to_spare_and_without_lunch() -> None:
    today = Story(config=a_config(lunch=Break(begins="11:30", ends="13:30")))
    first, second = usual_times(today.hall, MORNING, 2)
    assert first[0] == NEXT_DAY
    assert first[-1] == datetime(2026, 3, 3, 7, 30, tzinfo=UTC)  # 15:30
    assert MORNING + timedelta(days=1, hours=3) not in first  # 12:00
    assert second[0] == NEXT_DAY + timedelta(days=1)
    never_shut = replace(today.hall, config=a_config(hours=None))
    assert usual_times(never_shut, MORNING, 1)[0][0] == NEXT_DAY
