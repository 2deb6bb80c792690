"""How far long work has come, for whoever watches it; most callers do not."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Going = Callable[[str, int, int], None]  # what is being done, how much of it, of how much; 0: nobody knows
SOME = 500  # told after so many


def unseen(_doing: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def counted(things: Iterable[T], doing: str, of: int, going: Going) -> Iterator[T]:
    for done, thing in enumerate(things):
        if done % SOME == 0:
            going(doing, done, of)
        yield thing


class Tally:
    """Counts what is done bit by bit, as bytes."""

    def __init__(self, doing: str, of: int, going: Going) -> None:
        self._doing, self._of, self._going, self._done = doing, of, going, 0

    def add(self, more: int) -> None:
        self._done += more
        self._going(self._doing, self._done, self._of)
