"""Values are frozen: a changed one is a new one, made here faster than `dataclasses` makes it.

Each event makes a handful of new values, the hall among them with its two dozen parts. A new one is filled as
a `draft`, which is the same value not frozen yet, and then told its own class: that is many times quicker
than going round what freezes it, part by part, and nobody holds it before it is whole.

Who makes many changes to one value and shows nobody what lies in between keeps the draft, whose parts
`replace` then changes in place, until it is `done`. What is frozen stays frozen: a draft is another object
from the beginning, and its parts are frozen values like any.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")
K = TypeVar("K")

Make = Callable[..., Any]


def replace(value: T, /, **changes: Any) -> T:
    """The same value with other parts; raises `TypeError` for one that it does not have."""
    kind, fresh = type(value), cast(Any, value)
    if kind not in _DRAFTS:
        copy = _COPIES[kind]
        if copy is None:
            changed: T = dataclasses.replace(value, **changes)  # type: ignore[type-var]
            return changed
        fresh = copy(value)
    try:
        for name, part in changes.items():
            setattr(fresh, name, part)
    except AttributeError as why:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(changes))}") from why
    if fresh is not value:
        fresh.__class__ = kind
    made: T = fresh
    return made


def draft(value: T) -> T:
    """A copy that `replace` changes in place, for its maker alone."""
    made: T = _COPIES[type(value)](value)
    return made


def still(draft: T) -> T:
    """A draft as it is now, frozen, and untouched by what becomes of the draft."""
    kind = _DRAFTS[type(draft)]
    fresh = _COPIES[kind](draft)
    fresh.__class__ = kind
    made: T = fresh
    return made


def done(draft: T) -> T:
    """The draft itself, frozen from now on; anything else as it is."""
    if kind := _DRAFTS.get(type(draft)):
        object.__setattr__(draft, "__class__", kind)
    return draft


class Own(dict[K, T]):
    """A map of a draft's alone: it is changed without being copied. Whoever drafts makes a dict of it."""


def put(entries: Mapping[K, T], key: K, value: T) -> Mapping[K, T]:
    """With this one, in its place or behind the others."""
    if type(entries) is Own:
        entries[key] = value
        return entries
    return {**entries, key: value}


def without(entries: Mapping[K, T], key: K) -> Mapping[K, T]:
    """The same but for one: a copy and a cut, many times quicker than to ask each whether it is the one."""
    rest = entries if type(entries) is Own else {**entries}
    rest.pop(key, None)
    return rest


def quick(kind: type[T]) -> type[T]:
    """Decorate a frozen class: a value of it is filled as its own draft, many times quicker."""
    draft, parts = _draft_of(kind), dataclasses.fields(kind)  # type: ignore[arg-type]
    if draft is None or any(f.default_factory is not dataclasses.MISSING for f in parts):
        raise TypeError(f"{kind.__name__} is not of plain parts")
    known: dict[str, Any] = {"_become": object.__setattr__, "_draft": draft, "_kind": kind}
    asked = ["self", *(f.name for f in parts if not f.kw_only), "*", *(f.name for f in parts if f.kw_only)]
    for part in parts:
        if part.default is not dataclasses.MISSING:
            known[f"_{part.name}"] = part.default
            asked[asked.index(part.name)] = f"{part.name}=_{part.name}"
    filled = (
        "_become(self, '__class__', _draft)",
        *(f"self.{f.name} = {f.name}" for f in parts),
        "self.__class__ = _kind",
    )
    made = _written(", ".join(asked).removesuffix(", *"), *filled, **known)
    made.__annotations__ = kind.__init__.__annotations__
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    kind.__init__ = made  # type: ignore[method-assign]
    return kind


class _Copies(dict[type, Any]):
    """How a value is copied into a draft of it, by its class; None where it has none."""

    def __missing__(self, kind: type) -> Make | None:
        self[kind] = copy = None
        if (draft := _draft_of(kind)) is not None:
            parts = (f"fresh.{f.name} = value.{f.name}" for f in dataclasses.fields(kind))
            lines = ("fresh = new(draft)", *parts, "return fresh")
            self[kind] = copy = _written("value", *lines, new=object.__new__, draft=draft)
        return copy


_COPIES = _Copies()
_DRAFTS: dict[type, type] = {}  # what is drafted, by the class of its drafts


def _written(asked: str, *lines: str, **known: Any) -> Make:
    """A function written out, as `dataclasses` does itself: names of our own fields, nothing from outside."""
    exec("\n ".join((f"def made({asked}):", *lines)), known)
    made: Make = known["made"]
    return made


@cache
def _draft_of(kind: Any) -> type | None:
    """Of a slotted value that says nothing of its own about how it is made."""
    fields = dataclasses.fields(kind)
    slots = {f.name for f in fields if f.init}
    plain = kind.__bases__ == (object,) and set(kind.__dict__.get("__slots__", ())) == slots
    if not plain or len(slots) != len(fields) or hasattr(kind, "__post_init__"):
        return None
    # Both, or Python goes round by a function of its own for either: five times the time.
    plainly = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    draft = type(kind.__name__, (kind,), {"__slots__": (), **plainly})
    _DRAFTS[draft] = kind
    return draft
