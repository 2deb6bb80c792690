"""Every message of the socket but commands and views: protocol 1, see `server/ARCHITECTURE.md`.

A message's fields are those of its dataclass, and `type` names it. What watchers and devices send themselves
stands with them. The description lists all as the schemas `FromServer` and `ToServer`, with which pages are
compiled.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer, TypeAdapter, WithJsonSchema
from typing_extensions import TypeAliasType

from server.access.actors import Actor
from server.api.answering.errors import Problem, SetupProblem, WrongPlace
from server.api.asking.desk import CommandDone
from server.api.asking.wire import MODELS, Hello, Sound
from server.api.health.safety import Trouble
from server.devices.printing.agents import PrintAsk, PrinterSaid
from server.domain.config.chinese_alone import Languages
from server.domain.screens import SCREENS
from server.watchers.devices.loudspeakers import CueMessage

VIEWS: Any = reduce(or_, (screen.view for screen in SCREENS.values() if screen.view))
View = TypeAliasType("View", VIEWS)
# As the first pages were given it, with "+00:00" at its end.
Moment = Annotated[
    datetime,
    PlainSerializer(datetime.isoformat, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """The answer to hello. `zone` names the hall's time, "" while it is not set up.

    `languages` are what it speaks, as every beat says anew: "zh" is Chinese alone.
    """

    type: Literal["welcome"] = "welcome"
    protocol: int
    build: str
    time: Moment
    zone: str
    languages: Languages
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """Every five seconds, whether anything has happened or not."""

    type: Literal["beat"] = "beat"
    seq: int
    epoch: int
    time: Moment
    build: str
    zone: str
    languages: Languages
    faults: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A device's token for the one it has, which is no longer good."""

    type: Literal["token"] = "token"
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedAsk(Problem):
    """The answer to a command that is not done; `id` is the request's name.

    `problems` are all that is wrong with a set-up, as by HTTP; nothing else has more than one.
    """

    type: Literal["refused"] = "refused"
    id: str
    problems: tuple[WrongPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bye(Problem):
    """The last message of a socket that is turned away."""

    type: Literal["bye"] = "bye"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewMessage:
    """What a screen shows now; `watchers/screens/push_views.py` writes it round the view's own bytes."""

    type: Literal["view"] = "view"
    seq: int
    epoch: int
    time: Moment
    view: View


Message = Welcome | Beat | NewToken | RefusedAsk | Bye
FromServer = TypeAliasType(
    "FromServer", Message | ViewMessage | CommandDone | CueMessage | PrintAsk
)  # `type` tells which; a view's is that of the screen that said hello
ASKS: Any = reduce(or_, MODELS.values())
Ask = TypeAliasType("Ask", ASKS)
ToServer = TypeAliasType("ToServer", Hello | Sound | PrinterSaid | Ask)
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def written(message: Message) -> bytes:
    return _adapter(type(message)).dump_json(message)


def refused(why: Problem, name: str) -> RefusedAsk:
    wrong = why.problems if isinstance(why, SetupProblem) else ()
    return RefusedAsk(id=name, code=why.code, text=why.text, fields=why.fields, problems=wrong)


def bye(why: Problem) -> Bye:
    return Bye(code=why.code, text=why.text, fields=why.fields)
