"""Which shapes a stored hall is of: another stamp, and it is made anew from its events."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from server.domain.hall import Hall

MODULE = re.compile(r"(?:\w+\.)+")  # where a type lies is no part of its shape


@cache
def stamp() -> str:
    """Of the shapes this version keeps a hall in; every name, type and word in it counts."""
    return stamp_of(Hall)


def stamp_of(kind: type) -> str:
    shapes = "\n".join(sorted(set(_shapes(kind, set()))))
    return hashlib.sha256(shapes.encode()).hexdigest()[:16]


def _shapes(kind: Any, seen: set[Any]) -> Iterator[str]:
    """What a type is made of, each part once, however deep."""
    for part in get_args(kind):
        yield from _shapes(part, seen)
    if not isinstance(kind, type) or kind in seen:
        return
    seen.add(kind)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield f"{kind.__name__}.{field.name}: {MODULE.sub('', str(hints[field.name]))}"
            yield from _shapes(hints[field.name], seen)
    elif issubclass(kind, Enum):
        yield f"{kind.__name__} = {[word.value for word in kind]}"
