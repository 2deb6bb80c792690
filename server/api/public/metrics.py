"""What a monitoring system reads: GET /metrics in Prometheus' words; nothing of a person or a ticket."""

import ipaddress
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from server.access.actors import Actor
from server.access.rights import not_allowed
from server.api.answering.answers import file
from server.api.health.safety import bytes_free
from server.api.pacing.limits import address_of
from server.api.screens.screen import Screen
from server.clock import HallClock
from server.domain.config.config import HallConfig
from server.domain.hall import Hall
from server.domain.views.parts import Waits, queue_views, seconds_at_most
from server.journal import Recorded
from server.live_hall import LiveHall

TALLIES = {
    "issued": "Tickets issued today",
    "called": "Tickets called today",
    "within_goal": "Of those called, how many within the goal",
    "finished": "Tickets finished today",
    "no_shows": "Customers who did not come when called",
    "walkouts": "Customers who left before they were called",
}
Labels = tuple[str, ...]


class Measures:
    def __init__(
        self,
        live: LiveHall,
        waits: Callable[[], Waits],
        clock: HallClock,
        *,
        connected: Collection[Screen],
        data: Path,
        build: str,
    ) -> None:
        self._live, self._waits, self._clock, self._connected = live, waits, clock, connected
        self._data, self._build = data, build

    def __call__(self) -> Iterator[Metric]:
        hall, now = self._live.hall, self._live.clock()
        yield from self._machine(hall)
        yield from _rest(hall)
        if hall.config is not None:
            yield from _waiting(hall, hall.config, self._waits(), now)
            yield from _tallies(hall)

    def _machine(self, hall: Hall) -> Iterator[Metric]:
        about = InfoMetricFamily("hallqueue_build", "What runs")
        about.add_metric([], {"version": version("hallqueue"), "pages": self._build})
        yield about
        yield _one("journal_seq", "Events of this epoch", hall.seq)
        yield _one("journal_epoch", "Rises when the hall is restored from a backup", hall.epoch)
        yield _one("storage_failed", "1: the last commit did not reach the disk", self._live.storage_failed)
        yield _one("disk_free_bytes", "Where the hall's data lie", bytes_free(self._data) or 0)
        yield _one(
            "clock_behind_seconds", "The machine's clock is set back", self._clock.behind.total_seconds()
        )
        yield _many("screens", "Connected screens", ("screen",), _count((s.screen,) for s in self._connected))


def _rest(hall: Hall) -> Iterator[Metric]:
    alerts = _count((a.kind, "yes" if a.acknowledged_by else "no") for a in hall.alerts.values())
    devices = _count((d.kind, d.state) for d in hall.devices.values())
    cases = _count((str(c.state),) for c in hall.care.cases.values())
    tasks = _count((t.kind,) for t in hall.care.tasks.values())
    tickets = _count((str(t.state),) for t in (*hall.tickets.values(), *hall.ended.values()))
    yield _one("day_open", "1: the hall's day has begun and is not closed", hall.day is not None)
    yield _many("tickets", "Today's tickets", ("state",), tickets)
    yield _many("counters", "Counters", ("state",), _count((str(c.state),) for c in hall.counters.values()))
    yield _many("devices", "Devices by health", ("kind", "state"), devices)
    yield _many("alerts", "Alerts that stand", ("kind", "acknowledged"), alerts)
    yield _many("over_wait_cases", "Remedies owed today and what became of them", ("state",), cases)
    yield _many("tasks", "What somebody should do", ("kind",), tasks)


def _waiting(hall: Hall, config: HallConfig, waits: Waits, now: datetime) -> Iterator[Metric]:
    queues = queue_views(hall, waits)
    longest: dict[Labels, float] = {
        (q.queue,): (now - q.longest_from).total_seconds() for q in queues if q.longest_from
    }
    expected: dict[Labels, float] = {
        (q.queue,): seconds for q in queues if (seconds := seconds_at_most(waits.get(q.queue))) is not None
    }
    limit = timedelta(seconds=config.figures.remedy_threshold_seconds)
    over = sum(t.wait_at(now) > limit for t in hall.waiting())
    yield _many("waiting", "Customers in line", ("queue",), {(q.queue,): q.waiting for q in queues})
    yield _many("longest_wait_seconds", "Of those in line", ("queue",), longest)
    yield _many("expected_wait_seconds", "Of somebody who joins now", ("queue",), expected)
    yield _one("waiting_over_threshold", "In line longer than the remedy's threshold", over)


def _tallies(hall: Hall) -> Iterator[Metric]:
    for name, meaning in TALLIES.items():
        counted = CounterMetricFamily(f"hallqueue_{name}", meaning, labels=["service"])
        for service, tally in hall.tallies.items():
            counted.add_metric([service], getattr(tally, name))
        yield counted


def _one(name: str, help_: str, value: float) -> Metric:
    return GaugeMetricFamily(f"hallqueue_{name}", help_, value=float(value))


def _many(name: str, help_: str, labels: Labels, values: Mapping[Labels, float]) -> Metric:
    family = GaugeMetricFamily(f"hallqueue_{name}", help_, labels=labels)
    for label, value in sorted(values.items()):
        family.add_metric(label, float(value))
    return family


def _count(labels: Iterable[Labels]) -> Mapping[Labels, float]:
    return Counter(labels)


COMMIT_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
Measure = Callable[[], Iterator[Metric]]


class Metrics:
    """One registry of its own, so that two halls in one process do not meet in a global one.

    `told` is a watcher: the time from deciding to being told is what a commit took.
    """

    def __init__(self, clock: Callable[[], datetime], *measures: Measure) -> None:
        self._clock, self._measures = clock, measures
        self._registry = CollectorRegistry()
        self._commits = Histogram(
            "hallqueue_commit_seconds",
            "From decision to committed, a group of commands",
            buckets=COMMIT_STEPS,
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._registry.register(self)  # anything with `collect` will do

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        self._commits.observe(max((self._clock() - recorded[0].event.at).total_seconds(), 0.0))

    def describe(self) -> list[Metric]:
        """Nothing is promised beforehand: a hall that is not set up has no queues yet."""
        return []

    def collect(self) -> Iterator[Metric]:
        for measure in self._measures:
            yield from measure()

    def text(self) -> bytes:
        return generate_latest(self._registry)


def metrics_routes(metrics: Metrics, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(tags=["public"])

    @router.get("/metrics", response_class=Response, responses=file("text/plain"))
    async def read(request: Request) -> Response:
        if not _from_here(request):
            _require_reader(await actor_of(request))
        return Response(metrics.text(), headers={"content-type": CONTENT_TYPE_LATEST})

    return router


def _from_here(request: Request) -> bool:
    """This machine itself. Behind a proxy on it uvicorn puts the real asker's address in place."""
    try:
        return ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False


def _require_reader(actor: Actor) -> None:
    if actor.kind != "script" and actor.role != "admin":
        raise not_allowed(actor)
