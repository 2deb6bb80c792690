"""Every command on the wire: the domain's own commands with a name and nothing else allowed."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, create_model

from server.domain.care.commands import CareCommand
from server.domain.command import Command
from server.domain.equipment.commands import EquipmentCommand
from server.domain.queue.commands import QueueCommand

PROTOCOL = 1
LONGEST_TEXT = 500

RequestName = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Asked(BaseModel):
    """A command as it comes: `id` is the request's name, made by the client and repeated on every retry."""

    model_config = ConfigDict(extra="forbid", str_max_length=LONGEST_TEXT)

    id: RequestName


class Hello(BaseModel):
    """The first message on a socket."""

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST_TEXT)

    type: Literal["hello"]
    protocol: int = PROTOCOL
    token: str
    screen: Literal["kiosk", "counter", "window", "lobby", "manager", "guide", "evaluator", "printer"]
    place: str = ""
    language: str = "zh"
    build: str = ""  # of the page that says hello


class Sound(BaseModel):
    """A lobby board says whether it may make a sound."""

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST_TEXT)

    type: Literal["sound"]
    state: Literal["on", "blocked"]


def wire_name(command: type[Command]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


def _model(command: type[Command]) -> type[Asked]:
    hints = get_type_hints(command)
    shape: dict[str, Any] = {"type": (Literal[wire_name(command)], wire_name(command))}
    for f in fields(command):
        shape[f.name] = (hints[f.name], ... if f.default is MISSING else f.default)
    return create_model(command.__name__, __base__=Asked, __doc__=command.__doc__, **shape)


COMMANDS: Mapping[str, type[Command]] = {
    wire_name(kind): kind
    for kind in (*get_args(QueueCommand), *get_args(EquipmentCommand), *get_args(CareCommand))
}
MODELS: Mapping[str, type[Asked]] = {name: _model(kind) for name, kind in COMMANDS.items()}
_ADAPTERS: Mapping[str, TypeAdapter[Asked]] = {name: TypeAdapter(model) for name, model in MODELS.items()}


def parse(name: str, body: bytes | str) -> Asked:
    """Read one command of a known name; raises pydantic's `ValidationError`."""
    return _ADAPTERS[name].validate_json(body)


def command_of(asked: Asked) -> Command:
    kind = COMMANDS[asked.type]  # type: ignore[attr-defined]  # every model of MODELS has it
    return kind(**{f.name: getattr(asked, f.name) for f in fields(kind)})
