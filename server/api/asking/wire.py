"""Every command on the wire: the domain's own commands with a name and nothing else allowed."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    create_model,
)
from pydantic_core import PydanticCustomError

from server.domain.areas import RULES
from server.domain.command import Command
from server.domain.config.bounds import LINES
from server.domain.config.pieces.calendar import FIRST_DAY, LAST_DAY
from server.domain.letters import clean, cleaned
from server.domain.queue.commands import AtCounter
from server.domain.screens import SCREENS
from server.domain.text import Text
from server.packs.wrong_values import Unseen

PROTOCOL = 1
LONGEST_TEXT = 500
FIRST_MOMENT, LAST_MOMENT = (datetime.combine(day, time(), UTC) for day in (FIRST_DAY, LAST_DAY))
MOST_ITEMS = 50
MOST_OF: Mapping[str, int] = {"shifts": 200}  # two a counter and some more, of the largest hall
MOST: Mapping[str, int] = {"pieces": 100_000, "reaction_ms": 24 * 3600 * 1000}  # of a command's numbers
USUAL_MOST = 10**9
LONGEST_WAIT = 7 * 24 * 3600  # s that anybody can be told to wait
SET_UP_LINES = frozenset(f"{part}.{path}" for part in ("config", "base") for path in LINES)


def _plainly(name: str) -> str:
    if clean(name) != name:
        raise Unseen("only letters that can be seen")
    return name


RequestName = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_plainly)]


Said = Annotated[str, AfterValidator(clean)]


class Asked(BaseModel):
    """A command as it comes: `id` is the request's name, made by the client and repeated on every retry.

    What reads one is made when the first one comes (`defer_build`): all together they hold a hall's start up.
    """

    model_config = ConfigDict(
        extra="forbid", str_max_length=LONGEST_TEXT, allow_inf_nan=False, defer_build=True
    )

    id: RequestName


def _screen(name: str) -> str:
    if name not in SCREENS:
        raise ValueError("no such screen")
    return name


class Hello(BaseModel):
    """The first message on a socket."""

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST_TEXT)

    type: Literal["hello"]
    protocol: int = PROTOCOL
    token: str
    screen: Annotated[str, AfterValidator(_screen)]
    place: Said = ""
    language: Said = "zh"
    build: Said = ""  # of the page that says hello
    now: AwareDatetime | None = None  # by its own clock


class Sound(BaseModel):
    """A lobby board says whether it may make a sound."""

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST_TEXT)

    type: Literal["sound"]
    state: Literal["on", "blocked"]


def wire_name(command: type[Command]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


def _model(command: type[Command]) -> type[Asked]:
    hints = get_type_hints(command, include_extras=True)
    shape: dict[str, Any] = {"type": (Literal[wire_name(command)], wire_name(command))}
    for f in fields(command):
        shape[f.name] = (_bounded(f.name, hints[f.name]), ... if f.default is MISSING else f.default)
    if issubclass(command, AtCounter):
        shape["ticket"] = (str, ...)  # whoever asks has seen somebody there, or nobody
    return create_model(command.__name__, __base__=Asked, __doc__=command.__doc__, **shape)


def _at_most(most: int) -> Any:
    """Of what somebody typed, in each of its languages."""

    def fits(typed: str | Text) -> str | Text:
        for one in (typed,) if isinstance(typed, str) else (typed.zh, typed.en):
            if len(one) > most:
                raise PydanticCustomError("string_too_long", "too long", {"max_length": most})
        return typed

    return AfterValidator(fits)


def _bounded(name: str, hint: Any) -> Any:
    """Texts have their most by their type, else by the model; nothing else comes without one either."""
    if get_origin(hint) is Annotated:
        kind, (letters, *_) = hint.__origin__, hint.__metadata__
        return Annotated[kind, _at_most(letters.most)]
    if hint is int:
        most = MOST.get(name, USUAL_MOST)
        return Annotated[hint, Field(ge=-most, le=most)]
    if hint is float:
        return Annotated[hint, Field(ge=-USUAL_MOST, le=USUAL_MOST)]
    if hint == float | None:
        return Annotated[hint, Field(ge=0, le=LONGEST_WAIT)]
    if hint == date | None:
        return Annotated[hint, Field(ge=FIRST_DAY, le=LAST_DAY)]
    if hint == datetime | None:
        return Annotated[AwareDatetime | None, Field(ge=FIRST_MOMENT, le=LAST_MOMENT)]
    if hint is datetime:
        return Annotated[AwareDatetime, Field(ge=FIRST_MOMENT, le=LAST_MOMENT)]
    if get_origin(hint) is tuple:
        one: Any = _bounded(name, get_args(hint)[0])
        return Annotated[tuple[one, ...], Field(max_length=MOST_OF.get(name, MOST_ITEMS))]
    return hint


COMMANDS: Mapping[str, type[Command]] = {wire_name(kind): kind for kind in RULES}
NAMES: Mapping[type[Command], tuple[str, ...]] = {k: tuple(f.name for f in fields(k)) for k in RULES}
MODELS: Mapping[str, type[Asked]] = {name: _model(kind) for name, kind in COMMANDS.items()}


def parse(name: str, body: bytes | str) -> Asked:
    """Read one command of a known name; raises pydantic's `ValidationError`."""
    return MODELS[name].model_validate_json(body)


def command_of(asked: Asked) -> Command:
    kind = COMMANDS[asked.type]  # type: ignore[attr-defined]  # every model of MODELS has it
    command = kind(**{name: getattr(asked, name) for name in NAMES[kind]})
    return cleaned(command, SET_UP_LINES)
