"""Values are frozen: a changed one is a new one, made here faster than `dataclasses.replace` makes it.

Each event makes a handful of new values, the hall among them with its two dozen parts.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

Put = Callable[[Any, Any], None]


def replace(value: T, /, **changes: Any) -> T:
    """The same value with other parts; raises `TypeError` for one that it does not have."""
    kind: Any = type(value)
    made_of = _made_of(kind)
    if made_of is None:
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    copied, puts = made_of
    made: T = copied(value)
    for name, changed in changes.items():
        if name not in puts:
            raise TypeError(f"{kind.__name__} has no {name}")
        puts[name](made, changed)
    return made


@cache
def _made_of(kind: Any) -> tuple[Callable[[Any], Any], Mapping[str, Put]] | None:
    """How it is copied and each part is set; of a slotted value without a rule of its own for how it is made.

    The copy is written out part by part, as `dataclasses` itself writes how a value is made.
    """
    fields = dataclasses.fields(kind)
    slots = {f.name: getattr(kind, f.name, None) for f in fields if f.init}
    whole = len(slots) == len(fields) and all(hasattr(slot, "__set__") for slot in slots.values())
    if not whole or hasattr(kind, "__post_init__") or kind.__dictoffset__:
        return None
    puts = {name: getattr(slot, "__set__") for name, slot in slots.items()}  # noqa: B009
    known: dict[str, Any] = {"new": object.__new__, "kind": kind} | {
        f"put_{n}": put for n, put in puts.items()
    }
    lines = ["def copied(value):", " made = new(kind)", *(f" put_{n}(made, value.{n})" for n in puts)]
    exec("\n".join([*lines, " return made"]), known)  # names of our own fields, nothing from outside
    return known["copied"], puts
