"""Everything that can be asked about appointments."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.command import Command
from server.domain.queue.asked import WithCode


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAppointment(Command):
    """Promise a customer a time (Q22); `slot` is the beginning of one of the business's slots.

    With a `printer` it is put on paper to take home.
    """

    service: str
    slot: datetime
    printer: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAppointment(Command):
    """It is given up; its time can be had by others."""

    code: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(WithCode):
    """The customer is here: a number whose wait counts from the slot, or from now where that is later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseAppointments(Command):
    """Whoever has not come in time is not expected any more."""
