"""Every figure a hall can set, each stated once: set-up page, rules and documents are made from this table.

The journal keeps which were in force when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from server.domain.config.figure import HOUR, Figure, Group, figure
from server.domain.form import Choice, Range
from server.domain.text import Text

NEAR_CLOSE = (
    Choice(value="issue", text=Text("照常发号", "Give numbers as usual")),
    Choice(value="warn", text=Text("发号，但提示可能办不完", "Give numbers, with a warning")),
    Choice(value="stop", text=Text("不再发号", "Give no more numbers")),
)
READINGS = (
    Choice(value="zh", text=Text("中文一遍", "Chinese once")),
    Choice(value="zh,zh", text=Text("中文两遍", "Chinese twice")),
    Choice(value="zh,en", text=Text("中文、英文各一遍", "Chinese, then English")),
)


LEAST = 10  # fewer cases are told as a number and never as a share, on every screen and sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One hall's thresholds and limits."""

    wait_goal_seconds: int = figure(
        600,
        "s",
        row="Q04",
        group=Group.WAITS,
        ends=(1, 4 * HOUR),
        zh="等候目标：不超过此时间算达标",
        en="Wait goal: up to this a wait is within the goal",
    )
    wait_goal_share: float = figure(
        0.9,
        "%",
        row="Q04",
        group=Group.WAITS,
        ends=(0, 1),
        zh="达标率目标：等候达标的客户至少占多少",
        en="Goal for the share of customers whose wait is within the goal",
    )
    remedy_threshold_seconds: int = figure(
        1200,
        "s",
        row="R05",
        group=Group.WAITS,
        ends=(1, 8 * HOUR),
        zh="超时补救：等候严格超过此时间",
        en="Over-wait: a wait strictly longer than this",
    )
    parked_time_waits: bool = figure(
        False,
        "bool",
        row="R05",
        group=Group.WAITS,
        zh="客户自行离开的时间也算等候",
        en="Time a customer was away by choice counts as waiting",
    )
    wait_band: bool = figure(
        True,
        "bool",
        row="Q01",
        group=Group.WAITS,
        zh="预计等候显示为一段时间（如 10–15 分钟），否则只显示上限",
        en="Show the expected wait as a span (10–15 min), else its upper end alone",
    )
    promise_change_seconds: int = figure(
        300,
        "s",
        row="Q01",
        group=Group.WAITS,
        ends=(60, HOUR),
        zh="预计等候改变多少才重新告诉客户（并说明原因）",
        en="How much the expected wait must change before a customer is told anew, with the reason",
    )
    promise_change_share: float = figure(
        0.3,
        "%",
        row="Q01",
        group=Group.WAITS,
        ends=(0, 1),
        zh="且至少改变已告知的剩余等候的多大比例",
        en="And at least by this share of the wait that was told and is left",
    )
    promise_least: float = figure(
        0.7,
        "%",
        row="Q01",
        group=Group.WAITS,
        ends=(0, 1),
        zh="按时叫到的比例低于此值时提醒经理",
        en="When fewer are called within what they were told, the manager is warned",
    )
    risk_share: float = figure(
        0.6,
        "%",
        row="R12",
        group=Group.WAITS,
        ends=(0.1, 1),
        zh="超时的可能性达到多少就算有风险",
        en="From this likelihood of an over-wait on, a customer counts as at risk",
    )
    risk_people: int = figure(
        2,
        "count",
        row="R12",
        group=Group.WAITS,
        ends=(1, 50),
        zh="一个队列预计多少人会超时就提前提醒",
        en="So many of a queue expected to wait too long make an early alert",
    )
    risk_calm_seconds: int = figure(
        600,
        "s",
        row="R12",
        group=Group.WAITS,
        ends=(60, HOUR),
        zh="风险解除多久后结束提醒",
        en="How long it must look calm before the early alert ends",
    )
    proposal_people: int = figure(
        1,
        "count",
        row="Q12",
        group=Group.WAITS,
        ends=(1, 50),
        zh="多按时叫到几位客户才提出一条调度建议",
        en="So many more customers called in time make a change worth proposing",
    )
    # the code's own cap of 200 cannot be raised by it
    gift_cap_fen: int = figure(
        200,
        "fen",
        row="R07",
        group=Group.CARE,
        ends=(0, 200_000),
        zh="补救礼品单价上限",
        en="Highest price of a remedy's gift",
    )
    # remedied ones are always asked
    wait_question_share: float = figure(
        0.33,
        "%",
        row="E02",
        group=Group.RATING,
        ends=(0, 1),
        zh="抽样询问等候感受的普通客户比例",
        en="Share of ordinary customers asked about the wait",
    )
    rating_seconds: int = figure(
        30,
        "s",
        row="E01",
        group=Group.RATING,
        ends=(0, 600),
        zh="评价器等待客户点按的时间",
        en="How long the evaluator waits for a tap",
    )
    wait_rating_seconds: int = figure(
        10,
        "s",
        row="5.8",
        group=Group.RATING,
        ends=(0, 600),
        zh="等候感受一问的等待时间",
        en="How long the question about the wait stands",
    )
    hasty_rating_ms: int = figure(
        1000,
        "ms",
        row="5.8",
        group=Group.RATING,
        ends=(0, 60_000),
        zh="快于此的评价会被标记",
        en="A rating faster than this is flagged",
    )
    rating_series: int = figure(
        8,
        "count",
        row="5.8",
        group=Group.RATING,
        ends=(0, 1000),
        zh="同一窗口连续相同评价达到此数会被标记",
        en="Equal ratings in a row at one counter that are flagged",
    )
    low_rating: int = figure(
        2,
        "count",
        row="E01",
        group=Group.RATING,
        ends=(0, 5),
        zh="从此级起询问原因并回访",
        en="From this level down reasons are asked and a follow-up is due",
    )
    rated_minimum: int = figure(
        30,
        "count",
        row="E03",
        group=Group.RATING,
        ends=(0, 100_000),
        zh="评价少于此数不排名",
        en="Fewer rated tickets make no rank",
    )
    # 4 counts 5 and 4 as satisfied; 3 counts "basically satisfied", too
    satisfied_from: int = figure(
        4,
        "count",
        row="E01",
        group=Group.RATING,
        ends=(1, 5),
        zh="从此级起算满意",
        en="From this level up counts as satisfied",
    )
    busy_p90_seconds: int = figure(
        600,
        "s",
        row="R01",
        group=Group.WAITS,
        ends=(0, 8 * HOUR),
        zh="近半小时每十位有九位等候不超过的时间，达到此值为繁忙",
        en="Busy when nine of ten waits of the last half hour reach this",
    )
    seats: int = figure(
        24,
        "count",
        row="Q40",
        group=Group.WAITS,
        ends=(0, 10_000),
        zh="座位数：等候人数更多也为繁忙",
        en="Seats: more waiting than these is busy, too",
    )
    internal_work_seconds: int = figure(
        30,
        "s",
        row="Q28",
        group=Group.CARE,
        ends=(0, 8 * HOUR),
        zh="有人超目标等候时，窗口做内务超过此时间会提醒",
        en="Internal work while others wait over the goal is told after this",
    )
    task_repeat_seconds: int = figure(
        120,
        "s",
        row="5.7",
        group=Group.CARE,
        ends=(0, 8 * HOUR),
        zh="无人接手的提醒多久后再提醒",
        en="A task nobody took is told again after this",
    )
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
    series_start: int = figure(
        1,
        "count",
        row="5.0",
        group=Group.NUMBERS,
        ends=(1, 9999),
        zh="每日起始号",
        en="First number of a day",
    )
    # after A999 the series goes on with A1000 and no number comes twice in a day; slips, boards and voice say
    # four digits at most
    series_limit: int = figure(
        9999,
        "count",
        row="5.0",
        group=Group.NUMBERS,
        ends=(1, 9999),
        zh="每日号码上限",
        en="Last number of a day",
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
    room_unmanned_seconds: int = figure(
        1800,
        "s",
        row="Q37",
        group=Group.DAY,
        ends=(60, 8 * HOUR),
        zh="接待室、贵宾室营业时间内无人多久算无人值守",
        en="A room that nobody opens for this long in opening hours is told of",
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
    speech_rate: int = figure(
        150,
        "count",
        row="5.6",
        group=Group.VOICE,
        ends=(60, 400),
        zh="语速（每分钟字数）",
        en="Words per minute the voice speaks at",
    )
    speech_languages: str = figure(
        "zh,zh",
        "text",
        row="5.6",
        group=Group.VOICE,
        zh="一次叫号播报",
        en="One call is spoken in",
        choices=READINGS,
        letters=20,
    )
    near_close_rule: str = figure(
        "warn",
        "text",
        row="§6",
        group=Group.DAY,
        zh="临近关门、预计轮不到的客户来取号时",
        en="Near closing, when a customer would not be called in time",
        choices=NEAR_CLOSE,
    )
    near_close_grace_seconds: int = figure(
        1800,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 8 * HOUR),
        zh="停业后仍继续办理的时间",
        en="How long after closing customers are still served",
    )
    day_close_after_seconds: int = figure(
        900,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 12 * HOUR),
        zh="停业后多久、无人等候时自动结束营业日",
        en="This long after closing, once nobody is left, the day ends",
    )
    day_end_after_seconds: int = figure(
        10800,
        "s",
        row="§6",
        group=Group.DAY,
        ends=(0, 24 * HOUR),
        zh="停业后多久无论如何结束营业日；0 为午夜",
        en="This long after closing the day ends whoever is left; 0: at midnight",
    )
    return_days: int = figure(
        30,
        "count",
        row="B09",
        group=Group.NUMBERS,
        ends=(0, 365),
        zh="一次告知单、二次优先卡在几天内有效",
        en="Days in which a notice or a pass brings its holder back",
    )
    return_head_start_seconds: int = figure(
        600,
        "s",
        row="B09",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="凭告知单再来的客户提前多少时间排队",
        en="How much earlier a return counts as taken",
    )
    appointment_days: int = figure(
        7,
        "count",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 90),
        zh="最多可预约几天以后",
        en="Days ahead that appointments are given",
    )
    appointment_slot_seconds: int = figure(
        1800,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(300, 4 * HOUR),
        zh="一个预约时段的长度",
        en="How long one slot of appointments is",
    )
    appointment_share: float = figure(
        0.3,
        "%",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 1),
        zh="窗口时间可预约的份额，其余留给现场客户",
        en="Share of the counters' time that may be booked; the rest is for walk-ins",
    )
    appointment_head_start_seconds: int = figure(
        600,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="预约客户比预约时间提前多少排队",
        en="How long before the slot an appointment counts as taken",
    )
    appointment_early_seconds: int = figure(
        1800,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 4 * HOUR),
        zh="预约时间前多久可以签到",
        en="How early one may check in",
    )
    appointment_late_seconds: int = figure(
        600,
        "s",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 2 * HOUR),
        zh="过了预约时间多久不再保留",
        en="How late an appointment is still kept",
    )
    one_ticket_a_person: bool = figure(
        False,
        "bool",
        row="Q39",
        group=Group.NUMBERS,
        zh="同一人同一业务同时只能有一个号（取号时输入手机号等才生效）",
        en="One open number for each person and business, where a person is known by a phone number or the like",
    )
    appointment_public: bool = figure(
        False,
        "bool",
        row="Q22",
        group=Group.NUMBERS,
        zh="客户可在本厅网页上自己预约",
        en="Customers may book on the hall's own page",
    )
    appointment_from_phone: int = figure(
        2,
        "count",
        row="Q22",
        group=Group.NUMBERS,
        ends=(1, 50),
        zh="网上预约：一部手机最多同时有几个预约",
        en="Booked on the hall's own page: most open appointments of one phone",
    )
    appointment_network_share: float = figure(
        0.25,
        "%",
        row="Q22",
        group=Group.NUMBERS,
        ends=(0, 1),
        zh="网上预约：同一网络最多占一天一项业务可约数的份额（至少 2 个）",
        en="Booked on the hall's own page: most of a day's appointments for a business that one network holds (2 at least)",
    )
    remote_numbers: bool = figure(
        False,
        "bool",
        row="Q42",
        group=Group.NUMBERS,
        zh="客户可在来之前用手机取号，到店确认后才叫",
        en="Customers may take a number by phone before they come; it is called once they have arrived",
    )
    remote_at_once: int = figure(
        10,
        "count",
        row="Q42",
        group=Group.NUMBERS,
        ends=(1, 200),
        zh="最多有几个远程号还没到店",
        en="Most numbers from home whose holders are still on the way",
    )
    remote_from_network: int = figure(
        5,
        "count",
        row="Q42",
        group=Group.NUMBERS,
        ends=(1, 200),
        zh="其中来自同一网络的最多几个",
        en="Most of them from one network",
    )
    remote_arrive_seconds: int = figure(
        2700,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(300, 4 * HOUR),
        zh="远程取号后至少保留多久",
        en="How long a number from home is kept at least",
    )
    remote_grace_seconds: int = figure(
        600,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(0, HOUR),
        zh="轮到远程号还没到店，再保留多久",
        en="How long it is kept once its turn has come and nobody has arrived",
    )
    door_code_seconds: int = figure(
        HOUR,
        "s",
        row="Q42",
        group=Group.NUMBERS,
        ends=(300, 24 * HOUR),
        zh="到店码多久换一次",
        en="How often the code shown at the door changes",
    )
    hero_seconds: int = figure(
        5,
        "s",
        row="5.5",
        group=Group.VOICE,
        ends=(1, 120),
        zh="新叫的号在大屏上单独显示的时间",
        en="How long the newest call stands alone on the lobby board",
    )
    kiosk_priority: bool = figure(
        True,
        "bool",
        row="Q39",
        group=Group.NUMBERS,
        zh="顾客可在取号机自选优先",
        en="Customers may ask for priority at the kiosk",
    )
    scan_seconds: int = figure(
        3,
        "s",
        row="5.1",
        group=Group.NUMBERS,
        ends=(1, 20),
        zh="单键扫描：取号机每一步停留的时间",
        en="One switch: how long the kiosk stands on each button before it moves on",
    )
    space_moves: bool = figure(
        False,
        "bool",
        row="5.1",
        group=Group.NUMBERS,
        zh="两键盘的“下一个”键发空格（否则空格是单键扫描的键）",
        en="The pad of two keys sends a space for “next” (else a space is the one switch)",
    )
    numbers_a_minute: int = figure(
        600,
        "count",
        row="O41",
        group=Group.NUMBERS,
        ends=(1, 100_000),
        zh="每台取号机或每人每分钟最多取号、补打",
        en="Numbers and reprints of one kiosk or person in a minute",
    )
    asks_a_minute: int = figure(
        3000,
        "count",
        row="O41",
        group=Group.NUMBERS,
        ends=(60, 1_000_000),
        zh="每台设备或每人每分钟最多操作",
        en="Asks of one device or person in a minute",
    )


FIGURES: Mapping[str, Figure] = {f.name: f.metadata["figure"] for f in fields(Figures)}
FIGURE_BOUNDS: Mapping[str, Range] = {name: known.ends for name, known in FIGURES.items() if known.ends}
