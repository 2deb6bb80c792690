"""Every operation says what it answers: a type with fields, or a kind of file. Nothing free-form."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.api.answering.answers import Acknowledged, answering, file

API = Path(__file__).parents[2] / "server/api"
Schema = dict[str, Any]


def answers(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    """Operation, media type and schema of all that is answered when things go well."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            for status, answer in operation["responses"].items():
                if status.startswith("2"):
                    for media, said in answer.get("content", {"nothing": {}}).items():
                        yield f"{method.upper()} {path}", media, said.get("schema", {})


def free_form(document: Schema, schema: Schema, seen: frozenset[str] = frozenset()) -> bool:
    """Whether somewhere in it anything at all may stand."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        inner = document["components"]["schemas"][name]
        return name not in seen and free_form(document, inner, seen | {name})
    if "anyOf" in schema or "oneOf" in schema:
        return any(free_form(document, one, seen) for one in schema.get("anyOf", schema.get("oneOf")))
    if schema.get("type") == "array":
        inside = [*schema.get("prefixItems", ()), *([schema["items"]] if "items" in schema else ())]
        return not inside or any(free_form(document, one, seen) for one in inside)
    if schema.get("type") == "object":
        inside = [*schema.get("properties", {}).values()]
        more = schema.get("additionalProperties")
        if more is True or (more is None and "properties" not in schema):
            return True
        return any(free_form(document, one, seen) for one in [*inside, *([more] if more else ())])
    return "type" not in schema and "enum" not in schema and "const" not in schema


def test_every_operation_says_what_it_answers(description: Schema) -> None:
    told = list(answers(description))
    assert len(told) > 50
    vague = [f"{where} {media}" for where, media, schema in told if free_form(description, schema)]
    assert vague == []


def test_every_operation_says_how_it_refuses(description: Schema) -> None:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            refused = operation["responses"]["4XX"]["content"]["application/json"]["schema"]
            assert refused == {"$ref": "#/components/schemas/Problem"}, f"{method} {path}"


def test_no_shape_has_a_name_by_which_another_goes_too(description: Schema) -> None:
    """Else the framework would put their folders before their names."""
    assert [name for name in description["components"]["schemas"] if "__" in name] == []


def test_nothing_free_form_is_handed_on_to_be_answered() -> None:
    free = re.compile(r"-> [^:]*\b(dict\[str, (Any|object)\]|Plain)")
    found = {path.name for path in API.rglob("*.py") if free.search(path.read_text(encoding="utf-8"))}
    assert found == set()


def test_bytes_made_elsewhere_are_described_all_the_same() -> None:
    (told,) = answering("View")[200]["content"].values()
    assert told["schema"]["$ref"].endswith("/View")
    assert file("image/png")[200]["content"].keys() == {"image/png"}
    assert Acknowledged().done
