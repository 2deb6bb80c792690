"""Everything that can have happened at the door."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.event import Event
from server.domain.guidance.nouns import Kind, Way
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerGreeted(Event):
    """A guide met somebody."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDiverted(Event):
    """Somebody was sent another way; `ticket` is theirs, where they had one."""

    way: Way
    service: str
    ticket: str
    number: str
    terminal: str
    topic: Text
    words: str
    by: str
    where: str  # a counter, or "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHandedOver(Event):
    """Somebody else takes the case over; who was not `reached` calls `contact`, a masked number, by `due`."""

    handover: str
    way: Way
    department: str
    service: str
    ticket: str
    number: str
    reached: bool
    contact: str
    due: datetime | None
    words: str
    by: str
    where: str  # a counter, or "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverClosed(Event):
    """It is done."""

    handover: str
    department: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeakModeSet(Event):
    """Guides see, or no longer, who could be helped another way."""

    on: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RainModeSet(Event):
    """It rains, or no longer: the lines about umbrellas and a wet floor come and go."""

    on: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalReported(Event):
    """A terminal is out of order, or works again."""

    terminal: str
    works: bool
    detail: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTicked(Event):
    """A step that can be done while waiting; in the words it had."""

    ticket: str
    step: Text
    done: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPointsTold(Event):
    """What matters about the business, in the words it was told in."""

    ticket: str
    points: tuple[Text, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven(Event):
    """Somebody has on paper what is missing, or a pass; its code brings them back until `last_day`."""

    notice: str
    kind: Kind
    ticket: str
    number: str
    service: str
    missing: tuple[Text, ...]
    agent: bool
    reason: Text
    last_day: date
    by: str
    where: str  # a counter, or "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUsed(Event):
    """Its holder is back and has a number."""

    notice: str
    ticket: str
