"""Any hall's life: customers as they come, and anybody who asks anything."""

import json
from dataclasses import fields
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import to_json

from server.api.asking.wire import COMMANDS, command_of, parse
from server.domain.config.config import (
    HallConfig,
)
from server.domain.hall import Hall
from server.domain.opinion.events import EvaluationAsked
from server.domain.refusals import Refused
from server.domain.text import Text
from server.plugins import plugins, policy
from tests.any_hall import NASTY
from tests.builders import Story

COMMON = (
    "open_counter",
    "issue_ticket",
    "issue_ticket",
    "issue_ticket",
    "call_next",
    "call_next",
    "call_specific",
    "recall",
    "start_service",
    "finish_ticket",
    "mark_no_show",
    "rate",
    "give_gift",
)


SERVED = (
    ("start_service", "finish_ticket"),
    ("start_service", "finish_ticket"),
    ("recall", "recall", "mark_no_show"),
    ("return_to_queue",),
)
MOSTLY = st.sampled_from([True] * 7 + [False])


class Life:
    """A hall that is set up and lived in; what it refuses is as good as what it does."""

    def __init__(self, config: HallConfig, at: datetime) -> None:
        self.story = Story(config=config, at=at, pick=policy(config.routing))
        self.config = config

    @property
    def hall(self) -> Hall:
        return self.story.hall

    def live(self, draw: st.DrawFn, steps: int) -> None:
        """A few customers come and are served as they should be; then anybody asks anything."""
        for place in self.config.counters:
            self.ask("open_counter", {"counter": place.id, "staff": f"s{place.id}"})
        for nth in range(6):
            self._customer(draw, nth)
        for _ in range(steps):
            name = draw(st.sampled_from(COMMON) | st.sampled_from(sorted(set(COMMANDS) - {"configure_hall"})))
            self.ask(name, self._fields(draw, name))
            self.story.now += timedelta(seconds=draw(st.sampled_from([0, 1, 30, 700, 4000, 90_000])))

    def _customer(self, draw: st.DrawFn, nth: int) -> None:
        place = draw(st.sampled_from(self.config.counters)).id
        service = draw(st.sampled_from(self.config.services)).id
        printer = self.config.printers[0].id if self.config.printers else ""
        self.ask("issue_ticket", {"service": service, "printer": printer, "expected_wait_seconds": 60.5})
        self.story.now += timedelta(seconds=draw(st.sampled_from([1, 700, 2000])))
        if draw(st.booleans()):
            self.ask("call_next", {"counter": place})
        elif self.hall.tickets:
            ticket = list(self.hall.tickets)[-1]
            self.ask("call_specific", {"counter": place, "ticket": ticket, "reason": "=老人\u000b"})
        for name in draw(st.sampled_from(SERVED)):
            self.story.now += timedelta(seconds=draw(st.sampled_from([1, 60])))
            self.ask(name, {"counter": place, "ticket": self.hall.counters[place].ticket or ""})
        asked = next((e for e in reversed(self.story.log) if isinstance(e, EvaluationAsked)), None)
        if asked is not None:
            rating = {"counter": asked.counter, "evaluation": asked.evaluation}
            self.ask("rate", {**rating, "level": nth % 5 + 1, "reaction_ms": 800})
            self.ask("give_reasons", {**rating, "reasons": ["等候"]})

    def ask(self, name: str, body: dict[str, Any]) -> None:
        """As the wire does; only a refusal in words is an answer."""
        try:
            asked = parse(name, json.dumps({"id": "a", **body}))
        except ValidationError:
            return
        try:
            self.story.do(command_of(asked))
        except Refused as refused:
            plainly(to_json(refused.text))

    def _fields(self, draw: st.DrawFn, name: str) -> dict[str, Any]:
        """Mostly what fits together: whoever acts at a counter means its customer."""
        hints = get_type_hints(COMMANDS[name])
        told = {f.name: self._value(draw, f.name, hints[f.name]) for f in fields(COMMANDS[name])}
        here = self.hall.counters.get(told.get("counter") or "")
        if "ticket" in told and here is not None and here.ticket and draw(MOSTLY):
            told["ticket"] = here.ticket
        return told

    def _value(self, draw: st.DrawFn, name: str, hint: Any) -> Any:
        config, hall = self.config, self.hall
        known: dict[str, list[Any]] = {
            "counter": [c.id for c in config.counters],
            "to_counter": [None, *(c.id for c in config.counters)],
            "to_queue": [None, *(q.id for q in config.queues)],
            "to_staff": [None, None, "si0"],
            "service": [s.id for s in config.services],
            "services_done": [[], [config.services[0].id]],
            "ticket": [*hall.tickets, *hall.ended],
            "subject": [*hall.tickets, *(z.id for z in config.zones)],
            "gift": [g.id for g in config.gifts],
            "zone": ["", *(z.id for z in config.zones)],
            "profile": [None, *(p.id for p in config.profiles)],
            "staff": ["", "si0"],
            "printer": ["", *(p.id for p in config.printers)],
            "evaluation": [e.evaluation for e in self.story.log if isinstance(e, EvaluationAsked)],
            "alert": list(hall.alerts),
            "act": sorted(plugins("remedies")),
            "language": ["zh", "en", "fr"],
            "where": ["zone", *(c.id for c in config.counters)],
            "moment": ["explain"],
            "outcome": ["done", "played", "failed"],
            "level": [1, 2, 3, 4, 5],
            "until": ["", "23:59"],
        }
        if name in known and known[name] and draw(MOSTLY):
            return draw(st.sampled_from(known[name]))
        for one in get_args(hint) or (hint,):
            if isinstance(one, type) and issubclass(one, Enum):
                return draw(st.sampled_from([e.value for e in one]))
        if get_origin(hint) is Literal and draw(MOSTLY):
            return draw(st.sampled_from(get_args(hint)))
        if hint is bool:
            return draw(st.booleans())
        if hint is int:
            return draw(st.sampled_from([0, 1, 5, -1, 100_000, 10**15]))
        if hint is Text:
            return {"zh": draw(st.sampled_from(NASTY)), "en": draw(st.sampled_from(NASTY))}
        if hint == tuple[str, ...]:
            return draw(st.lists(st.sampled_from(NASTY), max_size=2))
        if hint == float | None:
            return draw(st.sampled_from([None, 0.0, 1e9, 60.5]))
        return draw(st.sampled_from(NASTY))


def plainly(body: bytes) -> Any:
    """JSON that every reader takes: no NaN, no half letters."""

    def no_number(said: str) -> Any:
        raise AssertionError(f"{said} on the wire")

    return json.loads(body.decode(), parse_constant=no_number)
