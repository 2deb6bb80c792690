"""What of appointments is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

NOT_BY_APPOINTMENT = Refusal(
    "not_by_appointment", Text("{service}不办预约", "There are no appointments for {service}."), "service"
)
NO_SUCH_SLOT = Refusal("no_such_slot", Text("没有这个预约时段", "There is no such time to book."))
SLOT_FULL = Refusal(
    "slot_full", Text("这个时段已约满，请选别的时间", "That time is full; please choose another.")
)
UNKNOWN_APPOINTMENT = Refusal(
    "unknown_appointment",
    Text(
        "没有这个预约，请核对预约码或到引导台", "There is no such appointment; check its code or ask a guide."
    ),
)
NOT_BOOKED = Refusal("not_booked", Text("这个预约{state}", "This appointment is {state}."), "state")
TOO_EARLY = Refusal(
    "too_early",
    Text("预约时间是 {slot}，请在 {from_} 以后签到", "It is for {slot}; please check in from {from_} on."),
    "slot",
    "from_",
)
APPOINTMENT_OVER = Refusal(
    "appointment_over",
    Text("预约时间 {slot} 已过，请取普通号", "Its time, {slot}, is over; please take an ordinary number."),
    "slot",
)
