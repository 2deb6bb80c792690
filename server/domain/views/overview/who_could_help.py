"""Who could help a queue that nobody serves or too many wait in: a proposal for one tap (Q12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.domain.config.config import HallConfig, Profile
from server.domain.hall import Counter, CounterState, Hall
from server.domain.kept import FEW, kept, once, same
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.parts import queues_of

READY = (CounterState.OPEN_IDLE, CounterState.SERVING, CounterState.CALLING, CounterState.CLOSED)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Let `counter` call by `profile`; one that is closed has to be opened with it first."""

    counter: str
    counter_name: Text
    opens: bool
    profile: str
    profile_name: Text


def helpers(hall: Hall) -> Mapping[str, Helper]:
    """By queue; a queue that nobody more can help is not there."""
    return _helpers(hall.setup, hall.counters)


@kept(FEW)
def _helpers(config: HallConfig, counters: Mapping[str, Counter]) -> Mapping[str, Helper]:
    ready = [c for c in counters.values() if c.state in READY and c.id in config.counter]
    ready.sort(key=lambda c: (READY.index(c.state), not config.counter[c.id].floating))
    proposals = ((q.id, _helper(config, ready, q.id)) for q in config.queues)
    return {queue: one for queue, one in proposals if one is not None}


def _helper(config: HallConfig, ready: list[Counter], queue: str) -> Helper | None:
    """An idle counter before a busy one before a closed one; it gives up nothing of what it calls now."""
    for counter in ready:
        place, opens = config.counter[counter.id], counter.state is CounterState.CLOSED
        profile = config.profile[counter.profile or place.profile]
        calls = queues_of(profile)
        if queue in calls:
            if opens:
                return _made(config, counter, profile, opens=True)
            continue  # it helps already
        wider = None if place.dedicated else _wider(config.profiles, calls, queue)
        if wider is not None:
            return _made(config, counter, wider, opens=opens)
    return None


def _wider(profiles: Iterable[Profile], now: frozenset[str], queue: str) -> Profile | None:
    """The one with the least more than this queue."""
    fitting = [p for p in profiles if queue in queues_of(p) and now <= queues_of(p)]
    return min(fitting, key=lambda p: len(queues_of(p)), default=None)


def _made(config: HallConfig, counter: Counter, profile: Profile, *, opens: bool) -> Helper:
    return once(
        Helper,
        counter=counter.id,
        counter_name=same(config.counter[counter.id].name),
        opens=opens,
        profile=profile.id,
        profile_name=same(profile.name),
    )
