"""A customer's slip to vary in tests, and waiting for a condition without sleeping."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from server.devices.printing.slip_content import SlipContent
from server.domain.text import Text

CONTENT = SlipContent(
    hall=Text("城东供电营业厅", "Chengdong Power Service Hall"),
    business=Text("居民新装用电", "New home connection"),
    number="A018",
    ahead=3,
    wait=Text("约 5–10 分钟", "about 5–10 min"),
    zone=Text("A 区", "Zone A"),
    issued_at=datetime.fromisoformat("2024-07-10T09:31:00+08:00"),
    materials=(
        Text("居民身份证原件", "Identity card (original)"),
        Text("房屋产权证明", "Proof of home ownership"),
        Text("用电地址", "Address to be supplied"),
    ),
    qr="https://hall.example/t/3f9c8e7d6b5a49382716050403020100",
    phone="0571-8888 6666",
)


def slip(**changes: Any) -> SlipContent:
    return replace(CONTENT, **changes)
