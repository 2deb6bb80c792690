"""Everything that can have happened to numbers from home, beside their steps as tickets."""

from dataclasses import dataclass

from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTaken(Event):
    """Who took a number that has just been issued: both hashes die with the day."""

    ticket: str
    phone: str
    network: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTurnCame(Event):
    """It would be called now, were its holder here; from now on it is kept for a while only."""

    ticket: str
    number: str
    passed: bool = False  # by a call that would have been its own


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorCodeChanged(Event):
    """The hall shows another code to who stands in it."""

    code: str
