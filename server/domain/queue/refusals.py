"""What of the queue is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

UNKNOWN_TICKET = Refusal(
    "unknown_ticket",
    Text("没有这个号，或已经办结：{ticket}", "There is no ticket {ticket}, or it has ended."),
    "ticket",
)
UNKNOWN_COUNTER = Refusal("unknown_counter", Text("没有{counter}", "There is no {counter}."), "counter")
UNKNOWN_SERVICE = Refusal(
    "unknown_service", Text("没有这项业务：{service}", "There is no service {service}."), "service"
)
UNKNOWN_QUEUE = Refusal("unknown_queue", Text("没有这个队列：{queue}", "There is no queue {queue}."), "queue")
UNKNOWN_PROFILE = Refusal(
    "unknown_profile",
    Text("没有这项窗口配置：{profile}", "There is no counter profile {profile}."),
    "profile",
)
UNKNOWN_SEGMENT = Refusal(
    "unknown_segment",
    Text("没有这类客群：{segment}", "There is no customer segment {segment}."),
    "segment",
)
UNKNOWN_PRIORITY_REASON = Refusal(
    "unknown_priority_reason",
    Text(
        "优先原因只能从给出的几种里选",
        "The reason for priority must be one of those there are.",
    ),
)
PRIORITY_FROM_STAFF = Refusal(
    "priority_from_staff",
    Text("优先号请向引导员或柜台领取", "Please ask a guide or a counter for a priority number."),
)
HALL_CLOSED = Refusal(
    "hall_closed",
    Text("营业时间 {opens}–{closes}，现在不能取号", "Open {opens}–{closes}; no numbers can be taken now."),
    "opens",
    "closes",
)
WAITS_ALREADY = Refusal(
    "waits_already",
    Text("这位客户办这项业务已有号：{number}", "This customer has a number for it already: {number}."),
    "number",
)
SERVICE_SUSPENDED = Refusal(
    "service_suspended",
    Text("{service}暂停办理：{reason}", "{service} is suspended: {reason}"),
    "service",
    "reason",
)
NO_LEASE = Refusal(
    "no_lease",
    Text(
        "没有可留给取号机离线使用的号段",
        "No block of numbers is left for a kiosk to use while it is offline.",
    ),
)
NOT_YOUR_NUMBER = Refusal(
    "not_your_number",
    Text("{number} 不在这台取号机的离线号段内", "{number} is not of the block kept for this kiosk."),
    "number",
)
NUMBER_GIVEN = Refusal(
    "number_given", Text("{number} 今天已经发出", "{number} has been given today already."), "number"
)
OFFLINE_TOO_OLD = Refusal(
    "offline_too_old",
    Text(
        "离线号 {number} 不是今天取的，没有排入",
        "The offline number {number} is not of today and was not lined up.",
    ),
    "number",
)
NUMBERS_EXHAUSTED = Refusal(
    "numbers_exhausted",
    Text(
        "{letter} 队列今天的号已用完，请咨询引导员",
        "Queue {letter} has no numbers left today; please ask a guide.",
    ),
    "letter",
)
COUNTER_CLOSED = Refusal("counter_closed", Text("{counter}未开放", "{counter} is closed."), "counter")
COUNTER_OPEN = Refusal("counter_open", Text("{counter}已经开放", "{counter} is already open."), "counter")
COUNTER_PAUSED = Refusal(
    "counter_paused", Text("{counter}已暂停，请先恢复", "{counter} is paused; resume it first."), "counter"
)
COUNTER_NOT_PAUSED = Refusal(
    "counter_not_paused", Text("{counter}没有暂停", "{counter} is not paused."), "counter"
)
COUNTER_BUSY = Refusal(
    "counter_busy",
    Text("{counter}还有客户 {number}，请先办结", "{counter} still has {number}; finish first."),
    "counter",
    "number",
)
COUNTER_IDLE = Refusal(
    "counter_idle", Text("{counter}现在没有客户", "{counter} has no customer now."), "counter"
)
MOVED_ON = Refusal(
    "moved_on",
    Text(
        "{number} 已不在{counter}，这次操作没有生效",
        "{number} is no longer at {counter}; nothing was done.",
    ),
    "number",
    "counter",
)
NOBODY_WAITING = Refusal("nobody_waiting", Text("暂无等候客户", "Nobody is waiting for this counter."))
WRONG_STATE = Refusal(
    "wrong_state",
    Text("{number} 现在是“{state}”，不能{action}", "{number} is {state}; {action} is not possible."),
    "number",
    "state",
    "action",
)
NOT_YOUR_QUEUE = Refusal(
    "not_your_queue",
    Text("{number} 不在本窗口业务范围", "{number} is not in a queue of this counter."),
    "number",
)
REASON_REQUIRED = Refusal("reason_required", Text("请填写原因", "A reason is required."))
RECALL_LIMIT = Refusal(
    "recall_limit",
    Text(
        "{number} 已重呼 {times} 次，请作过号处理",
        "{number} has been recalled {times} times; mark it as a no-show.",
    ),
    "number",
    "times",
)
REQUEUE_TOO_LATE = Refusal(
    "requeue_too_late",
    Text(
        "{number} 过号已超过 {tolerance} 个号，请重新取号",
        "{number} was missed more than {tolerance} calls ago; please take a new number.",
    ),
    "number",
    "tolerance",
)
GAVE_WAY_ALREADY = Refusal(
    "gave_way_already",
    Text("{number} 已让过一次，请等候叫号", "{number} has let others pass once; please wait for your call."),
    "number",
)
NOBODY_BEHIND = Refusal(
    "nobody_behind",
    Text(
        "{number} 后面还没有客户，现在不用让；这次机会给您留着",
        "Nobody waits behind {number} yet: there is no need, and you can still do it later.",
    ),
    "number",
)
REQUEUED_ALREADY = Refusal(
    "requeued_already",
    Text("{number} 已恢复过，请重新取号", "{number} was restored before; please take a new number."),
    "number",
)
UNDO_TOO_LATE = Refusal(
    "undo_too_late",
    Text("已超过 {seconds} 秒，不能撤销", "It is more than {seconds} seconds ago and cannot be undone."),
    "seconds",
)
NOTHING_TO_UNDO = Refusal("nothing_to_undo", Text("没有可以撤销的操作", "There is nothing to undo."))
DOCUMENTS_HELD = Refusal(
    "documents_held",
    Text(
        "{number} 的证件在{counter}，只能在该窗口继续",
        "The papers of {number} are at {counter}; resume there.",
    ),
    "number",
    "counter",
)
PARKED_HERE = Refusal(
    "parked_here",
    Text(
        "本窗口还有挂起的客户 {number}（持件），请先处理",
        "{number} is parked here with papers held; settle that first.",
    ),
    "number",
)
NO_SUCH_DESTINATION = Refusal(
    "no_such_destination",
    Text("请选择转往的队列、窗口或人员", "Choose a queue, a counter or a person to transfer to."),
)
STAFF_ABSENT = Refusal(
    "staff_absent", Text("{staff} 现在不在任何窗口", "{staff} is not at any counter now."), "staff"
)
HALL_AT_LUNCH = Refusal(
    "hall_at_lunch",
    Text("午间休息，{reopens} 恢复取号", "Closed for lunch; numbers can be taken again at {reopens}."),
    "reopens",
)
HALL_HOLIDAY = Refusal(
    "hall_holiday", Text("今天休息{name}，不能取号", "Closed today{name}; no numbers can be taken."), "name"
)
TOO_LATE_TODAY = Refusal(
    "too_late_today",
    Text(
        "{service}排队较长，今天已来不及办理，请改日再来",
        "Too many are waiting for {service} to be served before closing; please come another day.",
    ),
    "service",
)
UNTIL_UNCLEAR = Refusal(
    "until_unclear",
    Text(
        "恢复时间请写成“18:00”（今天）或“2026-03-02 09:00”：{until}",
        "Write the end as 18:00 (today) or 2026-03-02 09:00, not: {until}",
    ),
    "until",
)
UNTIL_PAST = Refusal("until_past", Text("恢复时间 {until} 已经过了", "{until} is past already."), "until")
UNTIL_TOO_FAR = Refusal(
    "until_too_far",
    Text(
        "恢复时间最晚写到 {last}；停得更久，请在设置里把这项业务去掉",
        "Write an end no later than {last}; take a service that is shut for longer out of the set-up.",
    ),
    "last",
)
DAY_NOT_OPEN = Refusal("day_not_open", Text("营业日尚未开始", "The day is not open."))
