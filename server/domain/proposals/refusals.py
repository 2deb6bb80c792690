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
