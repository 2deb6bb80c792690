"""What a kiosk says of the customer's own matter: for who cannot read the screen (hall.md 5.1)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.devices.speaking.kiosk_words import before_words, name_words, number_words
from server.devices.speaking.mandarin_phonemes import phonemes
from server.devices.speaking.phrases import PLAIN
from server.devices.speaking.sayable import unread
from server.domain.config.config import EChannel, Service
from server.domain.config.pieces.catalogue import BlankForm, CatalogueEntry
from server.domain.text import Text
from server.domain.views.customers.ticket import TicketView
from server.domain.views.parts import WaitView

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
        "您的号码是A零一七。前面有十二人，很快就到。请到A区，留意叫号。"
    )
    assert number_words(ticket("A1000", 0), "en", PLAIN) == (
        "Your number is A, 1 0 0 0. Nobody is ahead of you, and it will be very soon. "
        "Please go to Zone A and listen for your call."
    )


MANY = WaitView(state="minutes", minutes=120, low=100)


@pytest.mark.row("Q01")
@pytest.mark.parametrize(
    ("wait", "zh", "en"),
    [
        (
            WaitView(state="minutes", minutes=15, low=10),
            "，大约等十到十五分钟。",
            ", about 10 to 15 minutes to wait.",
        ),
        (MANY, "，大约等一百到一百二十分钟。", ", about 100 to 120 minutes to wait."),
        (WaitView(state="minutes", minutes=2), "，大约等二分钟。", ", about 2 minutes to wait."),
        (WaitView(state="unknown"), "前面有三人。请到", "3 ahead of you. Please go"),
        (
            replace(MANY, doubtful=True),
            "分钟。今天可能来不及办理，请问引导员。请到",
            "wait. It may be too late for today, please ask a guide. Please go",
        ),
        (
            WaitView(state="unknown", doubtful=True),
            "前面有三人。今天可能来不及办理，请问引导员。",
            "3 ahead of you. It may be too late for today, please ask a guide.",
        ),
    ],
)
def test_a_wait_is_said_as_people_say_it(wait: WaitView, zh: str, en: str) -> None:
    said = replace(ticket("A017", 3), wait=wait)
    words = number_words(said, "zh", PLAIN)
    assert zh in words
    assert unread(words) == ""
    assert phonemes(words)  # by the voice that is in the box
    assert en in number_words(said, "en", PLAIN)


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


@pytest.mark.row("B03")
def test_where_a_form_lies_is_said_and_of_one_that_lies_nowhere_nothing() -> None:
    desk = BlankForm(name=Text("过户申请表", "Transfer form"), place=Text("填单台", "the form desk"))
    entry = CatalogueEntry(forms=(desk, BlankForm(name=Text("声明", "Statement"))))
    said = before_words(replace(MOVE, entry=entry), "zh")
    assert "要填过户申请表，在填单台拿。" in said
    assert "声明" not in said
    english = before_words(replace(MOVE, entry=entry), "en")
    assert "Fill in Transfer form, from the form desk." in english


def test_a_hall_without_english_names_is_said_by_its_chinese_ones() -> None:
    assert name_words(Text("交费", ""), "en") == "交费"
