"""Everything that can be asked at the door: where to send somebody, what they lack, what to do meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from server.domain.command import Command
from server.domain.guidance.nouns import Way
from server.domain.queue.asked import WithCode
from server.domain.said import Letters, Reason, Words

Phone = Annotated[str, Letters(30)]  # as people type it


@dataclass(frozen=True, slots=True, kw_only=True)
class Greet(Command):
    """A guide has met somebody (T20)."""

    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divert(Command):
    """Send somebody another way (Q15): one ask, one record. Who has a `ticket` needs it no longer.

    Without a ticket `service` is what they came for, "" where nobody knows. To the form desk a ticket keeps
    its place (Q20). `topic` and `words` are what was asked and answered (B20).
    """

    way: Way
    service: str = ""
    ticket: str = ""
    terminal: str = ""  # of self-service, which
    topic: int = -1  # of the business's topics
    words: Words = ""
    by: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """The back office or another department takes the case over (Q21). Who has a `ticket` needs it no longer.

    Whoever there was not `reached` calls back at `phone`, of which only 138****5678 is kept, and the customer
    has a time, `due`, in the hall's hours.
    """

    way: Way
    department: Words  # or who
    reached: bool = True
    phone: Phone = ""
    due: datetime | None = None
    service: str = ""
    ticket: str = ""
    words: Words = ""  # what it is about
    by: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseHandover(Command):
    """The case that was handed over is done."""

    handover: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPeakMode(Command):
    """Show guides who waits and could be helped another way (Q13)."""

    on: bool
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRainMode(Command):
    """Screens and staff speak of umbrellas and a wet floor (Q46, O37)."""

    on: bool
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTerminal(Command):
    """A self-service terminal is out of order, or works again (Q19)."""

    terminal: str
    works: bool
    detail: Reason = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickStep(Command):
    """A step of the business that can be done while waiting is done, or was not after all (Q23)."""

    ticket: str
    step: int
    done: bool = True
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellKeyPoints(Command):
    """The customer has been told what matters about the business (E32).

    With a `printer` the handling card lists it, for home (B11).
    """

    ticket: str
    printer: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveNotice(Command):
    """Say once, on paper, what is missing (B09). `missing` counts the papers, an agent's behind the usual.

    `leaves`: the customer comes back with it; else the case goes on and the rest is owed (B10).
    """

    ticket: str
    missing: tuple[int, ...] = ()
    also: Reason = ""  # what no catalogue knows
    agent: bool = False
    leaves: bool = True
    printer: str = ""
    by: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePass(Command):
    """We could not serve somebody: a pass for a fair place next time. `ticket` ends with it."""

    ticket: str
    reason: Reason
    printer: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReturn(WithCode):
    """Take a number with a notice or a pass: once, in its days, with a head start that starves nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeWithCode(WithCode):
    """Somebody is here with a code, whatever it is of: the hall finds out, and answers with their number.

    A notice or a pass brings back, an appointment checks in; a number's own code says how it stands.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPaper(Command):
    """Print what a code is of once more, on any day on which it is good: a notice, a pass, an appointment."""

    code: str
    printer: str = ""
    by: str = ""
