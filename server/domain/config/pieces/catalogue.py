"""What a hall's catalogue says of a business: who may bring what, what it costs, what to know (1.6)."""

from dataclasses import dataclass, field

from server.domain.config.pieces.places import ID
from server.domain.form import Kind, asks
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A picture of a paper that people know by sight; `file` lies in the media folder."""

    name: Text = field(metadata=asks("叫什么", "What it is called", required=True, printed=True))
    file: str = field(
        default="",
        metadata=asks(
            "图片",
            "Picture",
            kind=Kind.PICTURE,
            letters=80,
            none=Text("没有图片", "no picture"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm(Sheet):
    """A form to fill in: a document where the hall has one, else its picture, else a sheet with lines (B03)."""

    document: str = field(
        default="",
        metadata=asks(
            "PDF 文件",
            "PDF document",
            kind=Kind.DOCUMENT,
            letters=80,
            source="B03",
            none=Text("没有 PDF", "no PDF"),
            help=Text(
                "客户在手机上能打开，窗口和引导台能打印；不要加密，不超过 10 MB",
                "Customers open it on their phones, counters and guides print it; not locked, up to 10 MB",
            ),
        ),
    )
    place: Text = field(
        default=Text("", ""),
        metadata=asks(
            "纸质表在哪里拿",
            "Where the paper lies",
            letters=40,
            source="B03",
            help=Text(
                "例如“填单台”；取号机会告诉客户",
                "Such as “the form desk”; kiosks tell it",
            ),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """A business in the catalogue, beside what the queue needs of it."""

    # B08: what is known so far is shown, and that a guide knows the rest
    incomplete: bool = field(
        default=False,
        metadata=asks(
            "资料还没写全",
            "Not complete yet",
            source="B08",
            help=Text("客户会看到“材料请咨询引导员”", "Customers are told to ask a guide about the papers"),
        ),
    )
    conditions: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "办理条件",
            "Conditions",
            source="B04",
            most=12,
            ordered=True,
            printed=True,
            noun=Text("条件", "Condition"),
            add=Text("加一个条件", "Add a condition"),
            empty=Text("没有条件", "None"),
        ),
    )
    agent_materials: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "代办另外要带",
            "What somebody else brings, besides",
            source="B02",
            most=12,
            ordered=True,
            printed=True,
            noun=Text("材料", "Item"),
            add=Text("加一样材料", "Add an item"),
            empty=Text("代办和本人办一样", "The same as in person"),
        ),
    )
    enough: int = field(
        default=0,
        metadata=asks(
            "前几样带齐就先受理",
            "Accepted with the first",
            source="B10",
            ends=(0, 30),
            unit=Text("样", "items"),
            none=Text("带齐才受理", "all of them"),
            help=Text(
                "一证受理：例如 1，带来第一样就先受理，其余过后补交；0 为带齐才受理",
                "Such as 1: with the first item the case is accepted, the rest is owed; 0: all are needed",
            ),
        ),
    )
    limit: Text = field(
        default=Text("", ""),
        metadata=asks(
            "办结时限", "Done within", letters=80, help=Text("例如“5 个工作日”", "Such as “5 working days”")
        ),
    )
    forms: tuple[BlankForm, ...] = field(
        default=(),
        metadata=asks(
            "要填的表",
            "Forms to fill in",
            source="B03",
            most=12,
            ordered=True,
            noun=Text("表", "Form"),
            add=Text("加一张表", "Add a form"),
            empty=Text("不用填表", "No forms"),
        ),
    )
    samples: tuple[Sheet, ...] = field(
        default=(),
        metadata=asks(
            "证件样图",
            "Pictures of papers",
            most=12,
            ordered=True,
            noun=Text("样图", "Picture"),
            add=Text("加一张样图", "Add a picture"),
            empty=Text("没有样图", "None"),
        ),
    )
    key_points: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "要告诉客户的关键点",
            "Key points to tell",
            source="E32",
            most=12,
            ordered=True,
            printed=True,
            noun=Text("关键点", "Key point"),
            add=Text("加一个关键点", "Add a key point"),
            empty=Text("没有", "None"),
        ),
    )
    steps: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "等候时可以先办的",
            "What can be done while waiting",
            source="Q23",
            most=12,
            ordered=True,
            noun=Text("预受理步骤", "Step"),
            add=Text("加一步", "Add a step"),
            empty=Text("没有", "None"),
            help=Text(
                "引导员在等候区先做，窗口叫到时能看到做了哪些",
                "Guides do it in the waiting area; the counter sees what is done",
            ),
        ),
    )
    topics: tuple[Text, ...] = field(
        default=(),
        metadata=asks(
            "咨询的话题",
            "Topics asked about",
            source="B20",
            most=20,
            ordered=True,
            noun=Text("话题", "Topic"),
            add=Text("加一个话题", "Add a topic"),
            empty=Text("没有", "None"),
        ),
    )
    # Q29: the minutes counters spend on it are told apart
    enquiry: bool = field(
        default=False,
        metadata=asks(
            "是咨询",
            "An enquiry",
            source="Q29",
            help=Text(
                "引导员就能回答的；占用窗口的时间单独统计",
                "A guide can answer it; the time it takes at counters is reported apart",
            ),
        ),
    )
    # B12: papers are explained and money is counted together before the customer goes
    cash: bool = field(
        default=False,
        metadata=asks(
            "收现金",
            "Takes cash",
            source="B12",
            help=Text(
                "办理时提醒窗口：单据交待清楚，钱款当面点清",
                "The counter is reminded to explain each paper and to count the money together",
            ),
        ),
    )
    # Q22
    booked: bool = field(
        default=False,
        metadata=asks("可以预约", "Can be booked", source="Q22"),
    )
    # Q42
    remote: bool = field(
        default=True,
        metadata=asks(
            "可以远程取号",
            "Numbers from home",
            source="Q42",
            help=Text(
                "本厅开放手机远程取号时才有用",
                "Where the hall gives numbers to phones of who is still at home",
            ),
        ),
    )
    # B06, K05
    due_hours: int = field(
        default=0,
        metadata=asks(
            "预约后几小时内办到",
            "Done within hours of booking",
            ends=(0, 720),
            source="B06",
            none=Text("没有承诺", "no promise"),
            help=Text(
                "只给出这个期限以内的时段，期限写在预约上，例如点火 48",
                "Only times within it are offered, and the appointment says it; ignition has 48",
            ),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """A machine in the hall where customers do some businesses themselves (Q19)."""

    id: str = field(metadata=ID)
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            help=Text("客户能在机器上看到的名称", "As customers see it on the machine"),
        )
    )
    zone: str = field(metadata=asks("在哪个区域", "Zone", of="zones"))
    services: tuple[str, ...] = field(
        default=(),
        metadata=asks(
            "能办哪些业务",
            "What can be done at it",
            of="services",
            most=200,
            none=Text("还没有", "nothing yet"),
            help=Text(
                "取号机和引导员会推荐它；报了故障就不再推荐，直到修好",
                "Kiosks and guides recommend it; not while it is out of order",
            ),
        ),
    )
