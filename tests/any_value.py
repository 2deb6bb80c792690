"""A value of any type of the domain, with every part filled and none at its default."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.packs.hall_file import pack

VALUES: dict[Any, Any] = {
    str: "1",
    int: 7,
    float: 0.5,
    bool: True,
    date: date(2026, 3, 2),
    datetime: datetime(2026, 3, 2, 1, 0, 0, 1, tzinfo=UTC),
    Text: Text("系统升级", "Upgrade"),
    HallConfig: pack("power"),
}


def value_of(hint: Any) -> Any:
    if hint in VALUES:
        return VALUES[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1]
    if is_dataclass(hint):
        return filled(hint)
    parts = [part for part in get_args(hint) if part not in (type(None), Ellipsis)]
    if get_origin(hint) is Literal:
        return parts[-1]
    if get_origin(hint) is tuple:
        return tuple(value_of(part) for part in parts)
    if get_origin(hint) is Mapping:
        return {value_of(parts[0]): value_of(parts[1])}
    return value_of(parts[0])


def filled(kind: Any) -> Any:
    hints = get_type_hints(kind)
    return kind(**{f.name: value_of(hints[f.name]) for f in fields(kind)})
