"""What of proposals is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

PROPOSAL_GONE = Refusal(
    "proposal_gone",
    Text(
        "大厅情况已变，这条建议不再适用，请看最新的建议",
        "The hall has changed and this proposal holds no longer; see what is proposed now.",
    ),
)
PROPOSAL_MOVED_ON = Refusal(
    "proposal_moved_on",
    Text(
        "{counter}的情况已经变了，这条建议撤销不了，请直接在窗口上处理",
        "{counter} has moved on and this cannot be taken back any more; act at the counter itself.",
    ),
    "counter",
)
NOTHING_SUPPOSED = Refusal("nothing_supposed", Text("请先选一项假设", "Choose first what is to be supposed."))
SUPPOSED_TOO_MUCH = Refusal(
    "supposed_too_much", Text("一次最多假设 {most} 项", "At most {most} things are supposed at once."), "most"
)
SUPPOSED_TWICE = Refusal(
    "supposed_twice",
    Text(
        "同一个窗口一次只能假设一项，同一队列同一项也只能一次",
        "One counter can be changed in one way at once, and a queue by each thing once.",
    ),
)
SUPPOSED_TOO_FAR = Refusal(
    "supposed_too_far",
    Text("请填 {least} 到 {most} 之间的数", "Give a number from {least} to {most}."),
    "least",
    "most",
)
CALLS_IT_ALREADY = Refusal(
    "calls_it_already",
    Text("{counter}现在就是这样叫号，没有变化", "{counter} calls like that already; nothing would change."),
    "counter",
)
NO_LUNCH_AHEAD = Refusal(
    "no_lunch_ahead",
    Text("{counter}接下来没有午休可移", "{counter} has no lunch ahead that could be moved."),
    "counter",
)
NOT_KNOWN_ENOUGH = Refusal(
    "not_known_enough",
    Text(
        "现在还算不出来：大厅还没有营业，或叫号规则不能推算",
        "This cannot be reckoned here yet: the hall is not open, or its order of calling gives no figures.",
    ),
)
NOT_RECKONED_NOW = Refusal(
    "not_reckoned_now",
    Text(
        "现在算不出来，叫号不受影响；请过一会儿再试",
        "This cannot be reckoned just now; calling goes on as ever. Please try again in a moment.",
    ),
)
SUPPOSED_ANEW = Refusal(
    "supposed_anew",
    Text("您又问了新的假设，这一次不算了", "You have asked something newer; this one is dropped."),
)
OTHERS_SUPPOSE = Refusal(
    "others_suppose",
    Text("别人正在推算，请稍等几秒再试", "Others are being answered; try again in a few seconds."),
)
