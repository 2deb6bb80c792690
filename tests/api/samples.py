"""One command of every kind, with every field filled."""

from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from server.api.asking.wire import COMMANDS
from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.proposals.nouns import Proposal, ProposedStep
from server.domain.roster.nouns import Shift
from server.domain.text import Text
from server.packs.hall_file import pack

VALUES: dict[Any, Any] = {
    str: "1",
    int: 1,
    float: 0.5,
    date: date(2026, 3, 2),
    datetime: datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
    bool: True,
    Text: Text("系统升级", "Upgrade"),
    HallConfig: pack("power"),
    tuple[str, ...]: ("pay", "invoice"),
    tuple[int, ...]: (0, 2),
    tuple[Shift, ...]: (Shift(person="admin", counter="1", begins="08:30", ends="12:00"),),
    tuple[Proposal, ...]: (
        Proposal(
            step=ProposedStep.OPEN, counter="1", profile="1", people=3, without=1.0, after=2.5, noise=0.1
        ),
    ),
}


def value_of(hint: Any) -> Any:
    if hint in VALUES:
        return VALUES[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1]
    if get_origin(hint) is Literal:
        return get_args(hint)[-1]
    if get_origin(hint) is tuple:
        return (value_of(get_args(hint)[0]),)
    return value_of(next(part for part in get_args(hint) if part is not type(None)))


def sample(name: str) -> Command:
    kind = COMMANDS[name]
    hints = get_type_hints(kind)
    return kind(**{f.name: value_of(hints[f.name]) for f in fields(kind)})
