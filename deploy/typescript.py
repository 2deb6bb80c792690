"""Write `server/web/wire.ts`: every shape on the wire, as the description of the interface has it (OpenAPI).

Views, answers, the socket's messages, what is sent; which address answers what; the screens there are.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from server.app import routes_of
from server.domain.screens import SCREENS
from server.living import open_house
from server.settings import Settings

WIRE = Path(__file__).parent.parent / "server/web/wire.ts"
COMMANDS = "/api/commands/"
NOT_FROM_A_PAGE = ("configure_hall",)  # a whole set-up; the administration sends it
HEAD = """// Made by `python -m deploy.typescript` from the description of the interface. Do not edit.

/** ISO 8601, UTC. */
export type Instant = string;
"""
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = dict[str, Any]


def document() -> Schema:
    """The description, as a hall serves it that is not set up yet."""

    async def read(folder: str) -> Schema:
        house = await open_house(Settings(data=Path(folder), voices=("chime",)))
        try:
            return routes_of(house).openapi()
        finally:
            await house.sounds.close()
            await house.live.journal.close()
            house.engine.dispose()

    with TemporaryDirectory() as folder:
        return asyncio.run(read(folder))


def render(description: Schema | None = None) -> str:
    description = description or document()
    spoken = dict(_commands(description))
    shapes = {
        _bare(name): _declare(_bare(name), shape, spoken) for name, shape in _described(description).items()
    }
    union = "\n  | ".join(sorted(spoken))
    return "\n".join(
        [
            HEAD,
            *(shapes[name] for name in sorted(shapes)),
            f"export type Command =\n  | {union};\n",
            *_addresses(description),
            screens(),
        ]
    )


def _operations(description: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if path.removeprefix(COMMANDS) not in NOT_FROM_A_PAGE:
                yield path, method, operation


def _commands(description: Schema) -> Iterator[tuple[str, str]]:
    """Shape and name of each: `CallNext`, `call_next`."""
    for path, _, operation in _operations(description):
        if path.startswith(COMMANDS):
            yield _content(operation["requestBody"]), path.removeprefix(COMMANDS)


def _described(schema: Schema) -> Schema:
    """The shapes that operations name, and those they name; what is sent and taken is as it is sent."""
    schemas: Schema = {
        k: v for k, v in schema["components"]["schemas"].items() if k not in ("Ask", "ToServer")
    }
    names: set[str] = set()
    for _, _, operation in _operations(schema):
        _reach(schemas, operation, names)
    return {n: schemas[n] for n in names if not (n.endswith("-Input") and _bare(n) + "-Output" in names)}


def _reach(schemas: Schema, part: Any, names: set[str]) -> None:
    if isinstance(part, list):
        for one in part:
            _reach(schemas, one, names)
    elif isinstance(part, dict):
        name = str(part.get("$ref", "")).rpartition("/")[2]
        if name in schemas and name not in names:
            names.add(name)
            _reach(schemas, schemas[name], names)
        for one in part.values():
            _reach(schemas, one, names)


def _addresses(description: Schema) -> list[str]:
    """What each address takes and answers, by the way it is asked; the results of commands."""
    paths, results = [], []
    for path, operations in sorted(description["paths"].items()):
        answers = {m: o["responses"]["200"] for m, o in operations.items() if "200" in o["responses"]}
        if path.startswith(COMMANDS):
            results += [
                f"  {path.removeprefix(COMMANDS)}: {_content(answer)};" for answer in answers.values()
            ]
        elif answers:
            ways = (f"{m}: {{ {_taken(operations[m])}answer: {_content(a)} }}" for m, a in answers.items())
            paths.append(f'  "{path}": {{ {"; ".join(ways)} }};')
    results = [row for row in results if row.strip().partition(":")[0] not in NOT_FROM_A_PAGE]
    tables = (("Paths", paths), ("Results", results))
    return [f"export interface {name} {{\n" + "\n".join(rows) + "\n}\n" for name, rows in tables]


def _taken(operation: Schema) -> str:
    """What is asked behind the `?`, and the body; what stands in the path itself its own letters say."""
    asked = [p for p in operation.get("parameters", ()) if p["in"] == "query"]
    fields = "; ".join(f"{p['name']}{'' if p.get('required') else '?'}: {_type(p['schema'])}" for p in asked)
    must = "" if any(p.get("required") for p in asked) else "?"
    query = f"query{must}: {{ {fields} }}; " if asked else ""
    return query + (f"body: {_content(operation['requestBody'])}; " if "requestBody" in operation else "")


def _content(part: Schema) -> str:
    """The type of a body or an answer; a file's bytes are a blob."""
    content = part["content"]
    return _type(content["application/json"]["schema"]) if "application/json" in content else "Blob"


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


def _bare(name: str) -> str:
    """The framework tells `Text` as sent from `Text` as taken; pages send what they were given."""
    return re.sub("-(Input|Output)$", "", name)


def _declare(name: str, shape: Schema, spoken: dict[str, str]) -> str:
    if name == "Json":
        return (
            "/** A piece of something whole: look at it before it is used. */\nexport type Json = unknown;\n"
        )
    if "properties" not in shape and shape.get("type") != "object":
        return f"export type {name} = {_type(shape)};\n"
    fields: Schema = dict(shape.get("properties", {}))
    required = set(shape.get("required", ()))
    if name in spoken:  # the request's name is the line's own affair
        fields.pop("id")
        fields = {"type": fields.pop("type"), **fields}
        required.add("type")
    required.update(f for f, kind in fields.items() if "const" in kind)  # by its name it is told from others
    lines = [f"  {f}{'' if f in required else '?'}: {_type(kind)};" for f, kind in fields.items()]
    return f"export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _type(shape: Schema) -> str:
    match shape:
        case {"$ref": str(ref)}:
            return _bare(ref.rpartition("/")[2])
        case {"const": value}:
            return json.dumps(value)
        case {"enum": list(values)}:
            return " | ".join(json.dumps(v, ensure_ascii=False) for v in values)
        case {"anyOf": list(choices)} | {"oneOf": list(choices)}:
            return " | ".join(dict.fromkeys(_type(c) for c in choices))
        case {"type": "array"}:
            return _list(shape)
        case {"type": "object"}:
            return _table(shape)
        case {"format": "date-time"}:
            return "Instant"
        case {"type": str(plain)}:
            return PLAIN[plain]
    raise ValueError(f"no TypeScript for {shape}")


def _list(shape: Schema) -> str:
    if "prefixItems" in shape:
        return f"readonly [{', '.join(_type(item) for item in shape['prefixItems'])}]"
    item = _type(shape["items"])
    return f"readonly ({item})[]" if "|" in item else f"readonly {item}[]"


def _table(shape: Schema) -> str:
    """Without a shape of its values it is what the server's own reader reads, place by place."""
    values = shape.get("additionalProperties")
    return f"Record<string, {_type(values)}>" if isinstance(values, dict) else "object"


if __name__ == "__main__":
    WIRE.write_text(render(), encoding="utf-8")
