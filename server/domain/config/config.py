"""What a hall is made of before anybody comes: zones, queues, services, profiles, counters, hours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from server.domain.config.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.business import EChannel, Service
from server.domain.config.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.config.care import (
    USUAL_GIFTS,
    USUAL_LADDER,
    USUAL_SCRIPTS,
    GiftItem,
    Ladder,
    Rung,
    Script,
)
from server.domain.config.catalogue import Terminal
from server.domain.config.equipment import PrinterConfig, SlipTemplate, VoiceConfig
from server.domain.config.figures import Figures
from server.domain.config.places import CounterPlace, Profile, Queue, Zone
from server.domain.config.segments import Segment, SegmentRule
from server.domain.form import Form, Kind, Room, asks, form_of, one_of
from server.domain.text import Text

__all__ = [  # a set-up's parts, at one address
    "USUAL_GIFTS",
    "USUAL_LADDER",
    "USUAL_SCRIPTS",
    "Area",
    "CounterPlace",
    "EChannel",
    "GiftItem",
    "HallConfig",
    "Ladder",
    "Profile",
    "Queue",
    "Rung",
    "Script",
    "Segment",
    "SegmentRule",
    "Service",
    "Spot",
    "Terminal",
    "Zone",
]

INDUSTRIES = one_of(
    gas=("燃气", "Gas"),
    power=("供电", "Power"),
    water=("供水", "Water"),
    telecom=("通信", "Telecom"),
    other=("其他", "Other"),
)
ZONES = one_of(
    **{
        "Asia/Shanghai": ("北京时间", "Beijing time"),
        "Asia/Urumqi": ("新疆时间（乌鲁木齐）", "Xinjiang time (Ürümqi)"),
        "Asia/Hong_Kong": ("香港时间", "Hong Kong time"),
        "Asia/Macau": ("澳门时间", "Macau time"),
        "Asia/Taipei": ("台北时间", "Taipei time"),
        "Asia/Singapore": ("新加坡时间", "Singapore time"),
    }
)
ROUTING = one_of(fair_share=("公平叫号", "Fair share"), oldest_first=("先到先叫", "Oldest first"))
WHETHER = one_of(true=("执行", "On"), null=("仅重点厅执行", "In key halls only"), false=("不执行", "Off"))


@dataclass(frozen=True, kw_only=True)
class HallConfig:
    """A hall's whole set-up as one value."""

    name: Text = field(
        metadata=asks(
            "营业厅名称",
            "Name of the hall",
            letters=100,
            required=True,
            printed=True,
            room=Room(full=14, legible=28, screens=Text("取号机和大屏", "kiosks and boards")),
            help=Text("印在小票上、显示在取号机和大屏上", "Printed on slips, shown at kiosks and on boards"),
        )
    )
    industry: str = field(metadata=asks("行业", "Industry", letters=40, choices=INDUSTRIES))
    phone: str = field(
        default="",
        metadata=asks(
            "咨询电话",
            "Telephone",
            letters=40,
            help=Text("印在小票上；留空就不印", "Printed on slips; left empty it is not printed"),
        ),
    )
    # Q42: whoever takes a number at home and is then in one of them has arrived
    hall_networks: str = field(
        default="",
        metadata=asks(
            "大厅 Wi-Fi 网段",
            "Networks of the hall's Wi-Fi",
            letters=200,
            source="Q42",
            help=Text(
                "如 192.168.8.0/24，几段用空格隔开。远程取号的客户连着大厅 Wi-Fi 就能确认到店；留空就凭到店码",
                "Such as 192.168.8.0/24, several with spaces. Customers with a number from home confirm their arrival by being in one; left empty, by the code at the door",
            ),
        ),
    )
    timezone: str = field(
        default="Asia/Shanghai",
        metadata=asks(
            "时区",
            "Time zone",
            letters=60,
            choices=ZONES,
            help=Text(
                "开门、关门和每日号码都按这个时间", "Opening, closing and each day's numbers go by this clock"
            ),
        ),
    )
    hours: Hours | None = field(
        default=None,
        metadata=asks(
            "营业时间",
            "Opening hours",
            none=Text("全天营业", "round the clock"),
            help=Text(
                "全天营业：不关门的营业厅，例如抢修值守点",
                "Round the clock: a hall that never closes, such as an emergency desk",
            ),
        ),
    )
    demo: bool = field(default=False, metadata=asks("演示", "Demo", elsewhere=True))
    figures: Figures = field(default_factory=Figures, metadata=asks("数值", "Figures", elsewhere=True))
    routing: str = field(
        default="fair_share",
        metadata=asks(
            "叫号规则",
            "Calling rule",
            of="routing",
            choices=ROUTING,
            help=Text(
                "公平：先来先叫，优先客户提前一段时间，但不能连续插队太多。最久：只看谁等得最久，不分优先。",
                "Fair: first come, first called; priority customers get a head start, but only so many in a row."
                " Oldest: only who has waited longest counts, with no priority.",
            ),
        ),
    )
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
    # Q07: a hall whose waits are watched closely
    key_hall: bool = field(
        default=False,
        metadata=asks(
            "重点营业厅",
            "Key hall",
            source="Q07",
            help=Text(
                "等候重点治理的营业厅。超时补救如设为“仅重点厅”，只有这里打开才执行。",
                "A hall whose waits are watched closely. Remedies set to “key halls only” are given only when this is on.",
            ),
        ),
    )
    # gap 12: on for all halls; None: by the rule, on for key halls only
    remedies: bool | None = field(default=True, metadata=asks("超时补救", "Remedies", choices=WHETHER))
    ladders: tuple[Ladder, ...] = field(
        default=(USUAL_LADDER,), metadata=asks("等候阶梯", "Waiting ladder", most=50, elsewhere=True)
    )
    gifts: tuple[GiftItem, ...] = field(
        default=USUAL_GIFTS,
        metadata=asks(
            "补救礼品",
            "Gifts",
            source="R07",
            most=50,
            ordered=True,
            noun=Text("礼品", "Gift"),
            add=Text("加一种礼品", "Add a gift"),
            empty=Text("没有礼品，补救时只致歉", "No gifts; a remedy is an apology only"),
            help=Text(
                "超时补救时可以送的小礼品，单价不超过限额。",
                "Small things a remedy may hand over, up to the cap.",
            ),
        ),
    )
    scripts: tuple[Script, ...] = field(
        default=USUAL_SCRIPTS,
        metadata=asks(
            "话术",
            "What staff say",
            source="R02",
            noun=Text("话术", "Wording"),
            help=Text(
                "引导平板和柜台上显示的话。改一次就是新的一版，旧版留档，可查当时说的是哪一版。",
                "Shown on the guide's tablet and at the counter. Each change is a version of its own; the old ones stay on record.",
            ),
        ),
    )
    # Q05, beside month start and end
    peak_days: tuple[date, ...] = field(
        default=(),
        metadata=asks(
            "另外的高峰日",
            "More peak days",
            source="Q05",
            most=400,
            noun=Text("高峰日", "Peak day"),
            add=Text("加一个高峰日", "Add a peak day"),
            empty=Text("没有另外的高峰日", "No more peak days"),
            help=Text(
                "例如缴费截止日。月初 1–3 日和月末 28 日以后总算高峰日。",
                "Such as the last day to pay. Days 1–3 and from 28 on are always peak days.",
            ),
        ),
    )
    peak_hours: tuple[Hours, ...] = field(
        default=(
            Hours(opens="09:30", closes="11:30"),
            Hours(opens="14:00", closes="16:00"),
        ),
        metadata=asks(
            "高峰时段",
            "Peak hours",
            source="Q04",
            most=12,
            noun=Text("高峰时段", "Peak hours"),
            add=Text("加一段高峰时段", "Add peak hours"),
            empty=Text("没有高峰时段", "No peak hours"),
            help=Text(
                "报表和达标灯会把高峰单独统计。",
                "Reports and the goal's light look at peaks apart.",
            ),
        ),
    )
    # R09: below 1 a lot decides who of the overdue is remedied (randomised launch)
    remedy_share: float = field(
        default=1.0,
        metadata=asks(
            "补救比例",
            "Share remedied",
            kind=Kind.SHARE,
            ends=(0, 1),
            source="R09",
            help=Text(
                "100：所有超时客户都补救。少于 100：抽签决定补救谁，用来比较补救的效果",
                "100: everybody who waited too long. Less: a lot decides who, so that the effect can be compared",
            ),
        ),
    )
    lunch: Break | None = field(
        default=None,
        metadata=asks(
            "午休",
            "Lunch break",
            none=Text("无", "none"),
            help=Text("午休时不发号，已取的号保留", "No numbers are given meanwhile; those taken are kept"),
        ),
    )
    weekdays: tuple[Weekday, ...] = field(
        default=(), metadata=asks("每周例外", "Weekdays", most=7, elsewhere=True)
    )
    special_days: tuple[SpecialDay, ...] = field(
        default=(), metadata=asks("节假日与特殊日", "Special days", most=400, elsewhere=True)
    )
    printers: tuple[PrinterConfig, ...] = field(
        default=(),
        metadata=asks(
            "打印机",
            "Printers",
            most=50,
            noun=Text("打印机", "Printer"),
            add=Text("添加打印机", "Add a printer"),
            empty=Text(
                "还没有打印机。没有打印机也能取号，号码显示在取号机屏幕上。",
                "No printer yet. Numbers are given without one, too; the kiosk shows them on its screen.",
            ),
            help=Text(
                "打小票的打印机。添加时会一起打一张测试小票，拿在手里看清楚再保存。",
                "What prints the slips. Adding one prints a test slip with you: save it once you hold a good one.",
            ),
        ),
    )
    slip: SlipTemplate = field(
        default=SlipTemplate(),
        metadata=asks(
            "小票",
            "Slips",
            help=Text(
                "号码、业务、前面人数、取号时间和二维码一定会印；其余可以改。右边是真实的样子。",
                "Number, service, people ahead, time and code are always printed; the rest is yours. At the right is the real thing.",
            ),
        ),
    )
    voice: VoiceConfig = field(
        default=VoiceConfig(),
        metadata=asks(
            "语音",
            "Voice",
            help=Text(
                "叫号的声音：用哪一种、多快、多响、读错的字怎么读。",
                "The voice that calls: which, how fast, how loud, and how a word is read that it gets wrong.",
            ),
        ),
    )
    layouts: tuple[BoardLayout, ...] = field(
        default=(),
        metadata=asks(
            "大屏版面",
            "Board layouts",
            most=50,
            ordered=True,
            noun=Text("屏幕版面", "Layout"),
            add=Text("加一个版面", "Add a layout"),
            empty=Text("每块大屏都用标准版面。", "Every board is as usual."),
            help=Text(
                "大屏上有什么。没有版面时，每块大屏都用标准版面：六行叫号、全部业务、图片影片。",
                "What the lobby boards show. Without a layout every board is as usual: six calls, all businesses, media.",
            ),
        ),
    )
    media: tuple[Medium, ...] = field(
        default=(),
        metadata=asks(
            "图片影片",
            "Media",
            ordered=True,
            noun=Text("图片影片", "Media"),
            empty=Text("还没有图片和影片。", "There are no pictures or films yet."),
            help=Text(
                "没有新叫号时，大屏轮流显示这些图片和影片。有人被叫到，画面马上让给叫号；影片没有声音。",
                "While nobody is newly called, boards show these pictures and films in turn. A call takes the place at once; films make no sound.",
            ),
        ),
    )
    notices: tuple[Notice, ...] = field(
        default=(),
        metadata=asks(
            "通知",
            "Notices",
            ordered=True,
            noun=Text("通知", "Notice"),
            add=Text("写一条通知", "Write a notice"),
            empty=Text("现在没有通知。", "There are no notices now."),
            help=Text(
                "大屏下方的一行字，几条轮流显示，每页八秒。到期自动撤下。",
                "A line at the foot of the boards; several take turns, eight seconds a page. They go by themselves when they are over.",
            ),
        ),
    )
    strips: tuple[Strip, ...] = field(
        default=(),
        metadata=asks(
            "条屏",
            "LED strips",
            noun=Text("条屏", "LED strip"),
            add=Text("加一块条屏", "Add a strip"),
            empty=Text("没有条屏。", "There are no strips."),
            help=Text(
                "窗口上方或门口的一行 LED 字。有人被叫到时显示“A037→3号窗口”，其余时间显示平时的字。",
                "A line of light above a counter or at the door. It shows “A037→3号窗口” when somebody is called, and its usual words else.",
            ),
        ),
    )

    @property
    def remedies_on(self) -> bool:
        return self.key_hall if self.remedies is None else self.remedies

    @cached_property
    def zone(self) -> Mapping[str, Zone]:
        return {z.id: z for z in self.zones}

    @cached_property
    def queue(self) -> Mapping[str, Queue]:
        return {q.id: q for q in self.queues}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        return {s.id: s for s in self.services}

    @cached_property
    def segment(self) -> Mapping[str, Segment]:
        return {s.id: s for s in self.segments}

    def rule_for(self, segment: str, service: str) -> SegmentRule | None:
        """The first rule that fits this customer and this business (Q38)."""
        fits = (r for r in self.segment_rules if r.segment == segment and r.service in ("", service))
        return next(fits, None) if segment else None

    def papers_of(self, segment: str, service: str) -> tuple[Text, ...]:
        """What a customer of the segment brings for a business: its rule's papers, else everybody's (Q38)."""
        rule = self.rule_for(segment, service)
        return (rule.materials if rule else ()) or self.service[service].materials

    @cached_property
    def profile(self) -> Mapping[str, Profile]:
        return {p.id: p for p in self.profiles}

    @cached_property
    def counter(self) -> Mapping[str, CounterPlace]:
        return {c.id: c for c in self.counters}

    @cached_property
    def group_of(self) -> Mapping[str, frozenset[str]]:
        """For each queue, the queues tied to it by a profile that calls both (a counter group, 3.3)."""
        groups = {q.id: frozenset({q.id}) for q in self.queues}
        for profile in self.profiles:
            tied = frozenset().union(*(groups[q] for q in (*profile.queues, *profile.helps)))
            groups |= dict.fromkeys(tied, tied)
        return groups


FORM: Form = form_of(HallConfig)
