"""What a monitoring system reads: GET /metrics in Prometheus' words; nothing of a person or a ticket."""

import ipaddress
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from server.access.actors import Actor
from server.access.rights import not_allowed
from server.api.answers import file
from server.api.limits import address_of
from server.domain.hall import Hall
from server.journal import Recorded

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

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
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
