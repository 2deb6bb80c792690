"""What of the set-up is refused, and why."""

from collections.abc import Sequence

from server.domain.config.config import HallConfig
from server.domain.config.soundness.problems import Problem
from server.domain.refusals import Refusal, Refused
from server.domain.text import Text

CONFIG_INVALID = Refusal(
    "config_invalid", Text("配置有误：{problem}", "The configuration is wrong: {problem}"), "problem"
)
CONFIG_BREAKS_TICKET = Refusal(
    "config_breaks_ticket",
    Text(
        "{number} 还在用{thing}，暂不能删除；这位客户办结 {seconds} 秒后可以删除，也可以改为明天起生效",
        "{number} still uses {thing}; it can be removed {seconds} s after this customer is done, or from tomorrow on.",
    ),
    "number",
    "thing",
    "seconds",
)
CONFIG_BREAKS_COUNTER = Refusal(
    "config_breaks_counter",
    Text(
        "{counter}正在营业，用到{thing}；请先关闭该窗口，或改为明天起生效",
        "{counter} is open and uses {thing}; close it first, or let the change begin tomorrow.",
    ),
    "counter",
    "thing",
)
CONFIG_CONFLICT = Refusal(
    "config_conflict",
    Text(
        "这一项刚被别人改过：{where}，请载入最新内容再改",
        "Somebody else has just changed this: {where}. Load the newest and change it again.",
    ),
    "where",
)
UNKNOWN_PLAN = Refusal("unknown_plan", Text("没有这项计划中的修改", "There is no such planned change."))


class Unsound(Refused):
    """A set-up that cannot be: all that is wrong with it, each at its place; the first speaks for all.

    `config` is the set-up whose places they are; None: it could not be read as one.
    """

    def __init__(self, problems: Sequence[Problem], config: HallConfig | None = None) -> None:
        super().__init__(CONFIG_INVALID, problem=Text(problems[0].zh, problems[0].en))
        self.fields = {"where": problems[0].where}
        self.problems = tuple(problems)
        self.config = config
