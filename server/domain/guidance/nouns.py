"""The nouns of guidance: ways, notices, faults, contacts; frozen, made only by `evolve`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from server.domain.text import Text
from server.domain.values import quick


class Way(StrEnum):
    """Where somebody is sent instead of into a line (Q15)."""

    SELF_SERVICE = "self_service"
    E_CHANNEL = "e_channel"
    FORM_DESK = "form_desk"
    BACK_OFFICE = "back_office"
    OTHER_DEPT = "other_dept"
    ANSWERED = "answered"


class Kind(StrEnum):
    """Why somebody may come back to a fair place."""

    MISSING = "missing"  # papers were missing, and told once (B09)
    PASS = "pass"  # we could not serve them (2nd-visit priority card)


CARD = "card"  # what a slip says instead of a notice's code where it is the handling card (B11)
MONEY_COUNTED = Text("单据交待清楚，钱款当面点清", "Papers explained, money counted together")  # B12


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What somebody went home with: a list of what is missing, or a pass; good for one return."""

    code: str  # opens its page and brings its holder back; unguessable
    kind: Kind
    service: str
    number: str  # that it was given to
    missing: tuple[Text, ...] = ()
    agent: bool = False
    reason: Text = Text("", "")
    given_at: datetime
    given_by: str
    last_day: date  # on which it still brings back
    used_by: str = ""  # the ticket it became
    ticket: str = ""  # that it was given to; a visit has one that is not used
    papers: int = 0  # how often it was printed


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A case that somebody elsewhere has to call about; open until it is said to be done."""

    id: str
    way: Way
    department: str  # or who
    service: str
    number: str  # that the customer had, if any
    contact: str  # masked
    due: datetime  # the customer's appointment
    words: str
    at: datetime
    by: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A self-service terminal that is not recommended, and since when."""

    since: datetime
    detail: str
    by: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Whom one person has met today, by what was done (T20)."""

    greeted: int = 0
    issued: int = 0
    diverted: int = 0
    prepared: int = 0

    @property
    def all(self) -> int:
        return self.greeted + self.issued + self.diverted + self.prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Everything of guidance that is true now; what is over lives in the journal."""

    peak: bool = False  # Q13
    rain: bool = False  # Q46
    faults: Mapping[str, Fault] = field(default_factory=dict)  # terminal -> what is wrong
    notices: Mapping[str, Notice] = field(default_factory=dict)  # code -> not over yet
    handovers: Mapping[str, Handover] = field(default_factory=dict)  # open ones (Q21)
    # Of the day's visits, by ticket.
    prepared: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)  # steps done (Q23)
    points_told: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)  # key points (E32)
    owners: Mapping[str, str] = field(default_factory=dict)  # who met them before any counter; see `contact`
    returned: Mapping[str, str] = field(default_factory=dict)  # the notice or pass they came with
    # Of the day.
    ways: Mapping[str, int] = field(default_factory=dict)  # way -> customers sent
    contacts: Mapping[str, Contacts] = field(default_factory=dict)  # person -> whom they met
    errors: Mapping[str, int] = field(default_factory=dict)  # who typed -> triage errors (Q16)
