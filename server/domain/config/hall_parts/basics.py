"""What a hall is: its name, telephone and clock, its figures and the rule of calling."""

from dataclasses import dataclass, field
from typing import Literal

from server.domain.config.figures import Figures
from server.domain.config.pieces.calendar import Hours
from server.domain.form import Room, asks, one_of
from server.domain.text import Text

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
LANGUAGES = one_of(both=("中文和英文", "Chinese and English"), zh=("只用中文", "Chinese only"))
ROUTING = one_of(fair_share=("公平叫号", "Fair share"), oldest_first=("先到先叫", "Oldest first"))


@dataclass(frozen=True, kw_only=True)
class Basics:
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
    # a hall of before this was asked says nothing of it: `HallConfig.chinese_alone`
    languages: Literal["both", "zh"] = field(
        default="both",
        metadata=asks(
            "语言",
            "Languages",
            choices=LANGUAGES,
            help=Text(
                "只用中文：所有屏幕、页面、小票、叫号和表格都不出现英文，以后可以改回。名称一个英文都没有填时，也只用中文",
                "Chinese only: no screen, page, slip, call or sheet has any English, until this is changed back. A hall with no English name at all speaks Chinese only, too",
            ),
        ),
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
