"""The one door behind which a code or a token is looked up: whoever guesses is held off, wherever that is."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from fastapi import Request

from server.access.sources import network
from server.api.answering.errors import NotGiven, problem
from server.api.pacing.limits import Limit, address_of

GUESSES_A_MINUTE = 600  # a hall's phones may share one address, and some hold yesterday's papers
Found = TypeVar("Found")


class Guesses:
    """One for a whole server: what is tried at one address counts at every other.

    Who has a code that is good is answered, whoever shares the network; of 2^50 codes and more nobody comes
    by one at this pace. `tests/api/pacing/test_guesses.py` walks all public addresses that take one.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._limit = Limit(clock, GUESSES_A_MINUTE)

    def held_off(self, request: Request, known: Found | None, *, instead: str = "not_found") -> Found:
        """What was found. Where nothing was: refuse with `instead`, or with `locked_out` after too many."""
        if known is None:
            self.missed(request)
            raise NotGiven(problem(instead))
        return known

    def missed(self, request: Request) -> None:
        """Count one that was not good. Refuse with `locked_out` after too many."""
        self._limit.check(network(address_of(request)))
