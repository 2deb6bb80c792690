"""Views as JSON: what is kept (`domain/kept.py`) is written once, wherever and however often it stands."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import to_json

from server.domain.kept import MANY, SOME, Generations

# It knows the fields beforehand: a third of the time of looking at every value.
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


class Shape(NamedTuple):
    """The fields of a view: plain values, rows (or none), lists of rows."""

    plain: tuple[str, ...]
    of_plain: Callable[[Any], tuple[Any, ...]]
    one: tuple[tuple[str, bytes], ...]  # with how it begins in JSON
    many: tuple[tuple[str, bytes], ...]


class Written:
    """Writes views; knows the newest rows, and whole lists of them, by identity."""

    def __init__(self) -> None:
        self._rows: Generations[int] = Generations(MANY)
        self._lists: Generations[int] = Generations(SOME)

    def view(self, view: Any) -> bytes:
        shape = _shape(type(view))
        parts = [to_json(dict(zip(shape.plain, shape.of_plain(view), strict=True)))[:-1]]
        row, rows, known = self._row, self._list, self._lists.young
        for name, begins in shape.one:
            parts += (begins, row(getattr(view, name))[1])
        for name, begins in shape.many:
            value = getattr(view, name)
            newest = known.get(id(value))
            parts += (begins, rows(value) if newest is None else newest[1])  # most are what they were
        parts.append(b"}")
        return b"".join(parts)

    def _list(self, rows: tuple[Any, ...]) -> bytes:
        """Whoever makes its list anew each time has it written anew; a kept one is found again."""
        if not rows:
            return b"[]"
        written = self._lists.renewed(id(rows))
        if written is None:
            known, row = self._rows.young, self._row
            each = [(known.get(id(value)) or row(value))[1] for value in rows]
            written = self._lists.put(id(rows), (rows, b"".join((b"[", b",".join(each), b"]"))))
        list_bytes: bytes = written[1]
        return list_bytes

    def _row(self, row: Any) -> tuple[Any, bytes]:
        known = self._rows.young.get(id(row)) or self._rows.renewed(id(row))
        if known is None:
            known = self._rows.put(id(row), (row, _adapter(type(row)).dump_json(row)))
        return known


def _shape_of(kind: type[Any]) -> Shape:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    one = [name for name in names if _is_row(hints[name])]
    many = [name for name in names if get_origin(hints[name]) is tuple and _is_row(get_args(hints[name])[0])]
    plain = tuple(name for name in names if name not in (*one, *many))
    assert plain, "JSON of rows alone would begin with a comma"
    return Shape(plain, _values_of(plain), _begun(one), _begun(many))


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) == 1:
        return lambda view: (getattr(view, names[0]),)
    return attrgetter(*names)


def _begun(names: list[str]) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, f',"{name}":'.encode()) for name in names)


def _is_row(hint: Any) -> bool:
    """A dataclass, or one that may be missing."""
    if get_origin(hint) in (Union, UnionType):
        return all(option is NoneType or is_dataclass(option) for option in get_args(hint))
    return is_dataclass(hint)


_shape: Callable[[Any], Shape] = cache(_shape_of)
