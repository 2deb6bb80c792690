"""What stands in a hall: zones, queues, businesses, terminals, profiles, counters; and who is served apart."""

from dataclasses import dataclass, field

from server.domain.config.pieces.business import Service
from server.domain.config.pieces.catalogue import Terminal
from server.domain.config.pieces.places import CounterPlace, Profile, Queue, Zone
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.form import asks
from server.domain.text import Text


@dataclass(frozen=True, kw_only=True)
class Furniture:
    zones: tuple[Zone, ...] = field(
        default=(),
        metadata=asks(
            "区域",
            "Zones",
            most=50,
            ordered=True,
            noun=Text("区域", "Zone"),
            add=Text("加一个区域", "Add a zone"),
            help=Text(
                "大厅里有名字的地方，例如“营业大厅”“客户接待区”。小票、大屏和语音会请客户到那里等候或办理。",
                "Parts of the hall with a name, such as “Main hall” or “Reception”. Slips, boards and the voice send customers there.",
            ),
        ),
    )
    queues: tuple[Queue, ...] = field(
        default=(),
        metadata=asks(
            "队列与字母",
            "Queues and letters",
            most=21,  # as many as there are letters
            ordered=True,
            noun=Text("队列", "Queue"),
            add=Text("加一个队列", "Add a queue"),
            help=Text(
                "一个队列就是一条队，号码以它的字母开头，例如 A001。业务相近、由同样的窗口办理的，放在一个队列里。",
                "A queue is one line of customers; its numbers begin with its letter, such as A001. Put businesses together that the same counters do.",
            ),
        ),
    )
    services: tuple[Service, ...] = field(
        default=(),
        metadata=asks(
            "业务",
            "Businesses",
            ordered=True,
            noun=Text("业务", "Business"),
            add=Text("加一项业务", "Add a business"),
            help=Text(
                "取号机上的选项，就按这里的顺序排列。",
                "What customers choose from at the kiosk, in this order.",
            ),
        ),
    )
    terminals: tuple[Terminal, ...] = field(
        default=(),
        metadata=asks(
            "自助终端",
            "Self-service terminals",
            source="Q19",
            most=50,
            ordered=True,
            noun=Text("自助终端", "Terminal"),
            add=Text("加一台自助终端", "Add a terminal"),
            empty=Text("没有自助终端。", "There are no self-service terminals."),
            help=Text(
                "大厅里客户自己操作的机器，例如自助缴费终端。",
                "Machines in the hall that customers use themselves, such as a payment terminal.",
            ),
        ),
    )
    segments: tuple[Segment, ...] = field(
        default=(),
        metadata=asks(
            "客群",
            "Segments",
            source="Q38",
            most=20,
            ordered=True,
            noun=Text("客群", "Segment"),
            add=Text("加一种客群", "Add a segment"),
            empty=Text("没有细分客群，所有客户一样。", "There are no segments: all customers alike."),
            help=Text(
                "例如企业客户、贵宾。取号时由引导员或柜台选择，公共屏幕和小票上看不到。",
                "Such as companies or VIPs. A guide or counter chooses it with the number; no public screen shows it.",
            ),
        ),
    )
    segment_rules: tuple[SegmentRule, ...] = field(
        default=(),
        metadata=asks(
            "客群规则",
            "Rules for segments",
            source="Q38",
            most=100,
            ordered=True,
            noun=Text("规则", "Rule"),
            add=Text("加一条规则", "Add a rule"),
            empty=Text("没有规则。", "There are no rules."),
            help=Text(
                "某种客群办某项业务时排哪个队、带什么材料。从上往下，第一条符合的算数。",
                "Where a segment waits for a business, and what it brings. From the top, the first that fits holds.",
            ),
        ),
    )
    profiles: tuple[Profile, ...] = field(
        default=(),
        metadata=asks(
            "窗口配置",
            "Counter profiles",
            ordered=True,
            noun=Text("窗口配置", "Profile"),
            add=Text("加一种配置", "Add a profile"),
            help=Text(
                "一种配置规定窗口叫哪些队列。窗口选用其中一种，忙时可以临时换。点格子切换：叫号 → 帮忙 → 不叫。",
                "A profile says which queues a counter calls. Every counter has one and can change it for a while. Tap a cell: calls → helps → neither.",
            ),
        ),
    )
    counters: tuple[CounterPlace, ...] = field(
        default=(),
        metadata=asks(
            "窗口",
            "Counters",
            ordered=True,
            noun=Text("窗口", "Counter"),
            help=Text(
                "大厅里的每个窗口，连同平时选用的配置。新加的窗口照着最后一个普通窗口来，改一下就好。",
                "Every counter of the hall with the profile it usually has. New ones are like the last ordinary one; change what differs.",
            ),
        ),
    )
