"""Exercises that are held: what passes, what fails with its words, what breaks off, one after the other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.drill.holding import hold
from server.drill.paper import PracticePrinter
from server.drill.practice import Practice
from server.drill.record import Exercise
from server.drill.seat import NotSeen
from server.packs.hall_file import pack

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@asynccontextmanager
async def meadow(config: HallConfig) -> AsyncIterator[Practice]:
    """Nothing needs to stand on it."""
    yield Practice(Path("nowhere"), config, PracticePrinter())


async def well(hall: Practice) -> Text:
    return Text("好", "well")


async def ill(hall: Practice) -> Text:
    raise NotSeen(Text("没有小票", "no slip"))


async def breaks(hall: Practice) -> Text:
    raise OSError("no route")


async def test_one_that_fails_or_breaks_off_is_told_and_the_next_is_held() -> None:
    told: list[Exercise] = []
    plays = {"D1": ill, "D2": breaks, "D3": well}
    record = await hold(pack("power"), NOW, by="1001", exercises=plays, tell=told.append, on=meadow)
    assert [e.passed for e in record.exercises] == [False, False, True]
    assert [e.seen.en for e in told] == ["no slip", "it broke off: no route", "well"]
    assert record.share == "1/3"
