"""A thousand visits: the ladder tells exactly what the times of issue and call alone predict."""

import heapq
import random
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import reduce

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.ladder import next_moment, reached
from server.domain.command import Command
from server.domain.decide import decide
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as qe
from server.domain.setup.commands import ConfigureHall
from server.routing import oldest_first
from tests.builders import MORNING, a_config

A_DAY = 250  # visits
FIGURES = {"explain": 600, "pre_alert": 900, "remedy": 1200, "call_manager": 1800}
COUNTERS = 4


class Simulation:
    """Days of a hall whose rungs are told at the very moment they are passed: a tick after their time."""

    def __init__(self, seed: int) -> None:
        self.hall, self.log, self.n, self.chance = Hall(), list[Event](), 0, random.Random(seed)
        self.now = MORNING
        self.do(ConfigureHall(config=a_config(hours=None)))

    def do(self, command: Command) -> None:
        self.n += 1
        now = Now(at=self.now, new_id=f"t{self.n}", new_token=f"token-{self.n}", pick=oldest_first.pick)
        events = decide(self.hall, command, now)
        self.hall = reduce(evolve, events, self.hall)
        self.log += events

    def climb(self, until: datetime) -> None:
        """Everything the ladder tells up to that moment."""
        tick = timedelta(microseconds=1)
        while (moment := next_moment(self.hall, self.now)) is not None and moment + tick <= until:
            self.now = moment + tick
            for found in list(reached(self.hall, self.now)):
                if found.rung.act == "remedy":
                    self.do(cc.OpenCase(ticket=found.ticket.id))
                self.do(cc.ReachRung(ticket=found.ticket.id, act=found.rung.act))
        self.now = until

    def day(self, day: int, visits: int) -> None:
        start = MORNING + timedelta(days=day)
        self.now = start
        arrivals = sorted(self.chance.uniform(0, 7 * 3600) for _ in range(visits))
        what: list[tuple[float, int, str]] = [(at, n, "") for n, at in enumerate(arrivals)]
        heapq.heapify(what)
        self.open_counters()
        while what:
            seconds, n, counter = heapq.heappop(what)
            self.climb(start + timedelta(seconds=seconds))
            if counter:
                self.do(c.FinishTicket(counter=counter))
            else:
                self.do(c.IssueTicket(service=self.chance.choice(["bill", "advice"])))
            for called in self.calls():
                handling = self.chance.expovariate(1 / 395)
                heapq.heappush(what, (seconds + handling, visits + self.n + n, called))
        self.do(c.CloseDay(reason="over"))

    def open_counters(self) -> None:
        for n in range(COUNTERS):
            self.do(c.OpenCounter(counter=str(n + 1), staff=f"s{n}", profile="quick"))

    def calls(self) -> Iterator[str]:
        for counter in list(self.hall.counters.values()):
            if counter.state == "open_idle" and any(True for _ in self.hall.waiting()):
                self.do(c.CallNext(counter=counter.id))
                self.do(c.StartService(counter=counter.id))
                yield counter.id


def predicted(log: list[Event]) -> Mapping[tuple[str, str], datetime]:
    """From the times of issue and call alone: who passed which figure, and when."""
    issued = {e.ticket: e.at for e in log if isinstance(e, qe.TicketIssued)}
    called = {e.ticket: e.at for e in log if isinstance(e, qe.TicketCalled)}
    return {
        (ticket, act): issued[ticket] + timedelta(seconds=seconds, microseconds=1)
        for ticket in issued
        for act, seconds in FIGURES.items()
        if (called[ticket] - issued[ticket]) > timedelta(seconds=seconds)
    }


def test_a_thousand_visits_climb_the_ladder_as_reckoned() -> None:
    climbs_as_reckoned(days=4)  # ten thousand: tests/drills/test_properties.py


def climbs_as_reckoned(days: int) -> None:
    simulation = Simulation(3)
    for day in range(days):
        simulation.day(day, A_DAY)
    log = simulation.log
    expected = predicted(log)
    told = {(e.ticket, e.act): e.at for e in log if isinstance(e, ce.RungReached)}
    assert sum(isinstance(e, qe.TicketIssued) for e in log) == A_DAY * days
    assert len(told) == sum(isinstance(e, ce.RungReached) for e in log), "each once"
    assert told == expected
    cases = [e.ticket for e in log if isinstance(e, ce.CaseOpened)]
    assert sorted(cases) == sorted(ticket for ticket, act in expected if act == "remedy")
    by_act = {act: sum(a == act for _, a in told) for act in FIGURES}
    assert by_act["explain"] > by_act["pre_alert"] > by_act["remedy"] > by_act["call_manager"] > days
    assert by_act["explain"] < A_DAY * days * 0.9, "not everybody waits long"
