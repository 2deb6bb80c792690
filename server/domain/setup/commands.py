"""Everything that can be asked about the hall's set-up."""

from dataclasses import dataclass
from datetime import date

from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.said import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigureHall(Command):
    """Give the hall its set-up, or change it; refused when a running ticket would lose its ground."""

    config: HallConfig
    base: HallConfig | None = None  # what the asker started from: what others changed since is kept
    valid_from: date | None = None  # a day to come: planned until it begins
    note: Note = ""
    undoes: int = 0  # the event that this takes back
    confirmed: tuple[str, ...] = ()  # addresses at which whoever asks saw a slip come out
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPlan(Command):
    """The planned change's day has come."""

    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPlan(Command):
    """A planned change shall not be."""

    plan: str
