"""Write `server/web/wire.ts`: the TypeScript shape of every view and every command a page may send."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from server.domain.areas import RULES
from server.domain.config.config import HallConfig
from server.domain.screens import SCREENS
from server.domain.setup.commands import ConfigureHall
from server.domain.views.ticket import TicketView

WIRE = Path(__file__).parent.parent / "server/web/wire.ts"
VIEWS: tuple[type, ...] = (
    *(screen.view for screen in SCREENS.values() if screen.view),
    TicketView,
    HallConfig,  # the set-up page works on a whole one
)
NOT_FROM_A_PAGE = (ConfigureHall,)  # a whole set-up; the administration sends it
HEAD = """// Made by `python -m deploy.typescript` from the Python views and commands. Do not edit.

/** ISO 8601, UTC. */
export type Instant = string;
"""
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = dict[str, Any]


def commands() -> list[type]:
    return [c for c in RULES if c not in NOT_FROM_A_PAGE]


def command_type(command: type) -> str:
    """`CallNext` -> `call_next`, as the wire names it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


def render() -> str:
    shapes: dict[str, str] = {}
    for view in VIEWS:
        _collect(shapes, view, "serialization")
    for command in commands():
        _collect(shapes, command, "validation", tag=command_type(command))
    union = "\n  | ".join(c.__name__ for c in commands())
    return "\n".join(
        [
            HEAD,
            *(shapes[name] for name in sorted(shapes)),
            f"export type Command =\n  | {union};\n",
            screens(),
        ]
    )


def screens() -> str:
    """What the pages know of the hall's screens without asking."""
    rows = [
        f"  {name}: {{ at: {json.dumps(screen.at)}, "
        f"name: {{ zh: {_letters(screen.name.zh)}, en: {_letters(screen.name.en)} }} }},"
        for name, screen in SCREENS.items()
    ]
    return "\n".join(["export const SCREENS = {", *rows, "} as const;\n"])


def _letters(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _collect(
    shapes: dict[str, str], kind: type, mode: Literal["serialization", "validation"], tag: str = ""
) -> None:
    schema = TypeAdapter[Any](kind).json_schema(mode=mode)
    sent_whole = mode == "serialization"  # what the server sends has every field, default or not
    for name, shape in {**schema.pop("$defs", {}), kind.__name__: schema}.items():
        text = _declare(name, shape, sent_whole, tag if name == kind.__name__ else "")
        if shapes.setdefault(name, text) != text:
            raise ValueError(f"{name} has two shapes on the wire; rename one of the dataclasses")


def _declare(name: str, shape: Schema, sent_whole: bool, tag: str) -> str:
    if "enum" in shape:
        return f"export type {name} = {_type(shape)};\n"
    fields: Schema = shape.get("properties", {})
    required = set(fields if sent_whole else shape.get("required", ()))
    lines = [f'  type: "{tag}";'] if tag else []
    lines += [f"  {name}{'' if name in required else '?'}: {_type(kind)};" for name, kind in fields.items()]
    return f"export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _type(shape: Schema) -> str:
    match shape:
        case {"$ref": str(ref)}:
            return ref.rsplit("/", 1)[-1]
        case {"enum": list(values)}:
            return " | ".join(json.dumps(v) for v in values)
        case {"anyOf": list(choices)}:
            return " | ".join(_type(c) for c in choices)
        case {"type": "array"}:
            item = _type(shape["items"])
            return f"readonly ({item})[]" if "|" in item else f"readonly {item}[]"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"Record<string, {_type(values)}>"
        case {"format": "date-time"}:
            return "Instant"
        case {"type": str(plain)}:
            return PLAIN[plain]
    raise ValueError(f"no TypeScript for {shape}")


if __name__ == "__main__":
    WIRE.write_text(render(), encoding="utf-8")
