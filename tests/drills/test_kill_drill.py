"""kill -9 of the real server under load, as kiosks and screens meet it; run with `pytest tests/drills`.

Every third time it is stopped for a while before (SIGSTOP, SIGCONT), as a box that sleeps or swaps.
HALLQUEUE_KILLS says how often (150; some ten minutes).
"""

import asyncio
import json
import os
import random
import shutil
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from server.command.making import compare
from server.domain.hall import Hall
from server.journal import Recorded
from server.journal.sqlite import SqliteJournal
from server.settings import Settings
from tests.drills.conftest import Tell
from tests.hall_made import bearer
from tests.hall_server import HallServer
from tests.living import called, everything, numbers

KILLS = int(os.environ.get("HALLQUEUE_KILLS", "150"))
KIOSKS, COUNTERS = 8, ("1", "2", "3")
SERVICES = ("pay", "invoice", "enquiry")
BETWEEN_PRESSES = 0.02  # s
LONGEST = 600.0  # s a turn; far beyond what it takes
chance = random.Random(2026)
STOPPED_FOR = (0.2, 1.5)  # s


@dataclass(slots=True)
class Ledger:
    """What was acknowledged: request -> number, and request -> place in the journal."""

    numbers: dict[str, str] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)


class Crowd:
    """Kiosks over HTTP, clerks over sockets; a kiosk repeats an unanswered request after the crash."""

    def __init__(self, server: HallServer, ledger: Ledger) -> None:
        self.server, self.ledger = server, ledger
        self.kiosks = [server.token("kiosk", "K1") for _ in range(KIOSKS)]
        self.clerk = server.token("admin")
        self.pending: dict[str, str] = {}
        self.turn = self.answers_left = self.stops = 0
        self.stop_at: int | None = None

    async def press(self, kiosk: int) -> None:
        async with httpx2.AsyncClient(base_url=self.server.url, verify=False, timeout=LONGEST) as http:
            for n in range(100_000):
                name = self.pending.setdefault(f"kiosk{kiosk}", f"k{kiosk}-{self.turn}-{n}")
                answer = await http.post(
                    "/api/commands/issue_ticket",
                    json={"id": name, "service": SERVICES[kiosk % 3]},
                    headers=bearer(self.kiosks[kiosk]),
                )
                assert answer.status_code == 200, answer.text
                self.known(name, answer.json()["result"]["ticket"]["number"])
                del self.pending[f"kiosk{kiosk}"]
                await asyncio.sleep(BETWEEN_PRESSES)

    def known(self, name: str, number: str) -> None:
        assert self.ledger.numbers.setdefault(name, number) == number, "asked again, answered otherwise"
        self.count()

    def count(self) -> None:
        self.answers_left -= 1
        if self.answers_left == self.stop_at:
            self.stops += 1
            self.server.process.send_signal(signal.SIGSTOP)
            going_on = (self.server.process.send_signal, signal.SIGCONT)
            asyncio.get_running_loop().call_later(chance.uniform(*STOPPED_FOR), *going_on)
        if self.answers_left == 0:
            self.server.kill()

    async def work(self, counter: str) -> None:
        async with connect(self.server.ws, compression=None, max_queue=None) as ws:
            hello = {"type": "hello", "protocol": 1, "token": self.clerk, "screen": "counter"}
            await ws.send(json.dumps({**hello, "place": counter}))
            ticket = ""
            for n in range(100_000):
                kind = ("open_counter", "call_next", "start_service", "finish_ticket")[n and 1 + (n - 1) % 3]
                name = f"c{counter}-{self.turn}-{n}"
                meant = {"ticket": ticket} if kind in ("start_service", "finish_ticket") else {}
                await ws.send(json.dumps({"type": kind, "id": name, "counter": counter, **meant}))
                while (said := json.loads(await ws.recv())).get("id") != name:
                    if said["type"] == "view":
                        ticket = (said["view"]["ticket"] or {"id": ""})["id"]
                if kind == "call_next" and said["type"] == "done":
                    ticket = said["result"]["ticket"]
                if said["type"] == "done":
                    self.ledger.steps[name] = said["seq"]
                    self.count()
                await asyncio.sleep(BETWEEN_PRESSES)

    async def until_killed(self, answers: int) -> None:
        """Press and work; kill the server at that many answers, in the middle of whatever goes on."""
        self.turn += 1
        self.answers_left = answers
        self.stop_at = answers // 2 if self.turn % 3 == 0 else None
        people: list[Callable[[], Coroutine[Any, Any, None]]] = [
            *(lambda k=k: self.press(k) for k in range(KIOSKS)),
            *(lambda i=i: self.work(i) for i in COUNTERS),
        ]
        async with asyncio.timeout(LONGEST), asyncio.TaskGroup() as group:
            for one in people:
                group.create_task(_cut_off(one))


async def _cut_off(one: Callable[[], Coroutine[Any, Any, None]]) -> None:
    with suppress(httpx2.TransportError, ConnectionClosed, OSError):
        await one()


@pytest.fixture
def server(data: Path) -> Iterator[HallServer]:
    server = HallServer(
        data, "--printer", "K1=virtual", voice="chime"
    )  # words ahead would take half the time
    yield server
    server.stop()
    server.http.close()


async def journal_of(data: Path, copy: Path) -> tuple[Hall, tuple[Recorded, ...]]:
    """What lies on the disk after the crash, looked at beside it: the server itself recovers the original."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy)
    assert await compare(copy) == "", "snapshot and journal agree"
    journal = SqliteJournal(Settings(data=copy).database)
    hall, events = await journal.load(), await everything(journal)
    await journal.close()
    return hall, events


def lost_and_twice(hall: Hall, events: tuple[Recorded, ...], ledger: Ledger) -> tuple[int, int]:
    """Numbers and steps that were acknowledged and are not there; numbers and calls that are there again."""
    given, first = numbers(events), called(events)
    lost = len(set(ledger.numbers.values()) - set(given))
    lost += sum(seq > hall.seq for seq in ledger.steps.values())
    twice = len(given) - len(set(given)) + len(first) - len(set(first))
    return lost, twice + len(ledger.numbers) - len(set(ledger.numbers.values()))


def assert_it_holds_together(hall: Hall, events: tuple[Recorded, ...]) -> None:
    assert [r.seq for r in events] == list(range(1, hall.seq + 1))
    given = numbers(events)
    for letter in {number[0] for number in given}:
        own = [int(number[1:]) for number in given if number[0] == letter]
        assert own == list(range(1, len(own) + 1)), "gap-free, each once"
    at = {k.ticket for k in hall.counters.values() if k.ticket}
    assert at == {t.id for t in hall.tickets.values() if t.at_counter}


async def test_a_server_that_is_killed_again_and_again_loses_and_doubles_nothing(
    server: HallServer, data: Path, tmp_path: Path, tell: Tell
) -> None:
    ledger = Ledger()
    crowd = Crowd(server, ledger)
    kills = lost = twice = 0
    try:
        while kills < KILLS and not (lost or twice):
            await asyncio.to_thread(server.start)
            for name, number in chance.sample(sorted(ledger.numbers.items()), min(20, len(ledger.numbers))):
                kiosk = int(name[1 : name.index("-")])
                asked = (crowd.kiosks[kiosk], "issue_ticket", name)
                _, body = await asyncio.to_thread(server.ask, *asked, service=SERVICES[kiosk % 3])
                assert body["result"]["ticket"]["number"] == number, "an old request keeps its answer"
            await crowd.until_killed(chance.randrange(20, 150))
            kills += 1
            hall, events = await journal_of(data, tmp_path / "copy")
            lost, twice = lost_and_twice(hall, events, ledger)
            if not (lost or twice):
                assert_it_holds_together(hall, events)
    finally:
        done = f"{len(ledger.numbers):,} numbers and {len(ledger.steps):,} steps acknowledged"
        tell(
            f"{kills} kills under load, {crowd.stops} stops and continues, {done}; stored = replayed",
            lost=lost,
            twice=twice,
        )
    assert (lost, twice) == (0, 0)
    assert len(ledger.numbers) > KILLS * 5
    assert len(ledger.steps) > KILLS * 3
