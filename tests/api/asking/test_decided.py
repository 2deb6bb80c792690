"""What the server says in a command, whatever the message says."""

import asyncio
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from server.access.rights import BY_THE_HALL
from server.api.asking.decided import HOW, WHY_PRIORITY
from server.api.asking.wire import COMMANDS, wire_name
from server.devices.printers import PrinterConfig
from server.domain.area import Means
from server.domain.areas import DECIDED
from server.domain.config.figures import Figures
from server.domain.config.pieces.calendar import Hours
from server.domain.setup.commands import ConfigureHall
from tests.access.matrix import SAID_BY_THE_ASKER
from tests.hall_here import HereHall, here_hall
from tests.hall_made import PASSWORD

PRINTERS = (PrinterConfig(id="K1", kind="virtual"), PrinterConfig(id="K2", kind="virtual"))

# What the asker says, and why that is theirs. A field of a new command belongs here or in DECIDED.
SAID: Mapping[str, str] = {
    **SAID_BY_THE_ASKER,
    **dict.fromkeys(
        ("service", "services_done", "outcome", "kind", "reason", "reasons", "until"),
        "what the customer wants, what was done, and why",
    ),
    **dict.fromkeys(
        (
            "ticket",
            "alert",
            "plan",
            "task",
            "evaluation",
            "call",
            "announcement",
            "gift",
            "proposal",
            "pieces",
            "level",
        ),
        "what it is about: it has to be there",
    ),
    **dict.fromkeys(
        ("to_queue", "to_counter", "to_staff", "position", "here", "profile", "zone"),
        "where a customer is sent or served: it has to be there and work",
    ),
    "counter": "where the clerk sits, or anywhere for who sits nowhere (decision 25, `api/asking/seats.py`)",
    "instead_of": "its own earlier ask, by its name; the desk finds the ticket",
    **dict.fromkeys(
        ("ordinal", "ago_seconds"), "what a kiosk gave while cut off: of its own block and day only"
    ),
    "reaction_ms": "how fast the tap came; the hall's own clock can only confirm it",
    **dict.fromkeys(("config", "base", "valid_from", "note"), "the set-up, of who may change it"),
    "detail": "what went wrong with a sound, by the board that was asked to play it",
}
BY_NAME = {
    *("staff", "channel", "printer", "by", "screen", "actor", "where"),
    *("priority", "priority_reason", "expected_wait_seconds", "undoes", "speaker", "voice", "to", "since"),
    *("language", "segment"),
}
ONLY_BY_THE_HALL = {wire_name(kind) for kind in BY_THE_HALL}


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - ONLY_BY_THE_HALL))
def test_every_field_that_says_who_where_or_at_which_trust_is_the_servers(name: str) -> None:
    kind = COMMANDS[name]
    decided = DECIDED.get(kind, {}).keys()
    names = {f.name for f in fields(kind)}
    assert decided <= names
    assert names & BY_NAME == decided & BY_NAME, "never the asker's to say"
    assert names - decided <= SAID.keys(), "say whose field it is"


def test_every_meaning_is_found_somewhere() -> None:
    assert HOW.keys() == set(Means)


async def changed(hall: HereHall, **changes: Any) -> None:
    config = hall.hall.config
    assert config is not None
    command = ConfigureHall(config=replace(config, **changes))
    await hall.house.live.apply(command, actor="system:test", request="changed")


async def test_a_kiosks_channel_and_printer_are_the_servers_to_say(data: Path) -> None:
    """C27: after hours a kiosk that calls itself a counter gets no number either."""
    async with here_hall(data, printers=PRINTERS) as hall:
        await changed(hall, hours=Hours(opens="08:30", closes="16:30"))
        kiosk = hall.token("kiosk", "K2")
        said = {"service": "pay", "channel": "counter", "printer": "K1", "expected_wait_seconds": 1.0}
        assert (await hall.post(kiosk, "issue_ticket", **said))[0] == 200
        (ticket,) = hall.hall.tickets.values()
        assert ticket.slip
        assert (ticket.channel, ticket.slip.printer) == ("kiosk", "K2")
        hall.clock.move(hours=12)
        status, body = await hall.post(kiosk, "issue_ticket", **said)
        assert (status, body["code"]) == (409, "hall_closed")


@pytest.mark.parametrize(
    ("role", "channel"),
    [("guide", "guide_tablet"), ("clerk", "counter"), ("team_leader", "staff"), ("admin", "staff")],
)
async def test_a_channel_follows_from_the_role(hall: HereHall, role: str, channel: str) -> None:
    assert (await hall.post(hall.token(role), "issue_ticket", service="pay", channel="kiosk"))[0] == 200
    assert [t.channel for t in hall.hall.tickets.values()] == [channel]


async def test_nobody_prints_on_a_printer_that_is_not_there(data: Path) -> None:
    async with here_hall(data, printers=PRINTERS) as hall:
        guide = hall.token("guide")
        status, body = await hall.post(guide, "issue_ticket", service="pay", printer="main")
        assert (status, body["code"]) == (404, "unknown_printer")
        _, body = await hall.post(guide, "issue_ticket", service="pay", printer="K2")
        ticket = body["result"]["ticket"]["ticket"]
        status, body = await hall.post(guide, "reprint_slip", ticket=ticket, printer="../K2")
        assert (status, body["code"]) == (404, "unknown_printer")


async def test_a_clerk_opens_a_counter_as_nobody_else(hall: HereHall) -> None:
    """C28: the clerk z1 says that it is z2 who sits down."""
    await asyncio.to_thread(hall.house.people.add, "z1", "张一", "clerk", PASSWORD)
    token, _, _ = await asyncio.to_thread(hall.house.people.log_in, "z1", PASSWORD, "2", hall.clock.at)
    assert (await hall.post(token, "open_counter", counter="2", staff="z2"))[0] == 200
    assert hall.hall.counters["2"].staff == "z1"


async def test_a_leader_seats_a_real_clerk_and_is_named_beside_it(hall: HereHall) -> None:
    for login, role in (("z1", "clerk"), ("z2", "guide"), ("z3", "clerk")):
        await asyncio.to_thread(hall.house.people.add, login, login, role, PASSWORD)
    await asyncio.to_thread(hall.house.people.withdraw, "z3")
    leader = hall.token("team_leader", name="leader")
    for nobody in ("z2", "z3", "z9"):
        status, body = await hall.post(leader, "open_counter", counter="1", staff=nobody)
        assert (status, body["code"]) == (404, "unknown_person"), nobody
    assert (await hall.post(leader, "open_counter", counter="1", staff="z1"))[0] == 200
    newest = (await hall.house.live.journal.since(hall.hall.seq - 1))[0]
    assert (newest.actor, hall.hall.counters["1"].staff) == ("script:leader", "z1")


async def test_a_kiosk_gives_priority_only_where_customers_may_say_so(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    need = {"service": "pay", "priority": "priority", "priority_reason": WHY_PRIORITY[0]}
    assert (await hall.post(kiosk, "issue_ticket", **need))[0] == 200
    assert (await hall.post(kiosk, "issue_ticket", **need | {"priority_reason": "张先生 138…"}))[0] == 200
    assert (await hall.post(kiosk, "issue_ticket", **need | {"priority": "ordinary"}))[0] == 200
    assert [t.priority_reason for t in hall.hall.tickets.values()] == [WHY_PRIORITY[0], "", ""]
    await changed(hall, figures=Figures(kiosk_priority=False))
    status, body = await hall.post(kiosk, "issue_ticket", **need)
    assert (status, body["code"]) == (409, "priority_from_staff")
    assert (await hall.post(hall.token("guide"), "issue_ticket", **need))[0] == 200


@pytest.mark.parametrize(
    ("said", "code", "zh"),
    [
        ({"segment": "vip-7788"}, "unknown_segment", "没有这类客群：vip-7788"),
        (
            {"priority": "priority", "priority_reason": "张先生 138…"},
            "unknown_priority_reason",
            "优先原因只能从给出的几种里选",
        ),
    ],
)
async def test_staff_say_who_a_customer_is_in_the_halls_own_words_alone(
    hall: HereHall, said: dict[str, str], code: str, zh: str
) -> None:
    """Anybody's own words went into the journal as they came, and no rule, badge or report knew them."""
    guide = hall.token("guide")
    status, body = await hall.post(guide, "issue_ticket", service="pay", **said)
    assert (status, body["code"], body["text"]["zh"]) == (404, code, zh)
    assert body["text"]["en"].isascii()
    assert not hall.hall.tickets
    meant = {
        "segment": hall.hall.setup.segments[0].id,
        "priority": "priority",
        "priority_reason": "return_pass",
    }
    assert (await hall.post(guide, "issue_ticket", service="pay", **meant))[0] == 200


async def test_a_gift_is_given_where_the_customer_is_by_who_asks(hall: HereHall) -> None:
    ticket = await hall.issue()
    hall.clock.move(minutes=21)
    await hall.house.over_wait.attend()
    guide = hall.token("guide", name="li")
    said = {"ticket": ticket["ticket"], "where": "7", "by": "somebody"}
    assert (await hall.post(guide, "offer_remedy", **said))[0] == 200
    assert (await hall.post(guide, "give_gift", gift="pen", **said))[0] == 200
    case = hall.hall.care.cases[ticket["ticket"]]
    assert (case.where, case.settled_by) == ("zone", "li")


@pytest.mark.parametrize("role", ["hall_manager", "admin", "clerk", "team_leader"])
async def test_nobody_rates_for_a_customer(hall: HereHall, role: str) -> None:
    """C30: a customer's opinion comes from the evaluator where it was asked, and from nowhere else."""
    for token in (hall.token(role), hall.token("evaluator"), hall.token("evaluator", "2")):
        status, body = await hall.post(token, "rate", counter="1", evaluation="e", level=5)
        assert (status, body["code"]) == (403, "not_allowed")
    status, body = await hall.post(hall.token("evaluator", "1"), "rate", counter="1", evaluation="e", level=5)
    assert (status, body["code"]) == (409, "evaluation_over")
