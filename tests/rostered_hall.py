"""A hall that knows how many come on a day, and three clerks to plan."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from server.command import making
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD

PEOPLE = {"1201": "李静", "1202": "王强", "1203": "赵敏"}
TODAY, TOMORROW, LAST_WEEK = "2026-03-02", "2026-03-03", "2026-02-23"


@asynccontextmanager
async def rostered_hall(data: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    config = pack("power")
    first, *others = config.services
    config = replace(config, services=(replace(first, daily_customers=250), *others))
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, hand) as hall:
        for login, name in PEOPLE.items():
            hall.house.people.add(login, name, "clerk", PASSWORD)
        await hall.house.who.look()
        yield hall


def at(person: str, counter: str, begins: str = "08:30", ends: str = "17:00") -> dict[str, str]:
    return {"person": person, "post": "counter", "counter": counter, "begins": begins, "ends": ends}
