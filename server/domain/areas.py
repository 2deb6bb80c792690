"""THE list of areas, and everything that is made from it.

A new area: its folder, a line here and, when it keeps something, its slot in `hall.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from server.domain.appointments.area import APPOINTMENTS
from server.domain.area import Area, Compare, Follow, Means, Move, Observe, Rule, Within
from server.domain.askers import Askers
from server.domain.care.area import CARE
from server.domain.command import Command
from server.domain.equipment.area import EQUIPMENT
from server.domain.event import Event
from server.domain.guidance.area import GUIDANCE
from server.domain.opinion.area import OPINION
from server.domain.promises.area import PROMISES
from server.domain.proposals.area import PROPOSALS
from server.domain.queue.area import QUEUE
from server.domain.remote.area import REMOTE
from server.domain.roster.area import ROSTER
from server.domain.setup.area import SETUP
from server.domain.text import Text

AREAS: tuple[Area, ...] = (
    SETUP,
    QUEUE,
    CARE,
    OPINION,
    GUIDANCE,
    APPOINTMENTS,
    PROMISES,
    PROPOSALS,
    REMOTE,
    ROSTER,
    EQUIPMENT,
)  # the order in which they follow, observe and compare

K = TypeVar("K")
V = TypeVar("V")


def _one(part: Callable[[Area], Mapping[K, V]]) -> dict[K, V]:
    """One table of all areas' tables; two areas never speak of the same."""
    made: dict[K, V] = {}
    for area in AREAS:
        if twice := made.keys() & part(area).keys():
            raise ValueError(f"{area.name} repeats {twice} of another area")
        made |= part(area)
    return made


def _each(part: Callable[[Area], Mapping[K, V]]) -> dict[K, tuple[V, ...]]:
    """What several areas have to say of the same, in their order."""
    known: Iterable[K] = dict.fromkeys(key for area in AREAS for key in part(area))
    return {key: tuple(part(area)[key] for area in AREAS if key in part(area)) for key in known}


RULES: Mapping[type[Command], Rule] = _one(lambda area: area.rules)
MOVES: Mapping[type[Event], Move] = _one(lambda area: area.moves)
FOLLOWS: Mapping[type[Event], tuple[Follow, ...]] = _each(lambda area: area.follow)
OBSERVES: Mapping[type[Event], tuple[Observe, ...]] = _each(lambda area: area.observe)
COMPARES: Mapping[type[Event], tuple[Compare, ...]] = _each(lambda area: area.compare)

ASKED_BY: Mapping[type[Command], Askers] = _one(lambda area: area.asked_by)
WITHIN: Mapping[type[Command], Within] = _one(lambda area: area.within)
DECIDED: Mapping[type[Command], Mapping[str, Means]] = _one(
    lambda area: {kind: given for kind in area.rules if (given := area.says(kind))}
)
QUIET: frozenset[type[Command]] = frozenset().union(*(area.quiet for area in AREAS))
REFUSALS: Mapping[str, Text] = _one(lambda area: {why.code: why.text for why in area.refusals})
EVENTS: Mapping[str, Any] = _one(lambda area: {kind.__name__: kind for kind in area.moves})
