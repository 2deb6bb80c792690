"""Refused: the asker may not have this now. The codes are for programs, the texts for people."""

from collections.abc import Mapping

from server.domain.text import Text

REFUSALS: Mapping[str, Text] = {
    "unknown_ticket": Text("没有这个号：{ticket}", "There is no ticket {ticket}."),
    "unknown_counter": Text("没有{counter}", "There is no {counter}."),
    "unknown_service": Text("没有这项业务：{service}", "There is no service {service}."),
    "unknown_queue": Text("没有这个队列：{queue}", "There is no queue {queue}."),
    "unknown_profile": Text("没有这项窗口配置：{profile}", "There is no counter profile {profile}."),
    "unknown_printer": Text("没有这台打印机：{printer}", "There is no printer {printer}."),
    "priority_from_staff": Text(
        "优先号请向引导员或柜台领取", "Please ask a guide or a counter for a priority number."
    ),
    "unknown_job": Text("没有这个打印任务", "There is no such print job."),
    "unknown_alert": Text("这条提醒已经消除", "That alert is already gone."),
    "no_hall": Text(
        "营业厅尚未设置，请先运行 hallqueue init", "The hall is not set up; run `hallqueue init` first."
    ),
    "hall_closed": Text(
        "营业时间 {opens}–{closes}，现在不能取号", "Open {opens}–{closes}; no numbers can be taken now."
    ),
    "service_suspended": Text("{service}暂停办理：{reason}", "{service} is suspended: {reason}"),
    "no_lease": Text(
        "没有可留给取号机离线使用的号段",
        "No block of numbers is left for a kiosk to use while it is offline.",
    ),
    "not_your_number": Text(
        "{number} 不在这台取号机的离线号段内", "{number} is not of the block kept for this kiosk."
    ),
    "number_given": Text("{number} 今天已经发出", "{number} has been given today already."),
    "offline_too_old": Text(
        "离线号 {number} 不是今天取的，没有排入",
        "The offline number {number} is not of today and was not lined up.",
    ),
    "numbers_exhausted": Text(
        "{letter} 队列今天的号已用完，请咨询引导员",
        "Queue {letter} has no numbers left today; please ask a guide.",
    ),
    "counter_closed": Text("{counter}未开放", "{counter} is closed."),
    "counter_open": Text("{counter}已经开放", "{counter} is already open."),
    "counter_paused": Text("{counter}已暂停，请先恢复", "{counter} is paused; resume it first."),
    "counter_not_paused": Text("{counter}没有暂停", "{counter} is not paused."),
    "counter_busy": Text(
        "{counter}还有客户 {number}，请先办结", "{counter} still has {number}; finish first."
    ),
    "counter_idle": Text("{counter}现在没有客户", "{counter} has no customer now."),
    "moved_on": Text(
        "{number} 已不在{counter}，这次操作没有生效",
        "{number} is no longer at {counter}; nothing was done.",
    ),
    "nobody_waiting": Text("暂无等候客户", "Nobody is waiting for this counter."),
    "wrong_state": Text(
        "{number} 现在是“{state}”，不能{action}", "{number} is {state}; {action} is not possible."
    ),
    "not_your_queue": Text("{number} 不在本窗口业务范围", "{number} is not in a queue of this counter."),
    "reason_required": Text("请填写原因", "A reason is required."),
    "recall_limit": Text(
        "{number} 已呼叫 {times} 次，请作过号处理",
        "{number} has been recalled {times} times; mark it as a no-show.",
    ),
    "requeue_too_late": Text(
        "{number} 过号已超过 {tolerance} 个号，请重新取号",
        "{number} was missed more than {tolerance} calls ago; please take a new number.",
    ),
    "requeued_already": Text(
        "{number} 已恢复过，请重新取号", "{number} was restored before; please take a new number."
    ),
    "undo_too_late": Text(
        "已超过 {seconds} 秒，不能撤销", "It is more than {seconds} seconds ago and cannot be undone."
    ),
    "nothing_to_undo": Text("没有可以撤销的操作", "There is nothing to undo."),
    "documents_held": Text(
        "{number} 的证件在{counter}，只能在该窗口继续",
        "The papers of {number} are at {counter}; resume there.",
    ),
    "parked_here": Text(
        "本窗口还有挂起的客户 {number}（持件），请先处理",
        "{number} is parked here with papers held; settle that first.",
    ),
    "no_such_destination": Text(
        "请选择转往的队列、窗口或人员", "Choose a queue, a counter or a person to transfer to."
    ),
    "staff_absent": Text("{staff} 现在不在任何窗口", "{staff} is not at any counter now."),
    "no_case": Text("这位客户没有待办的补救", "There is no remedy due for this customer."),
    "case_settled": Text(
        "{number} 的补救已经了结（{state}）", "The remedy of {number} is settled already ({state})."
    ),
    "unknown_task": Text("这项任务已经结束", "That task is over."),
    "unknown_gift": Text("没有这种礼品：{gift}", "There is no gift {gift}."),
    "gift_too_dear": Text(
        "{gift}单价 {cost} 元，超过 {cap} 元，不能作为补救礼品",
        "{gift} costs {cost} yuan; a remedy's gift may cost at most {cap}.",
    ),
    "gift_out_of_stock": Text("{gift}已发完", "{gift}: none left."),
    "stock_below_zero": Text("库存不能小于零", "Stock cannot be below zero."),
    "unknown_zone": Text("没有这个区域：{zone}", "There is no zone {zone}."),
    "evaluation_over": Text("这次评价已经结束", "This evaluation is over."),
    "rated_already": Text("已经评价过了", "It has been rated already."),
    "no_such_level": Text("请选择一至五级", "Choose one of the five levels."),
    "config_invalid": Text("配置有误：{problem}", "The configuration is wrong: {problem}"),
    "config_breaks_ticket": Text(
        "{number} 还在用{thing}，暂不能删除；这位客户办结 {seconds} 秒后可以删除，也可以改为明天起生效",
        "{number} still uses {thing}; it can be removed {seconds} s after this customer is done, or from tomorrow on.",
    ),
    "config_breaks_counter": Text(
        "{counter}正在营业，用到{thing}；请先关闭该窗口，或改为明天起生效",
        "{counter} is open and uses {thing}; close it first, or let the change begin tomorrow.",
    ),
    "config_conflict": Text(
        "这一项刚被别人改过：{where}，请载入最新内容再改",
        "Somebody else has just changed this: {where}. Load the newest and change it again.",
    ),
    "unknown_plan": Text("没有这项计划中的修改", "There is no such planned change."),
    "hall_at_lunch": Text(
        "午间休息，{reopens} 恢复取号", "Closed for lunch; numbers can be taken again at {reopens}."
    ),
    "hall_holiday": Text("今天休息{name}，不能取号", "Closed today{name}; no numbers can be taken."),
    "too_late_today": Text(
        "{service}排队较长，今天已来不及办理，请改日再来",
        "Too many are waiting for {service} to be served before closing; please come another day.",
    ),
    "until_unclear": Text(
        "恢复时间请写成“18:00”（今天）或“2026-03-02 09:00”：{until}",
        "Write the end as 18:00 (today) or 2026-03-02 09:00, not: {until}",
    ),
    "until_past": Text("恢复时间 {until} 已经过了", "{until} is past already."),
    "until_too_far": Text(
        "恢复时间最晚写到 {last}；停得更久，请在设置里把这项业务去掉",
        "Write an end no later than {last}; take a service that is shut for longer out of the set-up.",
    ),
    "day_not_open": Text("营业日尚未开始", "The day is not open."),
}


class Refused(Exception):  # "Refused" is what the clerk reads; an Error suffix says less
    """A command that may not be; nothing has changed."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = {name: v.in_("zh") if isinstance(v, Text) else str(v) for name, v in fields.items()}
        if "counter" in fields and not isinstance(fields["counter"], Text):  # until a hall says its name
            fields["counter"] = Text(f"{fields['counter']} 号窗口", f"Counter {fields['counter']}")
        self._said = fields
        self.text = REFUSALS[code].fill(**fields)
        super().__init__(f"{code}: {self.text.en}")

    def at(self, counter: Text) -> None:
        """Say the counter by the name that stands over it: not every one is a number."""
        self.text = REFUSALS[self.code].fill(**self._said | {"counter": counter})
