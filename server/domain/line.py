"""What a routing policy is shown, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from server.domain.config.figures import Figures
from server.domain.config.soundness.known import Known
from server.domain.hall import Counter, Ticket
from server.domain.promises.nouns import Foresight
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Those a counter may call now, none of them yet to let others pass."""

    waiting: Sequence[Ticket]
    priority_run: int  # priority calls made in a row by this counter's group
    figures: Figures


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket to call and why, in words that can be shown to who asks."""

    ticket: Ticket
    why: Text
    places: Mapping[str, object] = field(default_factory=dict)  # what stands in the words' places

    @property
    def reason(self) -> Text:
        """Written when somebody reads it: whoever only asks who is next does not."""
        return self.why.fill(**self.places) if self.places else self.why


Pick = Callable[[Line, Counter, datetime], Choice | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a policy goes by, as figures: enough to run a line forward without asking it each time.

    Whoever has waited `overdue_after` seconds is called before all others, the longest first; then whoever
    has the earliest place, priority's counted `head_start` seconds earlier; but after `run_limit` priority
    calls in a row an ordinary ticket, where one waits. `math.inf`: never.
    """

    head_start: float
    run_limit: float
    overdue_after: float


def nobody_looked() -> Known | None:
    return None


def nobody_foresees() -> Foresight | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The world as a command meets it: time, fresh names, the routing policy, what a set-up may name."""

    at: datetime
    new_id: str
    new_token: str
    pick: Pick
    known: Callable[[], Known | None] = nobody_looked  # asked by who judges a set-up only
    foresee: Callable[[], Foresight | None] = nobody_foresees
    sure: bool = True  # the time is proven; until then no day ends and none begins by it
