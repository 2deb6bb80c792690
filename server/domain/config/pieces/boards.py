"""What hangs in a hall to be looked at: layouts of boards, media, notices, strips, the map."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from server.domain.form import IN_SECONDS, Field, asks, one_of
from server.domain.text import Text

ID = asks("代号", "id", letters=40, elsewhere=True)

UPRIGHT = one_of(
    auto=("跟随屏幕", "As the screen is"),
    landscape=("横屏", "Landscape"),
    portrait=("竖屏", "Portrait"),
)
STRIPS = one_of(
    tcp_text=("网络（文本）", "Network (text)"), serial_text=("串口（文本）", "Serial line (text)")
)
FIRST = asks("从哪天起", "From", help=Text("不填：现在起", "Empty: from now on"))
LAST = asks("到哪天为止", "Until", help=Text("不填：一直显示；当天也算", "Empty: for good; that day counts"))
PLACES = asks(
    "在哪些区域的大屏",
    "On boards in these zones",
    of="zones",
    most=50,
    none=Text("全部", "all"),
    help=Text("一个都不选：所有大屏", "None chosen: on all boards"),
)


def _side(zh: str, en: str, least: int) -> Mapping[str, Field]:
    return asks(zh, en, ends=(least, 100), elsewhere=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of the hall's map in percent of its width and depth, from the upper left."""

    x: int = field(metadata=_side("离左墙", "From the left wall", 0))
    y: int = field(metadata=_side("离上墙", "From the upper wall", 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle of the hall's map in percent."""

    x: int = field(metadata=_side("离左墙", "From the left wall", 0))
    y: int = field(metadata=_side("离上墙", "From the upper wall", 0))
    width: int = field(metadata=_side("宽", "Width", 1))
    height: int = field(metadata=_side("深", "Depth", 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLayout:
    """What lobby boards at some places show; a board takes the first layout that is for its place."""

    id: str = field(metadata=ID)
    name: Text = field(metadata=asks("名称", "Name", required=True))
    # zones the board may hang in
    places: tuple[str, ...] = field(
        default=(),
        metadata=asks(
            "用在哪些区域的大屏",
            "For boards in these zones",
            of="zones",
            most=50,
            none=Text("全部", "all"),
            help=Text(
                "一个都不选，就用在没有另外安排的所有大屏上",
                "None chosen: for every board that has no layout of its own",
            ),
        ),
    )
    # the businesses shown
    queues: tuple[str, ...] = field(
        default=(),
        metadata=asks(
            "显示哪些业务的等候情况",
            "Businesses whose waits are shown",
            of="queues",
            most=50,
            ordered=True,
            none=Text("全部", "all"),
            help=Text(
                "一个都不选，就显示全部。叫号总是全部显示，不会漏掉任何人",
                "None chosen: all. Calls are always shown, whatever the business",
            ),
        ),
    )
    # newest calls shown
    rows: int = field(
        default=6,
        metadata=asks(
            "叫号行数",
            "Calls shown",
            ends=(1, 12),
            unit=Text("行", "rows"),
            help=Text("六行时，十米外还能看清", "Six can be read from ten metres"),
        ),
    )
    orientation: str = field(
        default="auto",
        metadata=asks(
            "方向",
            "Orientation",
            choices=UPRIGHT,
            help=Text(
                "屏幕竖着挂、画面却是横的，就选“竖屏”，画面会转过来",
                "If the panel hangs upright but the picture lies on its side, choose portrait: it is turned",
            ),
        ),
    )
    shows_queues: bool = field(
        default=True, metadata=asks("各业务等候人数和时间", "People waiting and waits by business")
    )
    shows_media: bool = field(
        default=True,
        metadata=asks(
            "图片和影片（只在没有新叫号时出现）", "Pictures and films (only while nobody is newly called)"
        ),
    )
    shows_map: bool = field(
        default=False,
        metadata=asks(
            "大厅平面图（只在没有新叫号时出现）", "The hall's map (only while nobody is newly called)"
        ),
    )
    farewell: bool = field(
        default=False,
        metadata=asks(
            "提醒离厅客户带好随身物品",
            "Remind who leaves of their belongings",
            source="Q46",
            help=Text("用在出口处的大屏上", "For boards at the way out"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture or film boards show beside the calls, never over them; gone after its last day."""

    id: str = field(metadata=asks("代号", "id", letters=64, elsewhere=True))
    # SHA-256 and ending, in the hall's media folder
    file: str = field(metadata=asks("文件", "File", elsewhere=True))
    name: Text = field(
        metadata=asks(
            "名称",
            "Name",
            help=Text("只用来辨认，不显示在大屏上", "Only to tell them apart; boards do not show it"),
        )
    )
    # of a picture; a film plays to its end
    seconds: int = field(default=10, metadata=asks("显示多久", "Shown for", unit=IN_SECONDS, ends=(1, 3600)))
    first_day: date | None = field(default=None, metadata=FIRST)
    last_day: date | None = field(default=None, metadata=LAST)
    places: tuple[str, ...] = field(default=(), metadata=PLACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A line of text at the foot of the boards (5.5)."""

    id: str = field(metadata=ID)
    text: Text = field(
        metadata=asks(
            "内容",
            "Text",
            letters=500,
            lines=3,
            required=True,
            help=Text(
                "短句最好：四十个字以内，大厅最后一排也看得清；再长字就变小",
                "Short is best: up to eighty letters can be read from the last row; more is set smaller",
            ),
        )
    )
    first_day: date | None = field(default=None, metadata=FIRST)
    last_day: date | None = field(default=None, metadata=LAST)
    places: tuple[str, ...] = field(default=(), metadata=PLACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """An LED strip that shows one line of text."""

    id: str = field(metadata=ID)
    # the name of a file of `server/devices/strips/`
    kind: str = field(
        metadata=asks("连接方式", "Connected by", of="strip_kinds", choices=STRIPS, starts="tcp_text")
    )
    address: str = field(
        metadata=asks(
            "地址",
            "Address",
            letters=200,
            help=Text(
                "网络：192.168.1.60:5005；串口和速率：/dev/ttyUSB0:9600 或 COM3:9600",
                "Network: 192.168.1.60:5005; a serial line with its speed: /dev/ttyUSB0:9600 or COM3:9600",
            ),
        )
    )
    # shows the calls of this counter
    counter: str = field(
        default="",
        metadata=asks(
            "显示谁的叫号", "Shows the calls of", of="counters", none=Text("全大厅", "The whole hall")
        ),
    )
    # Latin letters in a row
    columns: int = field(
        default=16,
        metadata=asks(
            "一行几个字符",
            "Letters in a row",
            ends=(4, 64),
            unit=Text("个", "letters"),
            help=Text("一个汉字占两个；八个汉字就是 16", "A hanzi takes two: eight of them are 16"),
        ),
    )
    # shown while nobody is called
    idle: Text = field(
        default=Text("", ""),
        metadata=asks(
            "平时的字",
            "Usual words",
            help=Text("不填：窗口名称，或大厅名称", "Empty: the counter's name, or the hall's"),
        ),
    )
