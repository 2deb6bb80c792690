"""A notice and a handling card to vary in tests."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from server.devices.printing import card_texts as say
from server.devices.printing.card_content import Card, CardList
from server.domain.text import Text

NOTICE = Card(
    hall=Text("城东供电营业厅", "Chengdong Power Service Hall"),
    title=say.NOTICE,
    business=Text("居民新装用电", "New home connection"),
    listed=CardList(
        title=say.MISSING.fill(n=2),
        items=(
            Text("房屋产权证明", "Proof of home ownership"),
            Text("委托人身份证复印件（代办）", "Copy of the principal's ID card (agent)"),
        ),
    ),
    until=Text("有效至 2024-08-09 周五", "Good until 2024-08-09 Fri"),
    advice=say.COME_BACK,
    code="K7M4 9QT XPA",
    qr="https://hall.example/ticket/#notice=K7M49QTXPA",
    given=(Text("2024-07-10 周三 09:31", "2024-07-10 Wed 09:31"), Text("号码 C005", "Number C005")),
    phone="0571-8888 6666",
)
HANDLED = Card(
    hall=NOTICE.hall,
    title=say.HANDLED,
    business=Text("更名过户", "Change of account holder"),
    listed=CardList(
        title=say.TOLD,
        items=(
            Text("过户以后的电费由新户主承担", "From now on the new holder pays"),
            Text("银行代扣要用新户名重新签约", "Direct debit has to be agreed again"),
            Text("峰谷电价要重新申请", "A peak tariff has to be applied for again"),
        ),
        box=False,
    ),
    facts=(say.LIMIT.fill(limit=Text("5 个工作日", "5 working days")),),
    given=NOTICE.given,
    phone=NOTICE.phone,
)


def notice(**changes: Any) -> Card:
    return replace(NOTICE, **changes)


def reprinted() -> Card:
    return notice(reprint=1, printed_at=datetime.fromisoformat("2024-07-10T09:40:00+08:00"))
