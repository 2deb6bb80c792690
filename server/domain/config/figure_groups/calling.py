"""Figures of calling and of missed numbers."""

from dataclasses import dataclass

from server.domain.config.figure import HOUR, Group, figure


@dataclass(frozen=True, kw_only=True)
class CallingFigures:
    priority_head_start_seconds: int = figure(
        600,
        "s",
        row="Q39",
        group=Group.CALLING,
        ends=(0, 8 * HOUR),
        zh="优先客户相当于提前多久取号",
        en="How much earlier a priority ticket counts as taken",
    )
    priority_run_limit: int = figure(
        2,
        "count",
        row="Q39",
        group=Group.CALLING,
        ends=(0, 100),
        zh="有普通客户等候时，连续优先叫号的上限",
        en="Priority calls in a row while an ordinary customer waits",
    )
    max_recall: int = figure(
        3,
        "count",
        row="3.1",
        group=Group.CALLING,
        ends=(1, 50),
        zh="一次叫号最多重呼次数",
        en="Recalls of one call",
    )
    # no-show is offered from it on, too
    last_call_from_recall: int = figure(
        2,
        "count",
        row="5.6",
        group=Group.CALLING,
        ends=(1, 50),
        zh="从第几次重呼起播报“最后一次呼叫”",
        en="The recall from which “last call” is said",
    )
    max_requeue: int = figure(
        1,
        "count",
        row="3.1",
        group=Group.CALLING,
        ends=(0, 50),
        zh="过号后可恢复的次数",
        en="How often a missed number may come back",
    )
    requeue_tolerance: int = figure(
        5,
        "count",
        row="3.1",
        group=Group.CALLING,
        ends=(0, 1000),
        zh="过号后该队列再叫多少号即失效",
        en="Calls of its queue after which a missed number is lost",
    )
    requeue_after: int = figure(
        3,
        "count",
        row="3.1",
        group=Group.CALLING,
        ends=(0, 1000),
        zh="恢复的号排在几个号之后",
        en="Calls of its queue a restored number lets pass",
    )
    confirm_arrival: bool = figure(
        True,
        "bool",
        row="3.1",
        group=Group.CALLING,
        zh="营业员确认客户到达后开始计时",
        en="The clerk confirms that the customer stands at the counter",
    )
    undo_seconds: int = figure(
        5,
        "s",
        row="5.3",
        group=Group.CALLING,
        ends=(0, 600),
        zh="过号、办结可撤销的时间",
        en="How long no-show and finish can be taken back",
    )
    pause_alert_seconds: int = figure(
        900,
        "s",
        row="Q27",
        group=Group.CALLING,
        ends=(1, 8 * HOUR),
        zh="暂停超过此时间提醒班长",
        en="A pause this long is shown to the leader",
    )
    idle_alert_seconds: int = figure(
        120,
        "s",
        row="Q12",
        group=Group.CALLING,
        ends=(10, 8 * HOUR),
        zh="有人可叫时，窗口空闲超过此时间在现场看板上提醒",
        en="A counter idle this long while it could call somebody is told on the manager's board",
    )
    calling_alert_seconds: int = figure(
        180,
        "s",
        row="Q12",
        group=Group.CALLING,
        ends=(10, 8 * HOUR),
        zh="叫号后超过此时间还没开始办理，在现场看板上提醒",
        en="A call this old without service begun is told on the manager's board",
    )
    bound_patience_seconds: int = figure(
        120,
        "s",
        row="3.1",
        group=Group.CALLING,
        ends=(10, HOUR),
        zh="只等某一窗口的客户，该窗口暂停这么久后回到原队列",
        en="Who waits for one counter alone goes back to the queue when it has paused this long",
    )
