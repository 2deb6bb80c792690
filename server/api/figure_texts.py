"""A hall's figures in words, as the set-up page shows them: unit, source row, meaning."""

from collections.abc import Mapping
from typing import NamedTuple

from server.domain.text import Text


class FigureText(NamedTuple):
    """`unit`: "s", "count", "%" (a share of 1), "fen", "bool", "text" or "ms"."""

    unit: str
    row: str
    text: Text


FIGURE_TEXTS: Mapping[str, FigureText] = {
    "wait_goal_seconds": FigureText(
        "s", "Q04", Text("等候目标：不超过此时间算达标", "Wait goal: up to this a wait is within the goal")
    ),
    "remedy_threshold_seconds": FigureText(
        "s", "R05", Text("超时补救：等候严格超过此时间", "Over-wait: strictly more than this")
    ),
    "parked_time_waits": FigureText(
        "bool",
        "R05",
        Text("客户自行离开的时间也算等候", "Time a customer was away by choice counts as waiting"),
    ),
    "gift_cap_fen": FigureText("fen", "R07", Text("补救礼品单价上限", "Highest price of a remedy's gift")),
    "wait_question_share": FigureText(
        "%", "E02", Text("抽样询问等候感受的普通客户比例", "Share of ordinary customers asked about the wait")
    ),
    "rating_seconds": FigureText(
        "s", "E01", Text("评价器等待客户点按的时间", "How long the evaluator waits for a tap")
    ),
    "wait_rating_seconds": FigureText(
        "s", "5.8", Text("等候感受一问的等待时间", "How long the question about the wait stands")
    ),
    "hasty_rating_ms": FigureText(
        "ms", "5.8", Text("快于此的评价会被标记", "A rating faster than this is flagged")
    ),
    "rating_series": FigureText(
        "count",
        "5.8",
        Text(
            "同一窗口连续相同评价达到此数会被标记", "Equal ratings in a row at one counter that are flagged"
        ),
    ),
    "low_rating": FigureText(
        "count",
        "E01",
        Text("从此级起询问原因并回访", "From this level down reasons are asked and a follow-up is due"),
    ),
    "rated_minimum": FigureText(
        "count", "E03", Text("评价少于此数不排名", "Fewer rated tickets make no rank")
    ),
    "satisfied_from": FigureText(
        "count", "E01", Text("从此级起算满意", "From this level up counts as satisfied")
    ),
    "busy_p90_seconds": FigureText(
        "s",
        "R01",
        Text("近半小时 P90 等候达到此值为繁忙", "P90 of the last half hour from which the hall is busy"),
    ),
    "seats": FigureText(
        "count", "Q40", Text("座位数：等候人数更多也为繁忙", "Seats: more waiting than these is busy, too")
    ),
    "internal_work_seconds": FigureText(
        "s",
        "Q28",
        Text(
            "有人超目标等候时，窗口做内务超过此时间会提醒",
            "Internal work while others wait over the goal is told after this",
        ),
    ),
    "task_repeat_seconds": FigureText(
        "s", "5.7", Text("无人接手的提醒多久后再提醒", "A task nobody took is told again after this")
    ),
    "priority_head_start_seconds": FigureText(
        "s", "Q39", Text("优先客户相当于提前多久取号", "How much earlier a priority ticket counts as taken")
    ),
    "priority_run_limit": FigureText(
        "count",
        "Q39",
        Text(
            "有普通客户等候时，连续优先叫号的上限", "Priority calls in a row while an ordinary customer waits"
        ),
    ),
    "max_recall": FigureText("count", "3.1", Text("一次叫号最多重呼次数", "Recalls of one call")),
    "last_call_from_recall": FigureText(
        "count", "5.6", Text("从第几次重呼起播报“最后一次呼叫”", "The recall from which “last call” is said")
    ),
    "max_requeue": FigureText(
        "count", "3.1", Text("过号后可恢复的次数", "How often a missed number may come back")
    ),
    "requeue_tolerance": FigureText(
        "count",
        "3.1",
        Text("过号后该队列再叫多少号即作废", "Calls of its queue after which a missed number is lost"),
    ),
    "requeue_after": FigureText(
        "count", "3.1", Text("恢复的号排在几个号之后", "Calls of its queue a restored number lets pass")
    ),
    "confirm_arrival": FigureText(
        "bool",
        "3.1",
        Text("营业员确认客户到达后开始计时", "The clerk confirms that the customer stands at the counter"),
    ),
    "undo_seconds": FigureText(
        "s", "5.3", Text("过号、办结可撤销的时间", "How long no-show and finish can be taken back")
    ),
    "series_start": FigureText("count", "5.0", Text("每日起始号", "First number of a day")),
    "series_limit": FigureText("count", "5.0", Text("每日号码上限", "Last number of a day")),
    "pause_alert_seconds": FigureText(
        "s", "Q27", Text("暂停超过此时间提醒班长", "A pause this long is shown to the leader")
    ),
    "bound_patience_seconds": FigureText(
        "s",
        "3.1",
        Text(
            "只等某一窗口的客户，该窗口暂停这么久后回到原队列",
            "Who waits for one counter alone goes back to the queue when it has paused this long",
        ),
    ),
    "speech_rate": FigureText(
        "count", "5.6", Text("语速（每分钟字数）", "Words per minute the voice speaks at")
    ),
    "speech_languages": FigureText(
        "text",
        "5.6",
        Text(
            "一次叫号依次用哪些语言：zh、zh,zh 或 zh,en", "Readings of one call in order: zh, zh,zh or zh,en"
        ),
    ),
    "near_close_rule": FigureText(
        "text",
        "§6",
        Text(
            "临近结束、预计办不完时：照常 issue、提示 warn、停发 stop",
            "When a wait would pass closing: issue, warn or stop",
        ),
    ),
    "near_close_grace_seconds": FigureText(
        "s", "§6", Text("停业后仍继续办理的时间", "How long after closing customers are still served")
    ),
    "day_close_after_seconds": FigureText(
        "s",
        "§6",
        Text(
            "停业后多久、无人等候时自动结束营业日",
            "This long after closing, once nobody is left, the day ends",
        ),
    ),
    "day_end_after_seconds": FigureText(
        "s",
        "§6",
        Text(
            "停业后多久无论如何结束营业日；0 为午夜",
            "This long after closing the day ends whoever is left; 0: at midnight",
        ),
    ),
    "hero_seconds": FigureText(
        "s",
        "5.5",
        Text("新叫的号在大屏上单独显示的时间", "How long the newest call stands alone on the lobby board"),
    ),
    "kiosk_priority": FigureText(
        "bool", "Q39", Text("顾客可在取号机自选优先", "Customers may ask for priority at the kiosk")
    ),
    "numbers_a_minute": FigureText(
        "count",
        "O41",
        Text(
            "每台取号机或每人每分钟最多取号、补打", "Numbers and reprints of one kiosk or person in a minute"
        ),
    ),
    "asks_a_minute": FigureText(
        "count", "O41", Text("每台设备或每人每分钟最多操作", "Asks of one device or person in a minute")
    ),
}
