"""The rooms, lines and counters of a hall, and who calls whom."""

from dataclasses import dataclass, field

from server.domain.config.pieces.boards import Area, Spot
from server.domain.form import Room, asks
from server.domain.text import Text

ID = asks("代号", "id", letters=40, elsewhere=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A named part of the hall that slips, displays and the voice can name (O41)."""

    id: str = field(metadata=ID)
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            printed=True,
            room=Room(full=20, legible=28, screens=Text("大屏", "boards")),
            help=Text("客户能在墙上看到的名称", "As customers see it on the wall"),
        )
    )
    # on the hall's map
    area: Area | None = field(default=None, metadata=asks("平面图位置", "Place on the map", elsewhere=True))
    # has a speaker of its own, which says its counters' calls and no others
    speaks_apart: bool = field(
        default=False, metadata=asks("有自己的喇叭", "Speaker of its own", elsewhere=True)
    )
    # empty: a board in the zone speaks
    speaker: str = field(
        default="",
        metadata=asks(
            "服务器的声音设备",
            "The server's sound device",
            help=Text(
                "留空：由这个区域里打开声音的大屏播放", "Left empty: a board in the zone with its sound on"
            ),
            elsewhere=True,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A line of customers; it owns one number series, `letter` + ordinal."""

    id: str = field(metadata=ID)
    letter: str = field(
        metadata=asks(
            "字母",
            "Letter",
            of="letters",
            help=Text(
                "号码以它开头，如 A001。只列出没被占用、不易看错听错的字母。",
                "Numbers begin with it, such as A001. Only free letters are listed that nobody mistakes by eye or ear.",
            ),
        )
    )
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            room=Room(full=8, legible=20, screens=Text("大屏和窗口屏", "boards and window displays")),
            help=Text("大屏和柜台上这样称呼它", "What boards and counters call it"),
        )
    )
    zone: str = field(
        metadata=asks(
            "在哪里等候", "Where customers wait", of="zones", help=Text("印在小票上", "Printed on the slip")
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a counter calls (Q26): its own queues, and those it helps only when its own are empty (Q18)."""

    id: str = field(metadata=ID)
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            help=Text(
                "窗口屏上也会显示，例如“全业务”", "Window displays show it, too, such as “All services”"
            ),
        )
    )
    queues: tuple[str, ...] = field(metadata=asks("叫的队列", "Queues called", of="queues", elsewhere=True))
    helps: tuple[str, ...] = field(
        default=(), metadata=asks("帮叫的队列", "Queues helped", of="queues", elsewhere=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPlace:
    """A counter as furniture: where it stands and what it does when it opens."""

    id: str = field(metadata=ID)
    # "3 号窗口" / "Counter 3", or a room's name
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            required=True,
            room=Room(full=8, legible=28, screens=Text("窗口屏", "window displays")),
            help=Text("窗口屏和语音这样称呼它", "What its window display and the voice call it"),
        )
    )
    zone: str = field(metadata=asks("在哪个区域", "Zone", of="zones"))
    profile: str = field(
        metadata=asks(
            "平时的配置",
            "Usual profile",
            of="profiles",
            help=Text("开窗口时先用它，当班可以换", "It opens with this; the shift can change it"),
        )
    )
    # Q09: opened on a tablet where it is needed
    floating: bool = field(
        default=False,
        metadata=asks(
            "流动窗口",
            "Floating",
            source="Q09",
            help=Text("用平板，哪里需要就在哪里开", "Opened on a tablet wherever it is needed"),
        ),
    )
    # Q18: named as 专席 on its window display
    dedicated: bool = field(
        default=False,
        metadata=asks(
            "专席", "Dedicated", source="Q18", help=Text("窗口屏上标明“专席”", "Its window display says so")
        ),
    )
    # a room with a door, called by its name
    room: bool = field(
        default=False,
        metadata=asks(
            "单独房间",
            "Room",
            help=Text("有门的房间，叫号时说它的名称", "A room with a door, called by its name"),
        ),
    )
    # Q37: whom the alert of an unmanned room names
    keeper: str = field(
        default="",
        metadata=asks(
            "负责人",
            "Responsible",
            source="Q37",
            letters=40,
            help=Text(
                "房间营业时间无人值守太久时，提醒里会写上这个名字",
                "Named where nobody has been in the room for too long",
            ),
        ),
    )
    # on the hall's map
    spot: Spot | None = field(default=None, metadata=asks("平面图位置", "Place on the map", elsewhere=True))
