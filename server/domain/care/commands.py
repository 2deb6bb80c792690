"""Everything that can be asked about waits that hurt."""

from dataclasses import dataclass

from server.domain.command import Command
from server.domain.said import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachRung(Command):
    """The ladder says that a visit has waited past a rung (R12); a second time changes nothing."""

    ticket: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseTask(Command):
    """Ask somebody of `roles` to do something; the same kind and subject again changes nothing."""

    kind: str
    subject: str  # a ticket's id, a zone or a counter
    roles: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTask(Command):
    """Somebody looks after it; it is no longer repeated."""

    task: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTask(Command):
    """It is done elsewhere or no longer needed."""

    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainWait(Command):
    """A guide has told the customer why it takes so long (Q30)."""

    ticket: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveWater(Command):
    """Water for one waiting ticket or for everybody who waits in a zone (R03); each at most once."""

    ticket: str = ""
    zone: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase(Command):
    """A remedy is due (R05); a second one for the same visit changes nothing."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRemedy(Command):
    """The script has been said and the gift is offered (R06); `where` is a counter or "zone"."""

    ticket: str
    where: str = "zone"
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveGift(Command):
    """Hand over one gift (R07): at most 2.00 yuan, in stock, one a case."""

    ticket: str
    gift: str
    where: str = "zone"
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineGift(Command):
    """The customer does not want it; that counts as done (R10)."""

    ticket: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveCase(Command):
    """The remedy is not owed after all; a reason is required and reported."""

    ticket: str
    reason: Reason
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStock(Command):
    """So many pieces have been counted."""

    gift: str
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadShift(Command):
    """Who answers for the shift from now on (R10)."""

    by: str = ""
