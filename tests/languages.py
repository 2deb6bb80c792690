"""A running hall that is settled to speak Chinese alone, or both again."""

from dataclasses import replace
from typing import Literal

from server.domain.setup.commands import ConfigureHall
from tests.hall_here import HereHall


async def in_chinese_alone(hall: HereHall, languages: Literal["both", "zh"] = "zh") -> None:
    config = replace(hall.hall.setup, languages=languages)
    name = f"languages {hall.hall.seq}"
    await hall.house.live.apply(ConfigureHall(config=config), actor="person:1", request=name)
