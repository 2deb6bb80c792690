"""Values are frozen: a changed one is a new one, made here faster than `dataclasses.replace` makes it.

Each event makes a handful of new values, the hall among them with its two dozen parts.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")

Put = Callable[[Any, Any], None]
_new = object.__new__


def replace(value: T, /, **changes: Any) -> T:
    """The same value with other parts; raises `TypeError` for one that it does not have."""
    kind: Any = type(value)
    parts = _parts(kind)
    if parts is None:
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    of, puts = parts
    made: T = _new(kind)
    for put, part in zip(puts.values(), of(value), strict=True):
        put(made, part)
    for name, changed in changes.items():
        if name not in puts:
            raise TypeError(f"{kind.__name__} has no {name}")
        puts[name](made, changed)
    return made


@cache
def _parts(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, Put]] | None:
    """How all are read and each is set; of a slotted value without a rule of its own for how it is made."""
    fields = dataclasses.fields(kind)
    slots = {f.name: getattr(kind, f.name, None) for f in fields if f.init}
    whole = 1 < len(slots) == len(fields) and all(hasattr(slot, "__set__") for slot in slots.values())
    if not whole or hasattr(kind, "__post_init__") or kind.__dictoffset__:
        return None
    return attrgetter(*slots), {name: getattr(slot, "__set__") for name, slot in slots.items()}  # noqa: B009
