"""How a hall sets up what prints and what speaks."""

from dataclasses import dataclass, field
from typing import Literal

from server.domain.form import Choice, Kind, asks, one_of
from server.domain.text import Text

SLIP_LINES = ("wait", "zone", "materials", "phone", "missed", "map")  # what a hall may leave out of its slip

DOTS = range(256, 833, 4)  # the heads there are
FEEDS = range(-1, 41)

PAPERS = {576: Text("80 毫米", "80 mm"), 384: Text("58 毫米", "58 mm")}
HEADS = tuple(
    Choice(value=str(dots), text=PAPERS.get(dots, Text(f"{dots} 点", f"{dots} dots")))
    for dots in (832, 640, 576, 512, 432, 420, 384)
)
LINES = one_of(
    wait=("预计等候时间", "Expected wait"),
    zone=("等候区", "Where to wait"),
    materials=("需带资料", "What to bring"),
    phone=("咨询电话", "Telephone"),
    missed=("过号说明", "When your call was missed"),
    map=("大厅示意图", "Map of the hall"),
)
PRINTERS = one_of(
    tcp=(
        "网口",
        "Network",
        "地址如 192.168.1.50:9100。可在打印机上按住走纸键开机，自检页上印有地址",
        "Its address is like 192.168.1.50:9100. Hold the feed key while switching on: the self-test names it",
    ),
    usb=("USB", "USB", "地址如 /dev/usb/lp0 或 04b8:0e15", "Its address is like /dev/usb/lp0 or 04b8:0e15"),
    serial=(
        "串口",
        "Serial",
        "地址如 /dev/ttyUSB0:19200 或 COM3:9600",
        "Its address is like /dev/ttyUSB0:19200 or COM3:9600",
    ),
    virtual=(
        "虚拟（看图片）",
        "Virtual (as pictures)",
        "小票在“小票”页面以图片显示",
        "Its slips are shown as pictures on the page “Slips”",
    ),
    file=(
        "存成文件",
        "Into files",
        "地址是一个文件夹；留给别的程序取走",
        "A folder, for another program to take from",
    ),
    agent=(
        "另一台电脑上的打印代理",
        "Print agent on another computer",
        "那台电脑上运行 hallqueue print-agent",
        "That computer runs hallqueue print-agent",
    ),
)
VOICES = one_of(
    recorded=("本厅录音", "The hall's own recordings"),
    neural_zh=("神经网络普通话", "Neural Mandarin"),
    pyttsx3=("系统语音", "The system's voice"),
    chime=("只响提示音", "Chime only"),
)
PERCENT = Text("%", "%")  # of full loudness


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterConfig:
    """One printer as a hall sets it up."""

    id: str = field(metadata=asks("代号", "id", letters=40, elsewhere=True))
    name: Text = field(default=Text("", ""), metadata=asks("名称", "Name"))
    # the name of a file of `server/devices/printers/`
    kind: str = field(metadata=asks("连接方式", "Connection", of="printer_kinds", choices=PRINTERS))
    # host:port, a device with its baud, a folder, or a print agent's name
    address: str = field(default="", metadata=asks("地址", "Address", letters=200))
    # across the head, one of DOTS; 576 is the usual for 80 mm paper, 384 for 58 mm
    dots: int = field(
        default=576, metadata=asks("纸宽", "Paper width", ends=(DOTS[0], DOTS[-1]), choices=HEADS)
    )
    # text: for printers with hanzi on slow lines
    mode: Literal["raster", "text"] = field(
        default="raster",
        metadata=asks(
            "打印方式",
            "Way of printing",
            choices=one_of(
                raster=("图形（推荐）", "Picture (best)"),
                text=("文字（慢线路、带汉字库的打印机）", "Characters (slow lines, printers with hanzi)"),
            ),
        ),
    )
    # none: it does not answer GS r, and is never called printed
    ack: Literal["gs_r", "none"] = field(
        default="gs_r",
        metadata=asks(
            "打印确认",
            "Confirmation",
            choices=one_of(
                gs_r=("等打印机回答", "Wait for the printer's answer"),
                none=("不等（打印机不回答）", "Do not wait (it does not answer)"),
            ),
        ),
    )
    # plain: for printers that place bands wrongly
    raster: Literal["banded", "plain"] = field(
        default="banded",
        metadata=asks(
            "图形传送",
            "Pictures sent",
            choices=one_of(banded=("分段", "In bands"), plain=("整张", "In one piece")),
        ),
    )
    large: bool = field(default=False, metadata=asks("大字小票", "Large print"))
    density: int = field(
        default=0,
        metadata=asks(
            "深浅",
            "Density",
            ends=(-8, 8),
            help=Text(
                "-8 最浅，8 最深，0 为打印机自己的设置", "-8 lightest, 8 darkest, 0 the printer's own setting"
            ),
        ),
    )
    cut: Literal["partial", "full", "none"] = field(
        default="partial",
        metadata=asks(
            "切纸",
            "Cutter",
            choices=one_of(
                partial=("半切", "Partial"), full=("全切", "Full"), none=("不切，手撕", "None, torn by hand")
            ),
        ),
    )
    # mm of white before the cut, one of FEEDS
    feed: int = field(
        default=-1,
        metadata=asks(
            "切纸前走纸",
            "Feed before the cut",
            ends=(FEEDS[0], FEEDS[-1]),
            help=Text(
                "毫米；-1 为自动。最后一行被切到就加大",
                "Millimetres; -1 is automatic. More if the last line is cut",
            ),
        ),
    )
    fallback: str = field(
        default="",
        metadata=asks(
            "它不能打印时",
            "When it cannot print",
            of="printers",
            none=Text("小票留着，等它恢复", "Slips wait until it can"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTemplate:
    """What a hall may change of its slip; number, business, people ahead, time and code always stay (5.2)."""

    # a file of the hall's media folder
    logo: str = field(
        default="",
        metadata=asks(
            "标志",
            "Logo",
            kind=Kind.PICTURE,
            none=Text("没有标志", "no logo"),
            help=Text(
                "黑白清楚的图片，印在最上面。PNG、JPG、WebP",
                "A clear black and white picture, printed at the top. PNG, JPG, WebP",
            ),
        ),
    )
    head: Text = field(
        default=Text("", ""),
        metadata=asks("厅名下面的一行", "A line under the hall's name", letters=300, lines=2, printed=True),
    )
    foot: Text = field(
        default=Text("", ""),
        metadata=asks(
            "最下面的话",
            "Words at the foot",
            letters=300,
            lines=2,
            printed=True,
            help=Text(
                "如：请您耐心等候，过号请到引导台",
                "Such as: please be patient; if you missed your call, see the guide",
            ),
        ),
    )
    # of SLIP_LINES
    leaves_out: tuple[str, ...] = field(
        default=(),
        metadata=asks("不印的行", "Lines left out", choices=LINES, most=20, elsewhere=True),
    )
    languages: Literal["both", "zh"] = field(
        default="both",
        metadata=asks(
            "语言",
            "Languages",
            choices=one_of(both=("中文和英文", "Chinese and English"), zh=("只印中文", "Chinese only")),
        ),
    )
    large: bool = field(
        default=False,
        metadata=asks(
            "大字", "Large print", help=Text("字号加大，小票会长一些", "Larger letters on a longer slip")
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """A word the voice reads wrongly, and how to write it so that it is read right."""

    written: str = field(metadata=asks("写的是", "Written"))
    spoken: str = field(metadata=asks("读成", "Read as"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeStep:
    """From this hour on boards speak this loud."""

    at: str = field(metadata=asks("从几点起", "From", kind=Kind.TIME, starts="12:00"))  # in hall time
    volume: int = field(metadata=asks("音量", "Volume", unit=PERCENT, ends=(0, 100), starts=60))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceConfig:
    """How a hall speaks; languages and speed are figures."""

    # the first that can is heard
    engines: tuple[str, ...] = field(
        default=("recorded", "neural_zh", "pyttsx3"),
        metadata=asks(
            "先用哪一种",
            "Which first",
            of="voices",
            choices=VOICES,
            ordered=True,
            most=12,
            help=Text("从上到下，用第一种能用的", "From the top, the first that can is heard"),
        ),
    )
    one: Literal["一", "幺"] = field(
        default="一",
        metadata=asks(
            "数字 1 读作",
            "The digit 1 is read",
            choices=one_of(一=("一（yī）", "一 (yī)"), 幺=("幺（yāo）", "幺 (yāo)")),
        ),
    )
    lexicon: tuple[Pronunciation, ...] = field(
        default=(),
        metadata=asks(
            "读音更正",
            "Readings",
            most=500,
            noun=Text("词", "Word"),
            add=Text("添加一个词", "Add a word"),
            empty=Text("没有更正", "Nothing to put right"),
            help=Text(
                "名称、人名、多音字读错时，在这里写成读得对的字",
                "When a name or a character is read wrongly, write it here as it is read right",
            ),
        ),
    )
    volume: int = field(default=100, metadata=asks("音量", "Volume", unit=PERCENT, ends=(0, 100)))
    volume_steps: tuple[VolumeStep, ...] = field(
        default=(),
        metadata=asks(
            "按时间调音量",
            "Volume by the hour",
            most=48,
            noun=Text("时段", "Time"),
            add=Text("添加时段", "Add a time"),
            empty=Text("全天一样", "The same all day"),
            help=Text(
                "如午休时小声一些；没有写到的时间用上面的音量",
                "Lower at lunch, for example; at other times the volume above holds",
            ),
        ),
    )
