"""Simulated customers and clerks who use the real socket; they can be sent home and called back."""

import asyncio
import json
import logging
import random
import secrets
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

log = logging.getLogger(__name__)

CUSTOMER_EVERY = 55.0  # s at speed 1
ENOUGH_WAITING = 16
PATIENCE = 25  # min
NO_SHOWS = 0.05
ELDERLY = {"priority": "priority", "priority_reason": "elderly"}
OLD = 0.08  # share of customers who need priority
ANSWERING = 0.25  # a second, while the question stands
AGAIN_AFTER = 2.0
CLERKS = 5  # the floating counter is for whoever tries the demo
Token = Callable[[str, str, str], str]  # name, role, place


class Refusal(Exception):
    """The hall said no; the code is the argument."""


class PlayedScreen:
    """One simulated screen: a socket that asks and knows the newest view."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.view: dict[str, Any] = {}

    async def hello(self, token: str, screen: str, place: str) -> None:
        hello = {"type": "hello", "protocol": 1, "token": token, "screen": screen, "place": place}
        await self._socket.send(json.dumps(hello))
        while not self.view:
            await self._next()

    async def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Raise `Refusal` when the hall says no."""
        name = secrets.token_hex(16)
        await self._socket.send(json.dumps({"id": name, "type": kind, **fields}))
        while True:
            message = await self._next()
            if message.get("id") == name:
                if message["type"] == "refused":
                    raise Refusal(message["code"])
                result: dict[str, Any] = message["result"]
                return result

    async def pause(self, seconds: float) -> None:
        """Let time pass and keep reading, as a browser would."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await self._next()
        except TimeoutError:
            return

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await self._socket.recv())
        if message["type"] == "view":
            self.view = message["view"]
        elif message["type"] == "bye":
            raise Refusal(message["code"])
        return message


class Stage:
    """`speed` 6 means that service takes a sixth of its time and customers come six times as often."""

    def __init__(self, url: str, token: Token, speed: float) -> None:
        self.speed = speed
        self.running = speed > 0
        self._url, self._token = url, token
        self._chance = random.Random()  # people, not secrets
        self._changed = asyncio.Event()

    def start(self) -> None:
        self.running = True
        self._changed.set()

    def stop(self) -> None:
        self.running = False
        self._changed.set()

    async def run(self, counters: list[str], printer: str) -> None:
        """Play whenever it runs, until cancelled."""
        while True:
            self._changed.clear()
            if self.running:
                await self._play(counters, printer)
            else:
                await self._changed.wait()

    async def _play(self, counters: list[str], printer: str) -> None:
        async with asyncio.TaskGroup() as tasks:
            people = [tasks.create_task(self._keep(self._customers, "kiosk", "kiosk", printer))]
            for counter in counters[:CLERKS]:
                people.append(tasks.create_task(self._keep(self._clerk, "clerk", "counter", counter)))
                people.append(tasks.create_task(self._keep(self._opinion, "evaluator", "evaluator", counter)))
            while self.running:
                await self._changed.wait()
                self._changed.clear()
            for person in people:
                person.cancel()

    async def _keep(self, part: Callable[[PlayedScreen, str], Any], role: str, kind: str, place: str) -> None:
        name = f"12{place:0>2}" if role == "clerk" else f"demo {role} {place}"  # a clerk sits down by number
        token = await asyncio.to_thread(self._token, name, role, place)
        while True:
            try:
                async with connect(self._url, compression=None, max_size=None) as socket:
                    screen = PlayedScreen(socket)
                    await screen.hello(token, kind, place)
                    await part(screen, place)
            except (OSError, ConnectionClosed, Refusal) as why:
                log.info("demo %s at %s: %s", role, place, why)
            await asyncio.sleep(AGAIN_AFTER)

    async def _customers(self, screen: PlayedScreen, printer: str) -> None:
        while True:
            await screen.pause(self._chance.expovariate(self.speed / CUSTOMER_EVERY))
            services = screen.view["services"]
            if sum({s["letter"]: s["waiting"] for s in services}.values()) >= ENOUGH_WAITING:
                continue
            wanted = [s for s in services if _worth_it(s)]
            if not wanted:
                continue
            chosen = self._chance.choice(wanted)
            need = (
                {"priority": "priority", "priority_reason": "elderly"} if self._chance.random() < OLD else {}
            )
            try:
                await screen.ask("issue_ticket", service=chosen["id"], **need)
            except Refusal as why:
                log.info("a demo customer leaves: %s", why)

    async def _opinion(self, screen: PlayedScreen, counter: str) -> None:
        """What customers tap on the evaluator: most do, most are content, fewer with a long wait."""
        while True:
            await screen.pause(1.0)
            asked = {"counter": counter, "evaluation": screen.view["evaluation"]}
            try:
                if screen.view["step"] == "rate" and self._chance.random() < ANSWERING:
                    await screen.pause(self._chance.uniform(2, 5))
                    await screen.ask("rate", **asked, level=self._level(4.6), reaction_ms=3000)
                elif screen.view["step"] == "rate_wait":
                    await screen.ask("rate_wait", **asked, level=self._level(4.0))
            except Refusal as why:
                log.debug("demo customer at %s: %s", counter, why)

    def _level(self, mean: float) -> int:
        return min(5, max(1, round(self._chance.gauss(mean, 0.8))))

    async def _clerk(self, screen: PlayedScreen, counter: str) -> None:
        while True:
            try:
                await self._one_customer(screen, counter)
            except Refusal as why:
                log.debug("demo clerk at %s: %s", counter, why)
                await screen.pause(AGAIN_AFTER)

    async def _one_customer(self, screen: PlayedScreen, counter: str) -> None:
        match screen.view["state"]:
            case "closed":
                await screen.ask("open_counter", counter=counter)
            case "paused":
                await screen.pause(AGAIN_AFTER)  # whoever paused it will be back
            case "open_idle":
                await screen.pause(self._chance.uniform(3, 9) / self.speed + 0.5)
                await screen.ask("call_next", counter=counter)
            case "calling":
                await self._wait_for_customer(screen, counter)
            case "serving":
                await screen.pause(self._handling(screen) / self.speed)
                await screen.ask("finish_ticket", counter=counter, ticket=_seen(screen))
        await screen.pause(0.3)

    async def _wait_for_customer(self, screen: PlayedScreen, counter: str) -> None:
        await screen.pause(max(self._chance.uniform(10, 30) / self.speed, 3.0))
        if self._chance.random() > NO_SHOWS:
            await self._make_good(screen, counter)
            await screen.ask("start_service", counter=counter, ticket=_seen(screen))
            return
        for _ in range(2):
            await screen.ask("recall", counter=counter, ticket=_seen(screen))
            await screen.pause(4.0)
        await screen.ask("mark_no_show", counter=counter, ticket=_seen(screen))

    async def _make_good(self, screen: PlayedScreen, counter: str) -> None:
        """Say sorry and hand over a gift where a remedy is due."""
        ticket = screen.view.get("ticket") or {}
        remedy = ticket.get("remedy") or {}
        gift = next((g["id"] for g in remedy.get("gifts", ()) if g["usable"]), "")
        if remedy.get("state") == "open" and gift:
            await screen.ask("offer_remedy", ticket=ticket["id"], where=counter)
            await screen.ask("give_gift", ticket=ticket["id"], gift=gift, where=counter)

    def _handling(self, screen: PlayedScreen) -> float:
        ticket = screen.view.get("ticket")
        standard: float = ticket["standard_seconds"] if ticket else 60.0
        return standard * self._chance.lognormvariate(-0.15, 0.4)


def _seen(screen: PlayedScreen) -> str:
    """The customer whom the clerk sees at the counter, and means."""
    ticket = screen.view.get("ticket")
    return str(ticket["id"]) if ticket else ""


def _worth_it(service: dict[str, Any]) -> bool:
    """Whether a customer stays: somebody serves it, and it will not take half the morning."""
    wait: int = service["wait"]["minutes"]
    return bool(service["served"]) and service["suspended"] is None and wait <= PATIENCE
