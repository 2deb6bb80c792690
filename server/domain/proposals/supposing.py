"""Whether something may be supposed of a hall as it stands: refused where it is so already, or cannot be."""

from collections.abc import Sequence

from server.domain.hall import Counter, CounterState, Hall
from server.domain.proposals.refusals import (
    CALLS_IT_ALREADY,
    NOTHING_SUPPOSED,
    SUPPOSED_TOO_FAR,
    SUPPOSED_TOO_MUCH,
    SUPPOSED_TWICE,
)
from server.domain.proposals.supposed import (
    MOST,
    MOST_MINUTES,
    MOST_PEOPLE,
    AtCounter,
    CounterCloses,
    CounterHelps,
    CounterOpens,
    CounterPauses,
    CounterResumes,
    LunchMoves,
    PeopleCome,
    ProfileChanges,
    Supposed,
)
from server.domain.queue.refusals import (
    COUNTER_CLOSED,
    COUNTER_NOT_PAUSED,
    COUNTER_OPEN,
    COUNTER_PAUSED,
    UNKNOWN_COUNTER,
    UNKNOWN_PROFILE,
    UNKNOWN_QUEUE,
)


def require_possible(hall: Hall, supposed: Sequence[Supposed]) -> None:
    """Refuse what cannot be all at once, or is no change."""
    if not supposed:
        raise NOTHING_SUPPOSED()
    if len(supposed) > MOST:
        raise SUPPOSED_TOO_MUCH(most=MOST)
    subjects = [_subject(one) for one in supposed]
    if len(set(subjects)) < len(subjects):
        raise SUPPOSED_TWICE()
    for one in supposed:
        _within_reason(one)
        if isinstance(one, AtCounter):
            _require_at_counter(hall, one)
        elif one.queue not in hall.setup.group_of:
            raise UNKNOWN_QUEUE(queue=one.queue)


def _subject(one: Supposed) -> tuple[str, str]:
    """A counter is changed in one way at once; of a queue each kind stands once."""
    return ("counter", one.counter) if isinstance(one, AtCounter) else (one.type, one.queue)


def _within_reason(one: Supposed) -> None:
    match one:
        case CounterPauses() if not 1 <= one.minutes <= MOST_MINUTES:
            raise SUPPOSED_TOO_FAR(least=1, most=MOST_MINUTES)
        case LunchMoves() if not 1 <= abs(one.minutes) <= MOST_MINUTES:
            raise SUPPOSED_TOO_FAR(least=1, most=MOST_MINUTES)
        case PeopleCome() if not 1 <= one.people <= MOST_PEOPLE:
            raise SUPPOSED_TOO_FAR(least=1, most=MOST_PEOPLE)
        case _:
            pass


def _require_at_counter(hall: Hall, one: AtCounter) -> None:
    config, counter = hall.setup, hall.counters.get(one.counter)
    if counter is None or one.counter not in config.counter:
        raise UNKNOWN_COUNTER(counter=one.counter)
    _require_state(counter, one)
    if isinstance(one, CounterOpens | ProfileChanges):
        if one.profile and one.profile not in config.profile:
            raise UNKNOWN_PROFILE(profile=one.profile)
        if isinstance(one, ProfileChanges) and one.profile in {"", counter.profile}:
            raise CALLS_IT_ALREADY(counter=one.counter)
    if isinstance(one, CounterHelps):
        if one.queue not in config.group_of:
            raise UNKNOWN_QUEUE(queue=one.queue)
        profile = config.profile.get(counter.profile)
        if profile is not None and one.queue in (*profile.queues, *profile.helps):
            raise CALLS_IT_ALREADY(counter=one.counter)


def _require_state(counter: Counter, one: AtCounter) -> None:
    is_closed, is_paused = counter.state is CounterState.CLOSED, counter.state is CounterState.PAUSED
    match one:
        case CounterOpens() if not is_closed:
            raise COUNTER_OPEN(counter=counter.id)
        case CounterOpens():
            return
        case CounterResumes() if not is_paused:
            raise COUNTER_NOT_PAUSED(counter=counter.id)
        case CounterPauses() if is_paused:
            raise COUNTER_PAUSED(counter=counter.id)
        case CounterCloses() | CounterPauses() | ProfileChanges() | CounterHelps() | LunchMoves() if (
            is_closed
        ):
            raise COUNTER_CLOSED(counter=counter.id)
        case _:
            pass
