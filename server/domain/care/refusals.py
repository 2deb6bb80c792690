"""What of care is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

NO_CASE = Refusal(
    "no_case", Text("这位客户没有待办的补救", "There is no remedy due for this customer."), "ticket"
)
CASE_SETTLED = Refusal(
    "case_settled",
    Text("{number} 的补救已经了结（{state}）", "The remedy of {number} is settled already ({state})."),
    "number",
    "state",
)
UNKNOWN_TASK = Refusal("unknown_task", Text("这项任务已经结束", "That task is over."))
UNKNOWN_GIFT = Refusal("unknown_gift", Text("没有这种礼品：{gift}", "There is no gift {gift}."), "gift")
GIFT_TOO_DEAR = Refusal(
    "gift_too_dear",
    Text(
        "{gift}单价 {cost} 元，超过 {cap} 元，不能作为补救礼品",
        "{gift} costs {cost} yuan; a remedy's gift may cost at most {cap}.",
    ),
    "gift",
    "cost",
    "cap",
)
GIFT_OUT_OF_STOCK = Refusal("gift_out_of_stock", Text("{gift}已发完", "{gift}: none left."), "gift")
STOCK_BELOW_ZERO = Refusal("stock_below_zero", Text("库存不能小于零", "Stock cannot be below zero."))
UNKNOWN_ZONE = Refusal("unknown_zone", Text("没有这个区域：{zone}", "There is no zone {zone}."), "zone")
