"""What customers come for: each business with its times, papers and other ways to do it."""

from dataclasses import dataclass, field

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.config.pieces.places import ID
from server.domain.form import IN_SECONDS, Room, asks
from server.domain.text import Text

LONGEST = 8 * 3600
PAGE = r"https?://[^\s<>\"']+"


@dataclass(frozen=True, slots=True, kw_only=True)
class EChannel:
    """Another way to do a business without waiting (Q17)."""

    name: Text = field(metadata=asks("叫什么", "What it is called", required=True))
    url: str = field(
        default="",
        metadata=asks(
            "网址",
            "Web address",
            letters=300,
            pattern=PAGE,
            help=Text("填了就显示二维码；没有就留空", "Shown as a QR code; leave it empty if there is none"),
        ),
    )
    hint: Text = field(default=Text("", ""), metadata=asks("怎么办", "How to do it", letters=200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A business a customer comes for; it belongs to one queue when the number is taken."""

    id: str = field(metadata=ID)
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            printed=True,
            room=Room(full=12, legible=28, screens=Text("取号机", "kiosks")),
            help=Text(
                "客户怎么说就怎么写，例如“缴气费、IC 卡充值”",
                "In the customers' own words, such as “Pay for gas”",
            ),
        )
    )
    queue: str = field(metadata=asks("排哪个队", "Queue", of="queues"))
    # Q34: the time a clerk should need
    standard_seconds: int = field(
        metadata=asks(
            "标准时长",
            "Standard time",
            unit=IN_SECONDS,
            ends=(1, LONGEST),
            starts=900,
            source="Q34",
            help=Text("按规定应在多长时间内办完", "By the rule, how long it may take"),
        )
    )
    # the usual time, for estimates before the hall has its own
    mean_seconds: int = field(
        default=0,
        metadata=asks(
            "通常用时",
            "Usual time",
            unit=IN_SECONDS,
            ends=(0, LONGEST),
            none=Text("同标准时长", "As the standard time"),
            help=Text(
                "估算等候时间用；办过一些以后按实际用时算",
                "For estimated waits, until there are times of your own",
            ),
        ),
    )
    daily_customers: int = field(
        default=0,
        metadata=asks(
            "每天大约多少人",
            "Customers a day, about",
            source="Q06",
            ends=(0, 9999),
            none=Text("不知道", "Not known"),
            help=Text(
                "预测客流用；有了自己的记录以后按记录算",
                "For the forecast, until there are days of your own",
            ),
        ),
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
            empty=Text("不用带材料", "Nothing to bring"),
            help=Text(
                "客户在取号前就能看到，也印在小票上。",
                "Shown before a number is taken, and printed on the slip.",
            ),
        ),
    )
    e_channels: tuple[EChannel, ...] = field(
        default=(),
        metadata=asks(
            "不用排队的办法",
            "Without waiting",
            source="Q17",
            most=12,
            ordered=True,
            noun=Text("办法", "Way"),
            add=Text("加一种办法", "Add a way"),
            empty=Text("没有", "None"),
            help=Text(
                "取号前告诉客户还可以在哪里办，例如微信、网上营业厅、自助终端。",
                "Other places to do it, shown before a number is taken: WeChat, the web site, a terminal.",
            ),
        ),
    )
    note: Text = field(
        default=Text("", ""),
        metadata=asks(
            "说明",
            "Note",
            letters=400,
            lines=2,
            help=Text("取号前显示，例如“资料齐全当场受理”", "Shown before a number is taken"),
        ),
    )
    fee: Text = field(
        default=Text("", ""),
        metadata=asks(
            "费用",
            "Fee",
            letters=200,
            help=Text(
                "例如“手续费 5 元/户”；不收费就留空",
                "Such as “5 yuan for each household”; leave it empty if it is free",
            ),
        ),
    )

    entry: CatalogueEntry = field(
        default=CatalogueEntry(), metadata=asks("办事指南", "In the catalogue", source="B01")
    )

    @property
    def usual_seconds(self) -> int:
        return self.mean_seconds or self.standard_seconds
