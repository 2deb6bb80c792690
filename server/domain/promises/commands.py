"""Everything that can be asked about promises: the hall itself looks ahead."""

from dataclasses import dataclass

from server.domain.command import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAhead(Command):
    """Promise whoever has none, renew what does not hold any more, say which lines are at risk (Q04)."""
