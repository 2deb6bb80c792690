"""Everything that can be asked about numbers from home."""

from dataclasses import dataclass

from server.domain.command import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRemote(Command):
    """Take a number before one comes (Q42). The hall's own page asks for it; nobody is known by it."""

    service: str
    phone: str  # hashes of what asked, and of the network it asked from
    network: str
    language: str = "zh"
    expected_wait_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmArrival(Command):
    """Its holder is in the hall: from now on the number is called in its turn.

    A phone outside the hall's network says the code at the door; at a kiosk one comes with the number's own
    code (`ComeWithCode`).
    """

    ticket: str
    door_code: str = ""
    channel: str = "kiosk"
    printer: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepRemote(Command):
    """What only the time asks for: turns that have come, numbers given up, another code at the door."""
