"""In a copy of the program that has the area `routine`: one command from the wire to the next start."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from server.access.actors import Actor
from server.access.rights import may
from server.api.asking.decided import Asking, as_decided
from server.api.asking.wire import command_of, parse
from server.clock import HallClock
from server.domain.areas import REFUSALS
from server.domain.command import Command
from server.domain.hall import Hall
from server.domain.refusals import Refused
from server.journal.snapshots import taken
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.routing import fair_share

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
TICK = b'{"type": "tick_item", "id": "r1", "item": "toilet paper", "by": "somebody else"}'


def who(role: str) -> Actor:
    return Actor(id="person:1300", kind="person", role=role, name="li")


def asked() -> Command:
    asking = Asking(
        actor=who("guide"),
        command=command_of(parse("tick_item", TICK)),
        hall=Hall(),
        printers=tuple,
        printer_of=str,
        expected=lambda _: None,
        clock=cast("HallClock", None),
        known_as=str,
    )
    return as_decided(asking)


async def opened(file: Path) -> tuple[LiveHall, SqliteJournal]:
    journal = SqliteJournal(file)
    return await LiveHall.open(journal, clock=lambda: AT, pick=fair_share.pick), journal


async def lived(file: Path) -> dict[str, Any]:
    live, journal = await opened(file)
    await live.obey_first(asked(), actor="person:1300")
    refused = ""
    try:
        await live.obey_first(asked(), actor="person:1300")
    except Refused as why:
        refused = f"{why.code} {why.text.en}"
    await journal.close()
    live, journal = await opened(file)
    replayed = dict((await journal.replay()).ticked)  # type: ignore[attr-defined]  # the copy's hall has it
    await journal.keep(taken(live.hall), "")
    await journal.close()
    again, journal = await opened(file)
    await journal.close()
    slots = {"restarted": live.hall, "from_a_snapshot": again.hall}
    kept = {name: dict(hall.ticked) for name, hall in slots.items()}  # type: ignore[attr-defined]  # as above
    return {**kept, "replayed": replayed, "refused": refused}


def area(root: Path, document: dict[str, Any]) -> dict[str, Any]:
    from deploy.architecture import PAGE, redraw

    assert root in PAGE.parents
    PAGE.write_text(redraw(PAGE.read_text("utf-8")), "utf-8")
    return {
        **asyncio.run(lived(root / "hall.sqlite3")),
        "may": [role for role in ("kiosk", "guide", "clerk", "hall_manager") if may(who(role), asked())],
        "described": [
            "/api/commands/tick_item" in document["paths"],
            "TickItem" in document["components"]["schemas"],
        ],
        "refusal": REFUSALS["ticked_already"].zh,
    }
