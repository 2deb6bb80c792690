"""Every sentence a slip can carry, in the two languages of the hall."""

from typing import Final

from server.domain.text import Text

AHEAD: Final = Text("前面还有", "People ahead")
PEOPLE: Final = Text("{n} 人", "{n}")
WAIT: Final = Text("预计等候", "Your wait")
WAIT_HERE: Final = Text("请到 {zone} 等候", "Please wait in {zone}")
ISSUED: Final = Text("取号 {date} {day} {time}", "Issued {date} {day} {time}")
MATERIALS: Final = Text("请准备", "Please have ready")
ASK_A_GUIDE: Final = Text("材料请咨询引导员", "Ask a guide about papers")
AGENT: Final = Text("代办另带：{papers}", "For another, also: {papers}")
FEE: Final = Text("费用：{fee}", "Fee: {fee}")
LIMIT: Final = Text("办结时限：{limit}", "Done within: {limit}")
MORE: Final = Text("另有 {n} 项，请询问引导员", "{n} more: please ask a guide")
ALL: Final = Text("共 {n} 项，请询问引导员", "{n} papers: please ask a guide")
SCAN: Final = Text("扫码看排队进度", "Scan to follow your turn")
MISSED: Final = Text("过号请联系引导员，{n} 个号内可恢复", "Missed it? See a guide within {n} calls.")
PHONE: Final = Text("电话 {phone}", "Tel {phone}")
REPRINT: Final = Text("补打 {n} · {time}", "Reprint {n} · {time}")
BOOKED: Final = Text("预约 {time}", "Appointment {time}")
OFFLINE: Final = Text("离线号", "Offline number")
TEST: Final = Text("测试 · 无效", "TEST · not valid")
TRIAL: Final = Text("打印机测试", "Printer test")
TRIAL_PLACE: Final = Text("打印机旁", "here")
PRINTER: Final = Text("{id} · {kind} · {dots} 点 · {mode}", "{id} · {kind} · {dots} dots · {mode}")
RULER: Final = Text("两端都有黑块，宽度才对", "a block at both ends: the width is right")
RULER_TEXT: Final = Text("两端都有方括号，宽度才对", "a bracket at both ends: the width is right")
LETTERS: Final = Text("汉字清楚：请留意叫号 〇 龘", "Clear letters: ABC abc 0123456789")
DENSITY: Final = Text("浓度 {density}：格子要分得清", "Density {density}: the patterns must stay apart")

DAYS: Final = (
    Text("周一", "Mon"),
    Text("周二", "Tue"),
    Text("周三", "Wed"),
    Text("周四", "Thu"),
    Text("周五", "Fri"),
    Text("周六", "Sat"),
    Text("周日", "Sun"),
)
