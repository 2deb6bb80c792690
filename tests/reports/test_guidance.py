"""Where people went from the door, whose numbers were for something else, whom a guide has met."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.business import EChannel
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.queue import commands as c
from server.domain.text import Text
from server.reports import guidance
from server.reports.opening import opening_of, paper
from server.reports.opening_texts import NOBODY_TYPED, NOT_RECORDED
from server.reports.report import Share
from tests.builders import Story, a_config
from tests.reports.lived import table, told

STEPS = (Text("身份证复印", "Copy of the ID card"), Text("表单", "Form"))
WAY = EChannel(name=Text("微信", "WeChat"))


def story(*working: str) -> Story:
    services = tuple(
        replace(s, entry=CatalogueEntry(steps=STEPS), e_channels=(WAY,)) if s.id == "bill" else s
        for s in a_config().services
    )
    return Story(*working, config=a_config(services=services))


@pytest.mark.row("Q15")
def test_the_day_s_outcomes_at_the_door_are_one_sentence() -> None:
    today = story()
    today.issue_many(118)
    for way, n in (("self_service", 31), ("form_desk", 22), ("back_office", 3), ("other_dept", 1)):
        for _ in range(n):
            today.do(gc.Divert(way=Way(way), service="bill", by="li"))
    sentence = opening_of(told(today, guidance))
    assert sentence.zh.startswith("自助 31 / 取号 118 / 填单 22 / 后台 3 / 他部门 1；")
    assert sentence.en.startswith("31 self-service / 118 a number / 22 form desk / 3 back office / 1 another")
    lines = table(today, guidance, "ways")
    assert [line["share"] for line in lines] == [Share(k=n, n=175) for n in (31, 118, 22, 3, 1)]
    assert [line["with_number"] for line in lines] == [0, 118, 0, 0, 0]


@pytest.mark.row("Q16")
def test_c011_that_was_for_a_new_supply_is_one_error_of_the_guide_who_typed_it() -> None:
    today = story("3").at("09:40")
    today.issue_many(10, "change")
    wrong = today.issue("change", channel="guide_tablet", by="li")
    for ticket in list(today.hall.tickets)[:10]:
        today.do(c.CancelTicket(ticket=ticket))
    assert today.call_and_start("3") == "C011"
    today.do(c.ChangeService(ticket=wrong, service="install", by="s3"))
    today.do(c.FinishTicket(counter="3"))
    first, others = table(today, guidance, "typed")
    assert (first["issued_by"], first["wrong"], others["wrong"]) == ("li", Share(k=1, n=1), Share(k=0, n=10))
    (line,) = table(today, guidance, "mistyped")
    assert (line["number"], line["issued_by"]) == ("C011", "li")
    assert [line[name] for name in ("was", "became")] == [
        Text("过户", "Change of name"),
        Text("新装", "New supply"),
    ]
    assert today.hall.guidance.errors == {"li": 1}  # as the board has it
    assert "；发号 11 张，引导差错 1 张，9 %" in opening_of(told(today, guidance)).zh


@pytest.mark.row("Q16")
def test_what_is_put_right_again_is_no_error() -> None:
    today = story()
    ticket = today.issue("change", by="kiosk-1")
    for service in ("install", "change"):
        today.do(c.ChangeService(ticket=ticket, service=service))
    assert table(today, guidance, "mistyped") == []


@pytest.mark.row("Q17")
def test_the_hint_of_another_way_is_taken_or_not_by_kiosk() -> None:
    today = story()
    for _ in range(3):
        today.issue("bill", offered=True, by="kiosk-1")
    today.do(c.TakeOtherWay(service="bill", by="kiosk-1"))
    today.issue("bill", by="kiosk-2")
    (line,) = table(today, guidance, "hinted")
    assert (line["device"], line["took_hint"]) == ("kiosk-1", Share(k=1, n=4))


@pytest.mark.row("T20")
def test_a_guide_s_contacts_are_told_apart_and_add_up() -> None:
    today = story()
    for _ in range(60):
        today.do(gc.Greet(by="li"))
    for _ in range(30):
        today.do(gc.Divert(way=Way.SELF_SERVICE, service="bill", by="li"))
    for _ in range(18):
        today.issue("bill", channel="guide_tablet", by="li")
    for ticket in today.issue_many(10):
        for step in (0, 1):
            today.do(gc.TickStep(ticket=ticket, step=step, by="li"))
    (line,) = table(today, guidance, "contacts")
    assert line == {
        "person": "li",
        "contacts": 118,
        "greeted": 60,
        "issued": 18,
        "diverted": 30,
        "prepared": 10,
    }
    assert today.hall.guidance.contacts["li"].all == 118


def test_a_few_numbers_make_no_share_and_nobody_is_told_as_nobody() -> None:
    today = story()
    assert opening_of(told(today, guidance)).zh == "本期没有人来办事"
    today.issue()
    assert opening_of(told(today, guidance)).zh == "取号 1；发号 1 张，引导差错 0 张，样本不足，不算占比"


def test_an_empty_table_of_errors_says_whether_nobody_erred_or_nobody_came() -> None:
    """引导差错 showed a dash and no word: whose numbers they were had not been written down."""
    today = story("1")
    assert paper(told(today, guidance)).tables[1].note == NOBODY_TYPED
    ticket = today.issue("change")
    _, typed, mistyped, *_ = paper(told(today, guidance)).tables
    assert [row.cells["issued_by"] for row in typed.rows] == [NOT_RECORDED]
    assert mistyped.note.zh == "本期发出的 1 张号，没有一张改过业务"
    today.do(c.ChangeService(ticket=ticket, service="install", by="s3"))
    assert paper(told(today, guidance)).tables[2].note.zh == ""
