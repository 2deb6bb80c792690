"""What checks the bodies of the addresses is made once a process, and not with every hall that a test opens.

FastAPI makes a `TypeAdapter` of every field of every address: 0.3 s, most of what a hall costs to open. They
are values of their types; a hall's own functions in them make them another one.
"""

from typing import Any

from fastapi._compat import v2
from pydantic import TypeAdapter

CALLER = 3  # frames up, where names in a type are looked for: as if this function were not there
_made: dict[tuple[object, str, str], tuple[object, TypeAdapter[Any]]] = {}


def _adapter(kind: Any, *, config: Any = None) -> TypeAdapter[Any]:
    key = (kind.__origin__, repr(kind.__metadata__), repr(config))
    if key not in _made:  # what is in the key by its address lives as long as the key
        _made[key] = kind, TypeAdapter(kind, config=config, _parent_depth=CALLER)
    return _made[key][1]


def keep_adapters() -> None:
    v2.TypeAdapter = _adapter  # type: ignore[assignment,misc]
