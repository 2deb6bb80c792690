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
