"""Holds the exercises one after the other, each on a practice hall of its own; one that breaks off failed."""

import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from importlib.metadata import version

from websockets.exceptions import WebSocketException

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.drill.at_the_counter import d4, d5, d6
from server.drill.at_the_kiosk import d1, d3
from server.drill.practice import Practice, practising
from server.drill.record import Exercise, Record
from server.drill.seat import NotSeen
from server.drill.server_away import d2, d7
from server.drill.texts import text_of

Play = Callable[[Practice], Awaitable[Text]]
Ground = Callable[[HallConfig], AbstractAsyncContextManager[Practice]]
EXERCISES: Mapping[str, Play] = {"D1": d1, "D2": d2, "D3": d3, "D4": d4, "D5": d5, "D6": d6, "D7": d7}
BROKEN_OFF = (OSError, WebSocketException, LookupError)


async def hold(
    config: HallConfig,
    now: datetime,
    *,
    by: str,
    exercises: Mapping[str, Play] = EXERCISES,
    tell: Callable[[Exercise], None] = lambda done: None,
    on: Ground = practising,
) -> Record:
    done = []
    for name, play in exercises.items():
        done.append(await _played(on(config), name, play))
        tell(done[-1])
    return Record(
        hall=config.name,
        at=now,
        zone=config.timezone,
        by=by,
        version=version("hallqueue"),
        exercises=tuple(done),
    )


async def _played(ground: AbstractAsyncContextManager[Practice], name: str, play: Play) -> Exercise:
    began = time.monotonic()
    try:
        async with ground as hall:
            seen, passed = await play(hall), True
    except NotSeen as missing:
        seen, passed = missing.text, False
    except BROKEN_OFF as why:
        seen, passed = text_of("broke", why=why), False
    return Exercise(name=name, passed=passed, seen=seen, seconds=time.monotonic() - began)
