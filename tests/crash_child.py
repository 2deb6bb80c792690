"""A hall under load that says what it has acknowledged, until it is killed; told its file and the turn."""

import asyncio
import sys
from pathlib import Path

from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from tests.living import HandClock, ask, living, numbers, set_up

PEOPLE = 12


async def customers(live: LiveHall, who: str) -> None:
    n = 0
    while True:
        n += 1
        done = await ask(live, c.IssueTicket(service="bill", printer="K1"), f"{who}/{n}")
        sys.stdout.write(f"{who}/{n} {numbers(done.recorded)[0]}\n")
        sys.stdout.flush()


async def clerk(live: LiveHall, counter: str, who: str) -> None:
    n = 0
    while True:
        for kind in (c.CallNext, c.StartService, c.FinishTicket):
            n += 1
            try:
                await ask(live, kind(counter=counter), f"{who}/{n}")
            except Refused:
                await asyncio.sleep(0)


async def main(file: Path, turn: str) -> None:
    journal = SqliteJournal(file)
    async with living(journal, HandClock((await journal.load()).at)) as live:
        if live.hall.config is None:
            await set_up(live)
        async with asyncio.TaskGroup() as people:
            for n in range(PEOPLE):
                people.create_task(customers(live, f"kiosk{n}.{turn}"))
            for counter in "1234":
                people.create_task(clerk(live, counter, f"clerk{counter}.{turn}"))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
