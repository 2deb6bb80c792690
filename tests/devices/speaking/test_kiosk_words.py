"""What a kiosk says of the customer's own matter: for who cannot read the screen (hall.md 5.1)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.devices.speaking.kiosk_words import before_words, name_words, number_words
from server.devices.speaking.phrases import PLAIN
from server.domain.config.catalogue import CatalogueEntry
from server.domain.config.config import EChannel, Service
from server.domain.text import Text
from server.domain.views.parts import WaitView
from server.domain.views.ticket import TicketView

MOVE = Service(
    id="move",
    name=Text("过户（更名）", "Change of holder"),
    queue="c",
    standard_seconds=600,
    materials=(Text("身份证", "ID card"), Text("2 份发票", "2 invoices")),
    fee=Text("5 元", "5 yuan"),
    note=Text("请先结清电费", "Settle all bills first"),
    e_channels=(EChannel(name=Text("微信", "WeChat")),),
)


def ticket(number: str, ahead: int) -> TicketView:
    return TicketView(
        hall=Text("厅", "Hall"),
        ticket="t",
        token="x",
        number=number,
        service=MOVE.name,
        state="waiting",
        ahead=ahead,
        wait=WaitView(state="soon", minutes=0),
        zone=Text("A 区", "Zone A"),
        counter="",
        counter_name=None,
        issued_at=datetime(2026, 3, 2, tzinfo=UTC),
        materials=(),
    )


def test_a_number_is_said_digit_by_digit_with_who_is_ahead_and_where_to_wait() -> None:
    assert number_words(ticket("A017", 12), "zh", PLAIN) == (
        "您的号码是A零一七。前面有十二人。请到A区，留意叫号。"
    )
    assert number_words(ticket("A1000", 0), "en", PLAIN) == (
        "Your number is A, 1 0 0 0. Nobody is ahead of you. Please go to Zone A and listen for your call."
    )


def test_all_that_is_to_be_known_before_the_number_is_said() -> None:
    said = before_words(MOVE, "zh")
    words = ("请带：身份证、二份发票", "费用：五元", "请先结清电费", "不用排队也能办：微信", "取号")
    assert [word for word in words if word not in said] == []
    assert "代办" not in said
    english = before_words(MOVE, "en")
    assert "Please bring ID card, 2 invoices" in english
    assert "without waiting by WeChat" in english


@pytest.mark.row("B02")
def test_somebody_elses_papers_conditions_and_limit_are_said_and_who_knows_the_rest() -> None:
    entry = CatalogueEntry(
        incomplete=True,
        conditions=(Text("已结清气费", "All bills are settled"),),
        agent_materials=(Text("委托书", "Letter of authority"),),
        limit=Text("5 个工作日", "5 working days"),
    )
    said = before_words(replace(MOVE, entry=entry), "zh")
    words = ("材料请咨询引导员", "代办另带：委托书", "办理条件：已结清气费", "办结时限：五个工作日")
    assert [word for word in words if word not in said] == []


def test_a_hall_without_english_names_is_said_by_its_chinese_ones() -> None:
    assert name_words(Text("交费", ""), "en") == "交费"
