"""Whatever is read, exported or logged: no code in it opens a door as long as it is good.

Every address that is read is asked as its owner, so that a new one cannot forget it.
"""

import io
import logging
import re
import zipfile
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from server.devices.printers import PrinterConfig
from server.domain.areas import EVENTS
from server.domain.codes import code_of, grouped
from server.domain.hall import Hall
from server.domain.views.clerk.clerk_paper import ON_PAPER
from server.reports.drilling.behind import SECRET
from tests.hall_here import HereHall, here_hall
from tests.hall_made import PASSWORD, bearer
from tests.patience import until

SLOT = "2026-03-02T01:30:00Z"
OPENS = re.compile(r"token|secret|(^|_)code$|^notice$|^job$|^person$|password|pin$")
BY_DESIGN = {  # what an address is there to hand out, and to whom
    "GET /api/appointments": {"appointment"},  # staff check in by it whoever stands before them
    "GET /api/numbers": {"ticket"},  # staff show a customer their own page again
}
NOT_ASKED = {
    "GET /api/printers/found",  # searches the network
    "GET /openapi.json",
}


@pytest.fixture
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with here_hall(data, printers=(PrinterConfig(id="K1", kind="virtual"),)) as hall:
        yield hall


async def with_secrets(hall: HereHall) -> dict[str, tuple[str, ...]]:
    """Everything that opens a door in this hall, as it may be written."""
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    await hall.do("give_notice", ticket=ticket, missing=[0], printer="K1", leaves=False)
    await until(lambda: on_paper(hall.hall, ticket))  # before it is, the clerk may have to write it down
    waits = await hall.issue("pay")
    made = (await hall.do("book_appointment", service="install_home", slot=SLOT, printer="K1"))["appointment"]
    pairing = (await hall.http.post("/api/pairing", json={"screen": "counter"})).json()
    (notice,) = hall.hall.guidance.notices
    tokens = [t.token for t in hall.hall.tickets.values()]
    assert waits["token"] in tokens
    return {
        "ticket": (*tokens, *map(code_of, tokens)),
        "notice": (notice, grouped(notice)),
        "appointment": (made["code"], grouped(made["code"])),
        "pairing": (pairing["code"], pairing["secret"]),
        "device": (hall.token("kiosk"), hall.admin),
        "password": (PASSWORD,),
    }


def on_paper(hall: Hall, ticket: str) -> bool:
    slip = hall.tickets[ticket].slip
    return slip is not None and slip.state in ON_PAPER


def addresses(spec: Mapping[str, Any], ticket: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Name, address and question of all that is read without somebody's own code."""
    for path, operations in spec["paths"].items():
        if "get" not in operations or "{code}" in path or "{token}" in path:
            continue
        asked = {"number": "A001"} if path == "/api/numbers" else {}
        values: dict[str, tuple[str, ...]] = {
            "{screen}": ("manager", "guide", "counter", "lobby", "kiosk"),
            "{name}": ("waits", "appointments"),
        }
        options = next((found for word, found in values.items() if word in path), ("x",))
        for value in options:
            place = {"place": "4"} if "{screen}" in path and "views" in path else {}
            address = re.sub(r"\{ticket\}", ticket, path)
            address = re.sub(r"\{[^}]*\}", value, address)
            name = f"GET {address if 'views' in path else path}"
            yield name, address, {**asked, **place}


def written(body: bytes) -> str:
    """As a person would read it, what is packed unpacked."""
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "".join(written(packed.read(name)) for name in packed.namelist())
    return body.decode("utf-8", "replace")


async def test_nothing_that_is_read_says_a_code_that_is_good(
    hall: HereHall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    secrets = await with_secrets(hall)
    spec, head = (await hall.http.get("/openapi.json")).json(), bearer(hall.admin)
    read, designed = 0, set[tuple[str, str]]()
    for name, address, asked in addresses(spec, next(iter(hall.hall.tickets))):
        if name in NOT_ASKED:
            continue
        answer = await hall.http.get(address, params=asked, headers=head)
        text = written(answer.content)
        read += answer.status_code == 200
        for kind, codes in secrets.items():
            found = [code for code in codes if code in text]
            assert not found or kind in BY_DESIGN.get(name, ()), (name, kind)
            designed |= {(name, kind)} if found else set()
    assert read > 30
    assert designed == {(name, kind) for name, kinds in BY_DESIGN.items() for kind in kinds}
    for kind, codes in secrets.items():
        told = [record.getMessage() for record in caplog.records]
        assert not [line for line in told for code in codes if code in line], kind


async def test_the_events_page_leaves_out_what_opens_a_door_and_says_all_else(hall: HereHall) -> None:
    await with_secrets(hall)
    events = (await hall.http.get("/api/events", params={"limit": 500}, headers=bearer(hall.admin))).json()
    kinds = {event["kind"] for event in events["events"]}
    assert {"TicketIssued", "NoticeGiven", "AppointmentBooked", "SlipQueued"} <= kinds
    for event in events["events"]:
        assert not [name for name in event["fields"] if OPENS.search(name)], event["kind"]


def test_every_field_of_an_event_that_opens_a_door_is_known_as_one() -> None:
    """A new event whose field is called like a secret is one, until somebody says otherwise here."""
    named = {f.name for kind in EVENTS.values() for f in fields(kind) if OPENS.search(f.name)}
    assert named <= set(SECRET)
    assert {"token", "notice", "code"} <= named
