"""What every command is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something a person or a device asks of the hall."""
