"""Any JSON, for the few answers that hold a piece of something whole: of a set-up, of an event."""

from typing import Any

from pydantic_core import to_jsonable_python
from typing_extensions import TypeAliasType

Json = TypeAliasType("Json", "bool | int | float | str | list[Json] | dict[str, Json] | None")


def as_json(value: Any) -> Json:
    """A value as JSON has it: dates as text, dataclasses as objects."""
    made: Json = to_jsonable_python(value)
    return made
