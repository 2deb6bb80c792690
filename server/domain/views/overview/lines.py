"""How each queue and each business of it stands today, for whoever runs the hall (5.9)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig, Service
from server.domain.config.figures import LEAST
from server.domain.hall import Hall, Suspension, Tally
from server.domain.kept import kept, once, together
from server.domain.quantile import quantile
from server.domain.queue.tallies import LATELY
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.glance import glance
from server.domain.views.overview.who_could_help import Helper, helpers
from server.domain.views.parts import Waits, WaitView, open_counters, serving_queues, wait_view

NO_TALLY = Tally()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerQueue:
    """A line of people; `helper` is who could do more for those who wait."""

    id: str
    name: Text
    letter: str
    waiting: int
    longest_from: datetime | None
    wait: WaitView
    counters_open: int
    called: int  # the n of within_goal
    within_goal: int
    enough: bool  # called for a share
    helper: Helper | None
    lately: int = 0  # called in the last half-hour, the n of:
    p90_seconds: int | None = None  # of their waits; of too few none (Q04)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerService:
    id: str
    name: Text
    queue: str
    letter: str
    waiting: int
    longest_from: datetime | None
    wait: WaitView
    counters_open: int
    issued: int
    called: int  # the n of within_goal
    within_goal: int
    enough: bool  # called for a share
    finished: int
    mean_handling_seconds: float
    no_shows: int
    walkouts: int
    suspended: Text | None


def queues_now(hall: Hall, now: datetime, waits: Waits) -> tuple[ManagerQueue, ...]:
    config, standing = hall.setup, glance(hall).by_queue
    served = Counter(queue for c in open_counters(hall) for queue in serving_queues(hall, c))
    called, within, lately = Counter[str](), Counter[str](), defaultdict[str, list[float]](list)
    for service, tally in hall.tallies.items():
        if service in config.service:
            called[config.service[service].queue] += tally.called
            within[config.service[service].queue] += tally.within_goal
            lately[config.service[service].queue] += [w.seconds for w in tally.lately if w.at > now - LATELY]
    could = helpers(hall)
    rows = []
    for q in config.queues:
        tickets = standing.get(q.id, ())
        rows.append(
            once(
                ManagerQueue,
                id=q.id,
                name=q.name,
                letter=q.letter,
                waiting=len(tickets),
                longest_from=tickets[0].clock_from if tickets else None,
                wait=wait_view(waits.get(q.id)),
                counters_open=served[q.id],
                called=called[q.id],
                within_goal=within[q.id],
                enough=called[q.id] >= LEAST,
                helper=could.get(q.id) if tickets else None,
                lately=len(lately[q.id]),
                p90_seconds=_p90(lately[q.id]),
            )
        )
    return together(rows)


def _p90(waits: Sequence[float]) -> int | None:
    return round(quantile(waits, 0.9) or 0.0) if len(waits) >= LEAST else None


def services_today(hall: Hall, now: datetime, waits: Waits) -> tuple[ManagerService, ...]:
    config = hall.setup
    standing, tallied = glance(hall).by_service, hall.tallies
    served = Counter(queue for c in open_counters(hall) for queue in serving_queues(hall, c))
    rows = []
    for s in config.services:
        tickets, suspension = standing.get(s.id, ()), hall.suspension(s.id, now)
        rows.append(
            _service(
                s,
                config,
                len(tickets),
                tickets[0].clock_from if tickets else None,
                wait_view(waits.get(s.queue)),
                served[s.queue],
                tallied.get(s.id, NO_TALLY),
                suspension,
            )
        )
    return together(rows)


@kept()
def _service(  # noqa: PLR0917  # looked up by all it shows
    service: Service,
    config: HallConfig,
    waiting: int,
    longest_from: datetime | None,
    wait: WaitView,
    counters_open: int,
    tally: Tally,
    suspension: Suspension | None,
) -> ManagerService:
    return ManagerService(
        id=service.id,
        name=service.name,
        queue=service.queue,
        letter=config.queue[service.queue].letter,
        waiting=waiting,
        longest_from=longest_from,
        wait=wait,
        counters_open=counters_open,
        issued=tally.issued,
        called=tally.called,
        within_goal=tally.within_goal,
        enough=tally.called >= LEAST,
        finished=tally.finished,
        mean_handling_seconds=tally.handled_seconds / tally.finished if tally.finished else 0.0,
        no_shows=tally.no_shows,
        walkouts=tally.walkouts,
        suspended=suspension.reason if suspension else None,
    )
