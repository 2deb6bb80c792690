"""What an over-wait earns: whether at all, step by step, with which gifts and words."""

from dataclasses import dataclass, field

from server.domain.config.pieces.care import (
    USUAL_GIFTS,
    USUAL_LADDER,
    USUAL_SCRIPTS,
    GiftItem,
    Ladder,
    Script,
)
from server.domain.form import Kind, asks, one_of
from server.domain.text import Text

WHETHER = one_of(true=("执行", "On"), null=("仅重点厅执行", "In key halls only"), false=("不执行", "Off"))


@dataclass(frozen=True, kw_only=True)
class OverWaits:
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

    @property
    def remedies_on(self) -> bool:
        return self.key_hall if self.remedies is None else self.remedies
