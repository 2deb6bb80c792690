"""A hall in which one customer waits too long, told step by step until it is killed."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from server.domain.care import commands as cc
from server.domain.command import Command
from server.domain.opinion.commands import Rate
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from tests.builders import MORNING
from tests.care_hall import HallOnDisk, a_care_config

TICKET = "?"  # stands for the one customer
STEPS: tuple[tuple[float, Command | None], ...] = (  # seconds after the opening; None: the watchers look
    (0, ConfigureHall(config=a_care_config())),
    (1, c.OpenCounter(counter="1", staff="s1")),
    (2, cc.LeadShift(by="person:wang")),
    (10, c.IssueTicket(service="bill")),
    (611, None),
    (620, cc.ExplainWait(ticket=TICKET, by="person:li")),
    (911, None),
    (1211, None),
    (1300, c.CallNext(counter="1")),
    (1301, cc.OfferRemedy(ticket=TICKET, where="1", by="s1")),
    (1302, cc.GiveGift(ticket=TICKET, gift="tissues", where="1", by="s1")),
    (1303, c.StartService(counter="1")),
    (1400, c.FinishTicket(counter="1")),
    (1405, Rate(counter="1", evaluation=TICKET, level=1, reaction_ms=5000)),
    (1500, None),
)


def filled(hall: HallOnDisk, command: Command) -> Command:
    """With the names that only this hall knows."""
    known = {**hall.live.hall.tickets, **hall.live.hall.ended}
    ticket = next(iter(known), "")
    names = {"ticket": ticket, "evaluation": f"{ticket}.0"}
    changes = {f: name for f, name in names.items() if getattr(command, f, "") == TICKET}
    return replace(command, **changes)


async def live_through(file: Path, told: Connection) -> None:
    async with HallOnDisk(file) as hall:
        for n, (seconds, command) in enumerate(STEPS):
            hall.now = max(MORNING + timedelta(seconds=seconds), hall.live.hall.at)
            if command is None:
                await hall.look()
            else:
                await hall.do(filled(hall, command), f"step {n}")
            told.send(n)


def main(file: Path, told: Connection) -> None:
    asyncio.run(live_through(file, told))
