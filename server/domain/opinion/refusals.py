"""What of opinion is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

EVALUATION_OVER = Refusal("evaluation_over", Text("这次评价已经结束", "This evaluation is over."))
RATED_ALREADY = Refusal("rated_already", Text("已经评价过了", "It has been rated already."))
NO_SUCH_LEVEL = Refusal("no_such_level", Text("请选择一至五级", "Choose one of the five levels."))
