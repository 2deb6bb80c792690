"""What prints, speaks and shows in a hall."""

from dataclasses import dataclass, field

from server.domain.config.pieces.boards import BoardLayout, Medium, Notice, Strip
from server.domain.config.pieces.equipment import PrinterConfig, SlipTemplate, VoiceConfig
from server.domain.form import asks
from server.domain.text import Text


@dataclass(frozen=True, kw_only=True)
class Machines:
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
