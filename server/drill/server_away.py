"""The server dies: D2, the kiosk goes on from its block; D7, a sheet of paper, then return passes."""

import asyncio
import time
from typing import Any

from server.domain.text import Text
from server.drill.contingency import sheet
from server.drill.practice import PRINTER, Practice
from server.drill.seat import NotSeen
from server.drill.texts import text_of

BETWEEN_CUSTOMERS = 2.0  # s
RETURN_PASS = {"priority": "priority", "priority_reason": "return_pass"}


async def d2(hall: Practice) -> Text:
    """What the kiosk gave alone comes into the line at the moment it was given, and no number comes twice."""
    token = hall.token("kiosk", PRINTER)
    async with hall.seat("kiosk", "kiosk", PRINTER, token) as kiosk:
        lease = (await kiosk.ask("lease_numbers"))["lease"]
        if not lease:
            raise NotSeen(text_of("no_lease"))
        before = (await kiosk.ask("issue_ticket", service=hall.service))["ticket"]["number"]
    await hall.kill()
    letter = hall.config.queue[hall.config.service[hall.service].queue].letter
    alone = []
    for n in range(2):
        alone.append((lease["first"] + n, time.monotonic()))
        await asyncio.sleep(BETWEEN_CUSTOMERS)
    offline = [f"{letter}{ordinal:03}" for ordinal, _ in alone]
    await hall.serve()
    async with hall.guide() as guide:
        after = (await guide.ask("issue_ticket", service=hall.service))["ticket"]["number"]
    async with hall.seat("kiosk", "kiosk", PRINTER, token) as kiosk:
        for ordinal, given in alone:
            ago = time.monotonic() - given
            await kiosk.ask("merge_offline", service=hall.service, ordinal=ordinal, ago_seconds=ago)
    want = [before, *offline, after]
    async with hall.clerk() as clerk:
        await clerk.ask("open_counter", counter=hall.counter)
        await clerk.see(lambda v: len(v["waiting"]) == len(want), text_of("lost", numbers="…"))
        line = [row["number"] for row in clerk.view["waiting"]]
        require_line(want, line)
        await clerk.ask("call_next", counter=hall.counter)
        await clerk.see(lambda v: v["ticket"]["number"] == before, text_of("not_called"))
    return text_of("D2", offline="、".join(offline), line="、".join(line))


async def d7(hall: Practice) -> Text:
    """Nothing is lost, the sheet has everybody, and who comes back later comes first."""
    async with hall.kiosk() as kiosk, hall.clerk() as clerk:
        given = [await _number(kiosk, hall.service) for _ in range(3)]
        await clerk.ask("open_counter", counter=hall.counter)
        await clerk.ask("call_next", counter=hall.counter)
    await hall.kill()
    listed = sheet(await hall.rows())
    require_all(given, [row.number for row in listed.rows], "not_on_sheet")
    await hall.serve()
    async with hall.guide() as guide, hall.clerk() as clerk:
        back = (await guide.ask("issue_ticket", service=hall.service, **RETURN_PASS))["ticket"]["number"]
        await clerk.see(
            lambda v: v["next"] and v["next"][0]["number"] == back, text_of("not_first", number=back)
        )
        there = [row["number"] for row in clerk.view["waiting"]]
        if clerk.view["ticket"]:
            there.append(clerk.view["ticket"]["number"])
    require_all([*given, back], there, "lost")
    return text_of("D7", numbers="、".join(given), number=back)


async def _number(kiosk: Any, service: str) -> str:
    ticket = (await kiosk.ask("issue_ticket", service=service))["ticket"]
    number: str = ticket["number"]
    return number


def require_line(want: list[str], line: list[str]) -> None:
    if line != want:
        raise NotSeen(text_of("order", want="、".join(want), got="、".join(line)))


def require_all(want: list[str], there: list[str], missing: str) -> None:
    if gone := [number for number in want if number not in there]:
        raise NotSeen(text_of(missing, numbers="、".join(gone)))
