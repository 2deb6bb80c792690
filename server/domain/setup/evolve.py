"""What each event of the set-up makes of the hall."""

from collections.abc import Mapping

from server.domain.area import Move
from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall, Plan
from server.domain.said import NOTE, fitting
from server.domain.setup import events as e
from server.domain.values import replace


def _configured(hall: Hall, event: e.HallConfigured) -> Hall:
    places = event.config.counter
    counters = {
        i: replace(hall.counters.get(i) or Counter(id=i, since=event.at), profile=_profile(hall, event, i))
        for i in places
    }
    return replace(
        hall,
        config=event.config,
        plans=_without(hall.plans, event.plan),
        counters=counters,
        recent=tuple(c for c in hall.recent if c.counter in places),
        suspended={i: s for i, s in hall.suspended.items() if i in event.config.service},
    )


def _planned(hall: Hall, event: e.SetupPlanned) -> Hall:
    plan = Plan(
        id=event.plan,
        base=event.base,
        config=event.config,
        valid_from=event.valid_from,
        changes=event.changes,
        by=event.by,
        note=fitting(event.note, NOTE),
        made_at=event.at,
    )
    return replace(hall, plans={**hall.plans, plan.id: plan})


def _dropped(hall: Hall, event: e.PlanDropped) -> Hall:
    return replace(hall, plans=_without(hall.plans, event.plan))


def _without(plans: Mapping[str, Plan], plan: str) -> Mapping[str, Plan]:
    return {i: p for i, p in plans.items() if i != plan} if plan in plans else plans


def _profile(hall: Hall, event: e.HallConfigured, counter: str) -> str:
    """An open counter keeps what it calls; a closed one takes what it is furnished with."""
    known = hall.counters.get(counter)
    if known and known.state is not CounterState.CLOSED and known.profile in event.config.profile:
        return known.profile
    return event.config.counter[counter].profile


MOVES: Mapping[type[Event], Move] = {
    e.HallConfigured: _configured,
    e.SetupPlanned: _planned,
    e.PlanDropped: _dropped,
}
