"""Titles of reports, tables and columns, and the words that stand in their cells."""

from collections.abc import Mapping

from server.domain.text import Text
from server.reports.report import Column, Sheet

SHEETS: Mapping[str, Text] = {
    "by_service": Text("按业务", "By business"),
    "by_half_hour": Text("按半小时", "By half-hour"),
    "by_day": Text("按日", "By day"),
    "by_peak": Text("高峰与非高峰", "Peak and off-peak"),
    "by_counter": Text("按窗口", "By counter"),
    "by_clerk": Text("按营业员", "By clerk"),
    "summary": Text("合计", "Summary"),
    "by_leader": Text("按班长", "By shift leader"),
    "missed": Text("漏补救明细", "Missed, one by one"),
    "waived": Text("免补救明细", "Waived, one by one"),
    "overall": Text("总体", "Overall"),
    "levels": Text("评价分布", "Answers by level"),
    "wait_question": Text("等候时间满意度", "The question about the wait"),
    "acts": Text("关怀动作", "Care acts"),
    "ladder": Text("等候阶梯", "The ladder"),
    "by_person": Text("按人员", "By person"),
    "specific": Text("指定叫号明细", "Specific calls"),
    "priority": Text("优先叫号明细", "Priority calls"),
    "rates": Text("月度满意率", "Satisfaction of the month"),
    "top": Text("前两名", "Top two"),
    "bottom": Text("后两名", "Bottom two"),
    "ways": Text("去向", "Where they went"),
    "typed": Text("引导差错", "Numbers given for something else"),
    "mistyped": Text("引导差错明细", "Given for something else, one by one"),
    "hinted": Text("网上办的提示", "The hint of another way"),
    "contacts": Text("接待人次", "Whom staff met"),
    "rate": Text("预受理率", "Prepared while waiting"),
    "saved": Text("省下的时间", "Time saved at the counter"),
    "forms": Text("填单用时", "Time spent on forms"),
    "topics": Text("问得最多的", "What is asked most"),
    "resolved": Text("一次解决", "Done the first time"),
    "cases": Text("来几次办成", "Visits until it was done"),
    "notices": Text("告知单与再次来办", "Notices, and who came back"),
    "stays": Text("从取号到办结离开", "From the number to the end"),
    "owners": Text("首问责任人", "First contacts"),
    "open": Text("首问未了", "Still open"),
    "coming": Text("接下来七天", "The next seven days"),
    "by_band": Text("按取号时告诉客户的等候", "By what was told first"),
    "worst": Text("差得最多的 10 个", "The ten that were furthest off"),
}

COLUMNS: Mapping[str, tuple[Text, str]] = {
    "service": (Text("业务", "Business"), "text"),
    "clock": (Text("时段", "From"), "clock"),
    "day": (Text("日期", "Day"), "date"),
    "peak_day": (Text("高峰日", "Peak day"), "flag"),
    "when": (Text("时间", "When"), "text"),
    "n": (Text("人次", "n"), "count"),
    "mean": (Text("平均等候", "Mean wait"), "seconds"),
    "p50": (Text("等候中位数", "P50"), "seconds"),
    "p90": (Text("等候 P90", "P90"), "seconds"),
    "max": (Text("最长等候", "Longest"), "seconds"),
    "within": (Text("达标占比", "Within the goal"), "share"),
    "counter": (Text("窗口", "Counter"), "text"),
    "staff": (Text("营业员", "Clerk"), "person"),
    "served": (Text("办结笔数", "Served"), "count"),
    "median": (Text("中位数", "Median"), "seconds"),
    "q1": (Text("下四分位", "Lower quartile"), "seconds"),
    "q3": (Text("上四分位", "Upper quartile"), "seconds"),
    "hall_n": (Text("全厅笔数", "Hall's n"), "count"),
    "hall_median": (Text("全厅中位数", "Hall's median"), "seconds"),
    "in_standard": (Text("标准内占比", "Within the standard"), "share"),
    "rank": (Text("名次", "Rank"), "rank"),
    "due": (Text("应办", "Due"), "count"),
    "given": (Text("已给", "Given"), "count"),
    "declined": (Text("客户谢绝", "Declined"), "count"),
    "missed": (Text("漏", "Missed"), "count"),
    "waived": (Text("免补救", "Waived"), "count"),
    "open": (Text("未结", "Open"), "count"),
    "coverage": (Text("落实率", "Coverage"), "share"),
    "cost": (Text("费用", "Cost"), "money"),
    "cost_per_gift": (Text("每份费用", "Cost per gift"), "money"),
    "leader": (Text("班长", "Shift leader"), "person"),
    "by": (Text("经办人", "By"), "person"),
    "moment": (Text("时刻", "Time"), "moment"),
    "number": (Text("号码", "Number"), "text"),
    "reason": (Text("原因", "Reason"), "text"),
    "waited": (Text("等候", "Waited"), "seconds"),
    "finished": (Text("办结笔数", "Finished"), "count"),
    "asked": (Text("已邀评", "Asked"), "count"),
    "rated": (Text("已评价", "Rated"), "count"),
    "rated_share": (Text("评价率", "Rated of finished"), "share"),
    "satisfied": (Text("满意率", "Satisfied of rated"), "share"),
    "flagged": (Text("可疑评价", "Flagged"), "count"),
    "level_mean": (Text("平均分", "Mean level"), "level"),
    "level": (Text("评价等级", "Level"), "count"),
    "share": (Text("占比", "Share"), "share"),
    "group": (Text("客户", "Customers"), "text"),
    "act": (Text("动作", "Act"), "text"),
    "after": (Text("等候超过", "After"), "seconds"),
    "person": (Text("人员", "Person"), "person"),
    "explained": (Text("已解释", "Explained"), "count"),
    "watered": (Text("送水", "Water"), "count"),
    "to_explain": (Text("提醒到解释（中位数）", "Median from prompt to explanation"), "seconds"),
    "calls": (Text("叫号次数", "Calls"), "count"),
    "specific": (Text("指定叫号", "Specific calls"), "count"),
    "specific_share": (Text("指定占比", "Share of specific"), "share"),
    "priority": (Text("优先叫号", "Priority calls"), "count"),
    "priority_share": (Text("优先占比", "Share of priority"), "share"),
    "booked": (Text("新约", "Booked"), "count"),
    "kept": (Text("按约到了", "Kept"), "count"),
    "not_come": (Text("没有来", "Missed"), "count"),
    "given_up": (Text("取消", "Cancelled"), "count"),
    "kept_share": (Text("赴约率", "Kept of due"), "share"),
    "place": (Text("名次", "Place"), "count"),
    "note": (Text("备注", "Note"), "text"),
    "way": (Text("去向", "Where"), "text"),
    "with_number": (Text("其中有号", "With a number"), "count"),
    "issued_by": (Text("发号", "Given by"), "person"),
    "issued": (Text("发号数", "Numbers given"), "count"),
    "wrong": (Text("差错率", "Something else"), "share"),
    "was": (Text("发成", "Given for"), "text"),
    "became": (Text("实际", "In fact"), "text"),
    "device": (Text("设备", "Device"), "person"),
    "took_hint": (Text("改走网上", "Took the other way"), "share"),
    "contacts": (Text("接待", "Contacts"), "count"),
    "greeted": (Text("问候", "Greeted"), "count"),
    "diverted": (Text("分流", "Sent elsewhere"), "count"),
    "prepared": (Text("预受理", "Prepared"), "count"),
    "prepared_share": (Text("预受理率", "Prepared"), "share"),
    "steps": (Text("步骤数", "Steps"), "count"),
    "prepared_n": (Text("预受理笔数", "Prepared, n"), "count"),
    "prepared_mean": (Text("预受理的平均用时", "Mean time, prepared"), "seconds"),
    "other_n": (Text("其余笔数", "Others, n"), "count"),
    "other_mean": (Text("其余的平均用时", "Mean time, others"), "seconds"),
    "saved": (Text("每笔少用", "Less for each"), "seconds"),
    "mean_form": (Text("平均填单", "Mean time"), "seconds"),
    "enquiry_time": (Text("咨询用时", "Time on enquiries"), "seconds"),
    "enquiry_share": (Text("占办理时间（分钟）", "Of all handling (min)"), "share"),
    "topic": (Text("话题", "Topic"), "text"),
    "first_time": (Text("一次解决率", "First time"), "share"),
    "visits": (Text("来的次数", "Visits"), "text"),
    "stops": (Text("办理环节", "Stops at counters"), "text"),
    "stay_mean": (Text("平均在厅", "Mean stay"), "seconds"),
    "stay_p90": (Text("在厅 P90", "Stay, P90"), "seconds"),
    "stay_max": (Text("最长在厅", "Longest stay"), "seconds"),
    "handled_mean": (Text("其中平均办理", "Of it served, mean"), "seconds"),
    "notice": (Text("凭据", "Paper"), "text"),
    "returned": (Text("期内回来", "Came back in time"), "share"),
    "owner": (Text("首问责任人", "First contact"), "person"),
    "band": (Text("告诉客户的等候", "Told"), "text"),
    "in_time": (Text("按时叫到", "Called in time"), "share"),
    "covered": (Text("在所说时间段内", "Within the span told"), "share"),
    "error": (Text("平均误差", "Mean error"), "seconds"),
    "told_anew": (Text("改过预计的", "Told anew"), "share"),
    "said": (Text("告诉的最长等候", "Told at most"), "seconds"),
    "late": (Text("晚了", "Late by"), "seconds"),
    "outcome": (Text("现状", "Where it stands"), "text"),
    "expected": (Text("预测", "Expected"), "count"),
    "low": (Text("预测下限", "From"), "count"),
    "high": (Text("预测上限", "To"), "count"),
    "came": (Text("实际", "Came"), "count"),
    "off": (Text("误差", "Off by"), "text"),
    "updated": (Text("按今天已到的调整", "By what came so far"), "count"),
    "day_kind": (Text("日子", "Kind of day"), "text"),
    "known_days": (Text("依据的天数", "Days it rests on"), "count"),
}

ALL = Text("全部", "All")
TIED = Text("并列", "tied")
NONE = Text("", "")
YES = Text("是", "yes")
TOO_FEW = Text("样本不足", "not enough data")
NO_NAME = Text("（无人）", "(nobody)")
WHEN: Mapping[str, Text] = {
    "peak_hours": Text("高峰时段", "Peak hours"),
    "off_peak_hours": Text("非高峰时段", "Off-peak hours"),
    "peak_days": Text("高峰日", "Peak days"),
    "ordinary_days": Text("平日", "Ordinary days"),
}
GROUPS: Mapping[str, Text] = {
    "remedied": Text("已补救", "Remedied"),
    "cared": Text("送过水", "Given water"),
    "ordinary": Text("其他", "Others"),
}
ACTS: Mapping[str, Text] = {
    "explain": Text("解释等候", "Explain the wait"),
    "water": Text("送水", "Water"),
    "pre_alert": Text("预警", "Pre-alert"),
    "remedy": Text("服务补救", "Remedy"),
    "call_manager": Text("请经理处理", "Call the manager"),
}
# In the order in which they are told; "number" is a place in a line.
WAYS: Mapping[str, Text] = {
    "self_service": Text("自助", "self-service"),
    "number": Text("取号", "a number"),
    "form_desk": Text("填单", "form desk"),
    "back_office": Text("后台", "back office"),
    "other_dept": Text("他部门", "another department"),
    "e_channel": Text("网上办", "online"),
    "answered": Text("当场答复", "answered at once"),
}
CASES: Mapping[str, Text] = {
    "once": Text("一次", "once"),
    "again": Text("凭告知单再来", "once more with a notice"),
}
STOPS: Mapping[str, Text] = {
    "one": Text("一个环节", "one stop"),
    "two": Text("两个环节", "two stops"),
    "more": Text("三个及以上", "three or more"),
}
NOTICES: Mapping[str, Text] = {
    "notice": Text("一次告知单", "Notice of what is missing"),
    "pass": Text("优先凭证", "Priority pass"),
}
MISSED_BY: Mapping[str, Text] = {
    "TicketFinished": Text("办结时未补救", "served to the end without it"),
    "TicketWalkedOut": Text("客户离开", "the customer left"),
    "TicketCancelled": Text("号码作废", "the number was cancelled"),
    "TicketExpired": Text("号码失效", "the number expired"),
    "TicketEnded": Text("系统结束", "ended by the system"),
}
CONTENTS = Text("摘要", "Summary")
REPORT, ANSWER = Text("报表", "Report"), Text("一句话", "What it comes to")
_SAME_UNITS: Mapping[str, Text] = {
    "money": Text("（元）", " (yuan)"),
    "level": Text("（1–5 分）", " (1–5)"),
}
CSV_UNITS: Mapping[str, Text] = {
    **_SAME_UNITS,
    "seconds": Text("（秒）", " (s)"),
    "share": Text("（0–1）", " (0–1)"),
}
XLSX_UNITS: Mapping[str, Text] = {
    **_SAME_UNITS,
    "seconds": Text("（时:分:秒）", " (h:mm:ss)"),
    "share": Text("（%）", " (%)"),
}
OUTCOMES: Mapping[str, Text] = {
    "": Text("还在办", "not over yet"),
    "done": Text("办结", "served"),
    "transferred": Text("转办", "passed on"),
    "walkout": Text("客户离开", "left"),
    "cancelled": Text("作废", "cancelled"),
    "expired": Text("失效", "expired"),
    "ended_by_system": Text("系统结束", "ended by the system"),
    "diverted": Text("分流", "sent elsewhere"),
    "returned_missing_items": Text("缺材料，已告知", "went for what is missing"),
    "pass": Text("未办成，已给凭证", "not served, got a pass"),
}
UNSOLVED = Text("办了，没有解决", "served, not solved")
LINES: Mapping[str, Text] = {
    "goal": Text("目标 {minutes} 分钟", "Goal {minutes} min"),
    "remedy": Text("补救 {minutes} 分钟", "Remedy {minutes} min"),
}


def sheet(name: str, *columns: str) -> Sheet:
    """A head whose words stand here."""
    heads = (Column(id=c, title=COLUMNS[c][0], kind=COLUMNS[c][1]) for c in columns)
    return Sheet(id=name, title=SHEETS[name], columns=tuple(heads))


def act_name(act: str) -> Text:
    return ACTS.get(act, Text(act, act))
