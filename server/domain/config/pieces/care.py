"""What an over-wait earns (R12): the ladder, what a remedy hands over, what staff say."""

from dataclasses import dataclass, field
from datetime import date

from server.domain.config.pieces.places import ID
from server.domain.form import IN_FEN, IN_SECONDS, asks, one_of
from server.domain.text import Text

PIECES = Text("件", "pcs")
MOST_GIFTS, DEAREST = 100_000, 100_000
ACTS = one_of(
    explain=("解释等候", "Explain the wait"),
    pre_alert=("预警", "Pre-alert"),
    remedy=("服务补救", "Remedy"),
    call_manager=("请经理处理", "Call the manager"),
)
TOLD = one_of(
    guide=("引导员", "Guide"),
    team_leader=("班长", "Team leader"),
    hall_manager=("营业厅经理", "Hall manager"),
    counter=("叫到他的窗口", "The counter that calls"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step of the ladder: strictly more than `after_seconds` of waiting earns `act`, once a visit."""

    act: str = field(
        metadata=asks("做什么", "What happens", of="acts", choices=ACTS)
    )  # a file of `server/remedies/`
    after_seconds: int = field(
        metadata=asks("等候超过", "After waiting", unit=IN_SECONDS, ends=(0, 12 * 3600))
    )
    tells: tuple[str, ...] = field(metadata=asks("告诉谁", "Who is told", choices=TOLD, most=20))  # roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """R12, as data. `services` empty: for all that have no ladder of their own; `valid_from` in hall days."""

    rungs: tuple[Rung, ...] = field(
        metadata=asks("各级", "Steps", most=20, noun=Text("一步", "Step"), add=Text("加一步", "Add a step"))
    )
    services: tuple[str, ...] = field(
        default=(),
        metadata=asks("用于哪些业务", "For which businesses", of="services", none=Text("全部", "all")),
    )
    valid_from: date = field(
        default=date(2000, 1, 1),
        metadata=asks("从哪天起", "From", help=Text("留空表示一直如此", "Empty: always")),
    )


USUAL_LADDER = Ladder(
    rungs=(
        Rung(act="explain", after_seconds=600, tells=("guide",)),
        Rung(act="pre_alert", after_seconds=900, tells=("team_leader",)),
        Rung(act="remedy", after_seconds=1200, tells=("guide", "team_leader", "counter")),
        Rung(act="call_manager", after_seconds=1800, tells=("hall_manager",)),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftItem:
    """What a remedy may hand over (R07); money in fen."""

    id: str = field(metadata=ID)
    name: Text = field(metadata=asks("名称", "Name", required=True))
    unit_cost_fen: int = field(
        metadata=asks("单价", "Price", unit=IN_FEN, ends=(0, DEAREST), starts=100, source="R07")
    )
    stock: int = field(
        metadata=asks(
            "开始时的库存",
            "Stock to start with",
            starts=40,
            unit=PIECES,
            ends=(0, MOST_GIFTS),
            help=Text("以后每送一件自动减一", "Each gift handed over takes one away"),
        )
    )
    alert_below: int = field(
        default=10,
        metadata=asks(
            "少于多少提醒",
            "Warn below",
            unit=PIECES,
            ends=(0, MOST_GIFTS),
            help=Text("管理大屏会标明“偏低”", "The manager's board says it is low"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What staff say at a moment (R02, R06), versioned; the newest in force is shown."""

    # "explain", "water", "remedy"
    moment: str = field(metadata=asks("时机", "Moment", elsewhere=True))
    version: int = field(metadata=asks("版本", "Version", ends=(0, 9999), elsewhere=True))
    text: Text = field(
        metadata=asks(
            "内容",
            "Words",
            letters=500,
            lines=3,
            required=True,
            help=Text(
                "{ahead} 会换成前面的人数，{wait} 会换成预计时间",
                "{ahead} becomes the number of people before, {wait} the expected time",
            ),
        )
    )
    effective_from: date = field(
        default=date(2000, 1, 1), metadata=asks("从哪天起使用", "In force from", source="R02")
    )


USUAL_GIFTS = (
    GiftItem(id="tissues", name=Text("手帕纸", "Tissues"), unit_cost_fen=150, stock=40),
    GiftItem(id="wipes", name=Text("湿巾", "Wet wipes"), unit_cost_fen=180, stock=40),
    GiftItem(id="pen", name=Text("签字笔", "Pen"), unit_cost_fen=100, stock=40),
)
USUAL_SCRIPTS = (
    Script(
        moment="explain",
        version=1,
        text=Text(
            "您好，今天办理的客户较多，您前面还有 {ahead} 位，预计还需 {wait}，请您在等候区休息。",
            "Hello, it is busy today: {ahead} before you, about {wait}. Please have a seat.",
        ),
    ),
    Script(
        moment="water",
        version=1,
        text=Text("您好，让您久等了，请先喝杯水。", "Thank you for waiting. Please have some water."),
    ),
    Script(
        moment="remedy",
        version=1,
        text=Text(
            "您好，让您等了这么久，非常抱歉。这是我们的一点心意，请您收下。",
            "We are very sorry for the long wait. Please accept this small gift.",
        ),
    ),
)
