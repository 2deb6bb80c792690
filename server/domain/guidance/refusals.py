"""What of guidance is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

UNKNOWN_TERMINAL = Refusal(
    "unknown_terminal",
    Text("没有这台自助终端：{terminal}", "There is no self-service terminal {terminal}."),
    "terminal",
)
TERMINAL_FAULTY = Refusal(
    "terminal_faulty", Text("{terminal}正在报修，请不要推荐", "{terminal} is out of order."), "terminal"
)
DEPARTMENT_REQUIRED = Refusal(
    "department_required", Text("请写明交给后台还是哪个部门", "Say which department or who takes it over.")
)
CONTACT_REQUIRED = Refusal(
    "contact_required",
    Text(
        "请填写联系电话，系统只保存 138****5678 这样的形式",
        "A telephone number is needed; only its masked form, 138****5678, is kept.",
    ),
)
NOT_THEN = Refusal(
    "not_then",
    Text("请选一个以后的、营业时间内的时间", "Choose a time to come, within the hall's hours."),
)
UNKNOWN_HANDOVER = Refusal("unknown_handover", Text("这件交办已经办完了", "This case is done already."))
UNKNOWN_STEP = Refusal("unknown_step", Text("这项业务没有这一步", "The business has no such step."), "step")
NO_KEY_POINTS = Refusal(
    "no_key_points",
    Text("{service}没有要告知的关键点", "There are no key points of {service}."),
    "service",
)
NOTHING_MISSING = Refusal("nothing_missing", Text("请勾选欠缺的材料", "Tick what is missing."))
UNKNOWN_NOTICE = Refusal(
    "unknown_notice",
    Text("没有这张告知单，请核对编号或到引导台", "There is no such notice; check its code or ask a guide."),
)
UNKNOWN_CODE = Refusal(
    "unknown_code",
    Text("没有这个编号，请核对或到引导台", "This code is not known; check it or ask a guide."),
)
NOTICE_OVER = Refusal(
    "notice_over",
    Text(
        "这张告知单已过期（{day}止），请重新取号",
        "This notice was good until {day}; please take a new number.",
    ),
    "day",
)
NOTICE_USED = Refusal(
    "notice_used",
    Text("这张告知单已经用过，请重新取号", "This notice has been used; please take a new number."),
)
NOTICE_OF_OPEN = Refusal(
    "notice_of_open",
    Text("{number} 还有效，请按原来的号办理", "{number} is still good; please come by that number."),
    "number",
)
