"""Every customer's stay as one flat row for analysts: documented columns, and nothing about persons.

No staff number, no code and no note leaves the hall this way: who met, called or served is not among them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from server.domain.text import Text
from server.visits.rows import VISIT

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is "text", "day", "moment", "count", "seconds" or "flag"."""

    name: str
    kind: str
    text: Text


COLUMNS: Sequence[Column] = (
    Column("number", "text", Text("号码", "the number on the slip; again every day")),
    Column("service", "text", Text("业务编号", "id of the business it was taken for")),
    Column("queue", "text", Text("队列编号", "id of the queue")),
    Column("channel", "text", Text("取号渠道", "how it was taken: kiosk, guide, mobile, appointment …")),
    Column("came", "text", Text("来由", '"return", "appointment", or empty as everybody')),
    Column("priority", "flag", Text("优先", "whether it went ahead of others")),
    Column("day", "day", Text("日期", "the hall's own day")),
    Column("issued_at", "moment", Text("取号时间", "when the number was taken")),
    Column("called_at", "moment", Text("首次叫号时间", "first call")),
    Column("started_at", "moment", Text("开始办理时间", "first service")),
    Column("ended_at", "moment", Text("离开时间", "end of the stay; empty while it lasts")),
    Column("outcome", "text", Text("结果", "done, walkout, cancelled, expired, ended_by_system …")),
    Column("counter", "text", Text("最后的窗口", "the last counter")),
    Column("waited_seconds", "seconds", Text("等候时长", "as counted at the last call")),
    Column("handled_seconds", "seconds", Text("办理时长", "over all legs")),
    Column("parked_seconds", "seconds", Text("暂离时长", "while it was parked")),
    Column("form_seconds", "seconds", Text("填表时长", "while a form was filled in")),
    Column("legs", "count", Text("环节数", "trips to a counter")),
    Column("calls", "count", Text("叫号次数", "calls")),
    Column("recalls", "count", Text("重呼次数", "repeated calls")),
    Column("no_shows", "count", Text("未到次数", "calls that nobody came to")),
    Column("transfers", "count", Text("转办次数", "transfers")),
    Column("prepared", "count", Text("等候中已备事项", "steps done while waiting")),
    Column("solved", "flag", Text("一次办结", "nobody has to come again; empty until finished")),
    Column(
        "remedy", "text", Text("补救状态", "open, offered, given, declined, missed, waived; empty without")
    ),
    Column("gift", "text", Text("礼品", "id of what was given")),
    Column("cost_fen", "count", Text("礼品费用（分）", "what it cost, in fen")),
    Column("rating", "count", Text("服务评价", "5 … 1; 0: none")),
    Column("wait_rating", "count", Text("等候评价", "5 … 1; 0: none")),
)


def stays(
    db: Connection, hall_id: str, first: date, last: date, zone: ZoneInfo
) -> Iterator[Mapping[str, Value]]:
    """By the days on which the numbers were taken, moments on the hall's own clock."""
    mine = VISIT.c.hall_id == hall_id, VISIT.c.day >= first, VISIT.c.day <= last
    asked = select(*(VISIT.c[column.name] for column in COLUMNS)).where(*mine).order_by(VISIT.c.seq)
    for row in db.execute(asked.execution_options(yield_per=1000)).mappings():
        yield {name: _on_the_wall(value, zone) for name, value in row.items()}


def _on_the_wall(value: Value, zone: ZoneInfo) -> Value:
    return value.astimezone(zone) if isinstance(value, datetime) else value
