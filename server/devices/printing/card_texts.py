"""Every sentence of the papers that people take home, in the two languages of the hall."""

from typing import Final

from server.domain.text import Text

NOTICE: Final = Text("一次告知单", "What to bring")
PASS: Final = Text("二次优先卡", "Return pass")
HANDLED: Final = Text("业务办理卡", "Handling card")
MISSING: Final = Text("还缺 {n} 样", "Still missing: {n}")
AGENT: Final = Text("{paper}（代办）", "{paper} (agent)")
TOLD: Final = Text("请记住", "Please remember")
GOOD_UNTIL: Final = Text("有效至 {date} {day}", "Good until {date} {day}")
COME_BACK: Final = Text(
    "请连同已带的材料一起带来，再来一次即可办完：在取号机按“我有告知单、预约或远程号”，扫码或输入编号，排队位置提前。只能用一次。",
    "Bring these with the papers you have shown and finish in one visit: press “I have a code” "
    "at the kiosk, scan or type the code, and be called earlier. Good once.",
)
COME_AGAIN: Final = Text(
    "今天没能办成，很抱歉。再来时在取号机按“我有告知单、预约或远程号”，扫码或输入编号，排队位置提前。只能用一次。",
    "We are sorry. Next time press “I have a code” at the kiosk, scan or type the code, "
    "and be called earlier. Good once.",
)
BECAUSE: Final = Text("原因：{reason}", "Reason: {reason}")
CODE: Final = Text("编号", "Code")
SCAN: Final = Text("扫码看清单和营业时间", "Scan for the list and the opening hours")
GIVEN: Final = Text("{date} {day} {time}", "{date} {day} {time}")
NUMBER: Final = Text("号码 {number}", "Number {number}")
FEE: Final = Text("费用：{fee}", "Fee: {fee}")
LIMIT: Final = Text("办结时限：{limit}", "Done within: {limit}")
APPOINTMENT: Final = Text("预约单", "Appointment")
BRING: Final = Text("请带上", "Please bring")
COMES_AT: Final = Text("{date} {day} {time}", "{time} on {day} {date}")
BOOKED: Final = Text("预约于 {date} {day} {time}", "Booked {date} {day} {time}")
CHECK_IN: Final = Text(
    "请在 {opens}–{closes} 到取号机，按“我有告知单、预约或远程号”，扫码或输入编号签到；过时请重新取号。",
    "Between {opens} and {closes} press “I have a code” at the kiosk and scan or type the code. "
    "Later, take a new number.",
)
SCAN_BOOKING: Final = Text("扫码看预约，也可取消", "Scan to see it, or to cancel")
