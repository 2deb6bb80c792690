"""Made once per value: a pure function of frozen values answers the same values with the very same object.

Hundreds of rows stand on a hall's screens and one event changes one of them. So whatever a row shows is named
in its function's arguments, never taken out of a whole hall, and the row is looked up by their identity: a
frozen value cannot change, and to compare all of it would cost more than to make the row. What is equal but
not the same is made again, which is slower and as right; `same` helps where a small value is put together
anew each time. Whoever gets the same object again knows that nothing has changed.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, wraps
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)

MANY, SOME, FEW = 4096, 256, 32  # rows; views and their lists; what holds much

CACHES: "list[Generations[Any]]" = []


class Generations(Generic[Key]):
    """The newest answers; those not asked for through a whole generation are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.young: dict[Key, tuple[Any, Any]] = {}  # what was asked, which so keeps its identity; the answer
        self.old: dict[Key, tuple[Any, Any]] = {}
        CACHES.append(self)

    def renewed(self, key: Key) -> tuple[Any, Any] | None:
        known = self.old.get(key)
        return None if known is None else self.put(key, known)

    def put(self, key: Key, known: tuple[Any, Any]) -> tuple[Any, Any]:
        if len(self.young) >= self._most:
            self.old, self.young = self.young, {}
        self.young[key] = known
        return known

    def forget(self) -> None:
        self.young, self.old = {}, {}


@lru_cache(maxsize=MANY)
def same(value: Key) -> Key:
    """The first of all that are equal."""
    return value


def kept(most: int = MANY) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a function of frozen values, called by position."""

    def decorate(make: Callable[P, R]) -> Callable[P, R]:
        answers: Generations[tuple[int, ...]] = Generations(most)

        @wraps(make)
        def answered(*args: P.args, **kwargs: P.kwargs) -> R:
            key = tuple(map(id, args))
            known = answers.young.get(key) or answers.renewed(key)
            if known is None:
                assert not kwargs
                known = answers.put(key, (args, make(*args, **kwargs)))
            answer: R = known[1]
            return answer

        return answered

    return decorate


_VIEWS: Generations[tuple[int, ...]] = Generations(SOME)
_LISTS: Generations[tuple[int, ...]] = Generations(SOME)


def once(kind: Callable[..., R], /, **parts: object) -> R:
    """The value of these parts, each a kept one: the very same value while they are the same."""
    key = (id(kind), *map(id, parts.values()))
    known = _VIEWS.young.get(key) or _VIEWS.renewed(key)
    if known is None:
        known = _VIEWS.put(key, ((kind, parts), kind(**parts)))
    made: R = known[1]
    return made


def together(things: Iterable[T]) -> tuple[T, ...]:
    """These things in a row: the very same tuple while they are the same."""
    row = tuple(things)
    key = tuple(map(id, row))
    known = _LISTS.young.get(key) or _LISTS.renewed(key)
    if known is None:
        known = _LISTS.put(key, (row, row))
    kept_row: tuple[T, ...] = known[1]
    return kept_row
