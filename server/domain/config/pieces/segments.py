"""Who customers are, as far as a hall serves them differently (Q38): segments, and where each is sent."""

from dataclasses import dataclass, field

from server.domain.config.pieces.places import ID
from server.domain.form import asks
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A kind of customer: companies, VIPs. Staff say it; a kiosk offers it only where the hall lets it."""

    id: str = field(metadata=ID)
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            help=Text(
                "只有员工看得到，不上公共屏幕和小票", "Only staff see it; no public screen and no slip"
            ),
        )
    )
    # Q39: bounded like every priority
    priority: bool = field(
        default=False,
        metadata=asks(
            "优先",
            "Priority",
            source="Q39",
            help=Text("照优先客户叫号，连续次数有限", "Called as priority customers are, so many in a row"),
        ),
    )
    at_kiosk: bool = field(
        default=False,
        metadata=asks(
            "取号机上可以自选",
            "Offered at kiosks",
            help=Text("例如企业客户；不选就只由员工选择", "Such as companies; else staff alone choose it"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRule:
    """What a business means for a segment; of several that fit the first one holds."""

    id: str = field(metadata=ID)
    segment: str = field(metadata=asks("客群", "Segment", of="segments"))
    service: str = field(
        metadata=asks("业务", "Business", of="services", none=Text("全部业务", "every business"))
    )
    queue: str = field(
        default="",
        metadata=asks("排哪个队", "Queue", of="queues", none=Text("照常", "as usual")),
    )
    materials: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "要带的材料",
            "What to bring",
            most=30,
            ordered=True,
            printed=True,
            noun=Text("材料", "Item"),
            add=Text("加一样材料", "Add an item"),
            empty=Text("和别人一样", "The same as others"),
        ),
    )
