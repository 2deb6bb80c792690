"""Values are frozen: a changed one is a new one, made here faster than `dataclasses` makes it.

Each event makes a handful of new values, the hall among them with its two dozen parts. A new one is filled as
a value of a twin class – the same slots, not frozen yet – and then told its own class: that is many times
quicker than going round what freezes it, part by part, and nobody holds it before it is whole.

Who makes many changes to one value and shows nobody what lies in between takes a `draft` of it: a copy of its
own, whose parts `replace` then changes in place, until it is `done`. What is frozen stays frozen: a draft is
another object from the beginning, and its parts are frozen values like any.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
K = TypeVar("K")

Make = Callable[..., Any]


def replace(value: T, /, **changes: Any) -> T:
    """The same value with other parts; raises `TypeError` for one that it does not have."""
    kind = type(value)
    copy = _COPIES[kind]
    if copy is None:
        changed: T = dataclasses.replace(value, **changes)  # type: ignore[type-var]
        return changed
    fresh: Any = copy(value)
    try:
        for name, part in changes.items():
            setattr(fresh, name, part)
    except AttributeError as why:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(changes))}") from why
    fresh.__class__ = kind
    made: T = fresh
    return made


def draft(value: T) -> T:
    """A copy that `replace` changes in place, for its maker alone."""
    kind: Any = type(value)
    fresh: Any = _COPIES[kind](value)
    fresh.__class__ = _draft_of(kind)
    made: T = fresh
    return made


def still(draft: T) -> T:
    """A draft as it is now, frozen, and untouched by what becomes of the draft."""
    kind = _DRAFTS[type(draft)]
    fresh: Any = _COPIES[kind](draft)
    fresh.__class__ = kind
    made: T = fresh
    return made


def done(draft: T) -> T:
    """The draft itself, frozen from now on; anything else as it is."""
    if kind := _DRAFTS.get(type(draft)):
        object.__setattr__(draft, "__class__", kind)
    return draft


class Growing(dict[K, T]):
    """A map of a draft's that takes what is new without being copied; whoever drafts makes a dict of it."""


def put(entries: Mapping[K, T], key: K, value: T) -> Mapping[K, T]:
    """With one more. What is there already is never exchanged in place: somebody may look at it."""
    if type(entries) is Growing and key not in entries:
        entries[key] = value
        return entries
    return {**entries, key: value}


def without(values: Mapping[K, T], key: K) -> dict[K, T]:
    """The same but for one: a copy and a cut, many times quicker than to ask each whether it is the one."""
    rest = {**values}
    rest.pop(key, None)
    return rest


def quick(kind: type[T]) -> type[T]:
    """Decorate a frozen class: a value of it is filled as its twin, many times quicker."""
    twin, parts = _twin(kind), dataclasses.fields(kind)  # type: ignore[arg-type]
    if twin is None or any(f.default_factory is not dataclasses.MISSING for f in parts):
        raise TypeError(f"{kind.__name__} is not of plain parts")
    known: dict[str, Any] = {"_become": object.__setattr__, "_twin": twin, "_kind": kind}
    asked = ["self", *(f.name for f in parts if not f.kw_only), "*", *(f.name for f in parts if f.kw_only)]
    for part in parts:
        if part.default is not dataclasses.MISSING:
            known[f"_{part.name}"] = part.default
            asked[asked.index(part.name)] = f"{part.name}=_{part.name}"
    filled = (
        "_become(self, '__class__', _twin)",
        *(f"self.{f.name} = {f.name}" for f in parts),
        "self.__class__ = _kind",
    )
    made = _written(", ".join(asked).removesuffix(", *"), *filled, **known)
    made.__annotations__ = kind.__init__.__annotations__
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    kind.__init__ = made  # type: ignore[method-assign]
    return kind


class _Copies(dict[type, Any]):
    """How a value is copied into one of its twin class, by its own; None where it has none."""

    def __missing__(self, kind: type) -> Make | None:
        twin = _twin(kind)
        self[kind] = copy = None
        if kind in _DRAFTS:
            self[kind] = copy = _itself
        elif twin is not None:
            parts = (f"fresh.{f.name} = value.{f.name}" for f in dataclasses.fields(kind))
            lines = ("fresh = new(twin)", *parts, "return fresh")
            self[kind] = copy = _written("value", *lines, new=object.__new__, twin=twin)
        return copy


_COPIES = _Copies()
_DRAFTS: dict[type, type] = {}  # what is drafted, by the class of its drafts


def _itself(draft: T) -> T:
    return draft


def _written(asked: str, *lines: str, **known: Any) -> Make:
    """A function written out, as `dataclasses` does itself: names of our own fields, nothing from outside."""
    exec("\n ".join((f"def made({asked}):", *lines)), known)
    made: Make = known["made"]
    return made


@cache
def _draft_of(kind: Any) -> type:
    drafts = type(kind.__name__, (kind,), {"__slots__": (), "__setattr__": object.__setattr__})
    _DRAFTS[drafts] = kind
    return drafts


@cache
def _twin(kind: Any) -> type | None:
    """Of a slotted value that says nothing of its own about how it is made."""
    fields = dataclasses.fields(kind)
    slots = {f.name for f in fields if f.init}
    plain = kind.__bases__ == (object,) and set(kind.__dict__.get("__slots__", ())) == slots
    if not plain or len(slots) != len(fields) or hasattr(kind, "__post_init__"):
        return None
    return type(kind.__name__, (), {"__slots__": tuple(slots)})
