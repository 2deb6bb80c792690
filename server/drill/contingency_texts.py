"""The words of the sheet for a hall without its server."""

from collections.abc import Mapping

from server.domain.hall import TicketState
from server.domain.text import Text

STATES: Mapping[TicketState, Text] = {
    TicketState.AWAY: Text("未到店", "not here yet"),
    TicketState.WAITING: Text("等候", "waiting"),
    TicketState.FORM_FILLING: Text("填单", "filling a form"),
    TicketState.CALLED: Text("已叫到窗口", "called to counter"),
    TicketState.SERVING: Text("正在窗口", "at counter"),
    TicketState.PARKED: Text("暂离窗口", "away from counter"),
    TicketState.NO_SHOW: Text("过号", "missed the call"),
}

SAYS: Mapping[str, Text] = {
    "title": Text("停机应急排队清单", "The queue on paper"),
    "as_of": Text("数据截至 {at}", "As of {at}"),
    "people": Text("共 {n} 个号码未办完", "{n} numbers are not finished"),
    "last": Text("各队列最后一个号码：{numbers}", "Last number of each series: {numbers}"),
    "how": Text(
        "从上到下叫号，办完打勾；新来的顾客写在后面，用手写号“补1、补2…”。恢复后请引导员取号，理由选“返回优先”。",
        "Call from the top and tick who is done; write who comes now below, as 补1, 补2 … Once the hall is back the guide gives them numbers with 返回优先, return pass.",
    ),
    "number": Text("号码", "Number"),
    "state": Text("状态", "State"),
    "business": Text("业务", "Business"),
    "since": Text("取号", "Since"),
    "done": Text("办完", "Done"),
    "priority": Text("优先", "priority"),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def both(name: str) -> str:
    return f"{SAYS[name].zh} {SAYS[name].en}"
