"""What of slips, devices and alerts is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

UNKNOWN_PRINTER = Refusal(
    "unknown_printer", Text("没有这台打印机：{printer}", "There is no printer {printer}."), "printer"
)
UNKNOWN_JOB = Refusal("unknown_job", Text("没有这个打印任务", "There is no such print job."))
NO_PRINTER = Refusal("no_printer", Text("请选择一台打印机", "Choose a printer."))
SLIP_COMING = Refusal(
    "slip_coming",
    Text(
        "{number} 的小票还没打出来，不必补打；可改到另一台打印机",
        "The slip of {number} is still to be printed; it can be moved to another printer.",
    ),
    "number",
)
NUMBER_OVER = Refusal(
    "number_over",
    Text(
        "{number} 现在是“{state}”，这个号不会再叫，不能补打；需要时请取新号",
        "{number} is {state} and will not be called again: its slip is not reprinted; take a new number.",
    ),
    "number",
    "state",
)
UNKNOWN_ALERT = Refusal("unknown_alert", Text("这条提醒已经消除", "That alert is already gone."))
