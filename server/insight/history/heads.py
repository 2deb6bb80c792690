"""Which column of a foreign file is what, by its name in Chinese or English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The first name of each is the documented one; every old system has its own words for the same things.
NAMES: Mapping[str, tuple[str, ...]] = {
    "issued": (
        *(
            "取号时间",
            "issued",
            "issued_at",
            "取票时间",
            "取号",
            "排队时间",
            "到达时间",
            "登记时间",
            "发号时间",
        ),
        *("ticket_time", "issue_time", "arrival", "arrived", "arrival_time", "taken_at", "check_in"),
    ),
    "service": (
        *("业务", "service", "业务类型", "业务名称", "业务种类", "办理业务", "队列", "队列名称", "事项"),
        *("service_name", "service_type", "business", "queue", "queue_name", "type", "category"),
    ),
    "number": ("号码", "number", "票号", "排队号", "排队号码", "号", "ticket", "ticket_no", "ticket_number"),
    "called": (*("叫号时间", "called", "called_at", "呼叫时间", "叫号", "call_time"),),
    "started": (
        *("开始时间", "started", "started_at", "开始办理", "开始办理时间", "办理开始时间", "受理时间"),
        *("start", "start_time", "service_start", "serving_start"),
    ),
    "ended": (
        *("结束时间", "ended", "ended_at", "办理结束时间", "办结时间", "完成时间", "离开时间"),
        *("end", "end_time", "finished", "finished_at", "service_end", "completed_at"),
    ),
    "counter": ("窗口", "counter", "窗口号", "柜台", "台席", "window", "desk"),
    "staff": ("工号", "staff", "员工", "员工号", "营业员", "柜员", "clerk", "agent", "operator"),
    "day": ("日期", "day", "date", "营业日期", "取号日期", "业务日期"),
}
REQUIRED = ("issued", "service")
_NOISE = re.compile(r"[\s_\-:：./]+|[(（\[【].*?[)）\]】]")
_KNOWN = {re.sub(_NOISE, "", name.lower()): column for column, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Where in a row each column stands."""

    at: Mapping[str, int]
    width: int

    def of(self, row: Sequence[str], column: str) -> str:
        place = self.at.get(column, -1)
        return row[place].strip() if 0 <= place < len(row) else ""


class TwoColumns(Exception):
    """Two columns of the file mean the same; `args` are their names."""


def heads(row: Sequence[str]) -> Heads | None:
    """None where this row names no columns; raises `TwoColumns`."""
    at: dict[str, int] = {}
    for place, name in enumerate(row):
        column = _KNOWN.get(_NOISE.sub("", name.strip().lower()))
        if column is None:
            continue
        if column in at:
            raise TwoColumns(row[at[column]].strip(), name.strip())
        at[column] = place
    return Heads(at=at, width=len(row)) if at else None
