"""What people type fits where it is shown: refused at the door beyond that, and cut where it is old."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from functools import reduce
from typing import Annotated, Any, Literal, get_origin, get_type_hints

import pytest
from pydantic import ValidationError
from pydantic_core import to_json

from server.api.asking.wire import COMMANDS, parse
from server.devices.printers import PrinterConfig
from server.devices.printing.slips import slip_bytes
from server.domain.care import commands as cc
from server.domain.equipment import commands as ec
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.said import CUT, DETAIL, REASON, both_fitting, fitting
from server.domain.screens import SCREENS, Looking
from server.domain.setup.events import HallConfigured
from server.domain.text import Text
from server.routing import fair_share
from server.watchers.devices.what_slips_say import Saying, card_said
from tests.api.samples import sample
from tests.builders import Story
from tests.care_builders import over_wait

LETTER = "厅"
LONG = LETTER * 500  # as much as a message of earlier releases could bring
MOST_SHOWN = 160  # letters in a row, of a sentence that has a typed text in it
TYPED = {"reason", "detail", "words", "outcome", "note", "priority_reason", "until"}


def typed_fields() -> Iterator[tuple[str, str, int]]:
    for name, kind in COMMANDS.items():
        for field, hint in get_type_hints(kind, include_extras=True).items():
            if get_origin(hint) is Annotated:
                yield name, field, hint.__metadata__[0].most


FREE = sorted(typed_fields())


def body(name: str, field: str, said: Any) -> bytes:
    whole = json.loads(to_json(sample(name), exclude={"config"}))
    return to_json({**whole, "id": "k7", "type": name, field: said})


@pytest.mark.parametrize(("name", "field", "most"), [f for f in FREE if f[0] != "configure_hall"])
def test_a_field_takes_what_its_surface_shows_and_no_letter_more(name: str, field: str, most: int) -> None:
    two = field == "reason" and name == "suspend_service"
    for letters, taken in ((most, True), (most + 1, False), (500, False)):
        said = LETTER * letters
        asked = body(name, field, {"zh": "停", "en": said} if two else said)
        if taken:
            assert parse(name, asked)
        else:
            with pytest.raises(ValidationError, match=field):
                parse(name, asked)


def test_nothing_that_is_typed_is_without_a_most() -> None:
    """A new command whose field is called as these are has to say how much it takes."""
    bounded = {(name, field) for name, field, _ in FREE}
    asked_by_people = {
        (name, f.name)
        for name, kind in COMMANDS.items()
        for f in fields(kind)
        if get_origin(get_type_hints(kind)[f.name]) is not Literal
        if (name, f.name) != ("record_spoken", "outcome")  # a board says it, and is told what may be said
        if f.name in TYPED - {"until", "detail"} | {"also"}
    }
    assert asked_by_people <= bounded
    assert ("report_terminal", "detail") in bounded


def test_what_is_too_long_is_cut_so_that_it_is_seen() -> None:
    assert fitting("好" * REASON, REASON) == "好" * REASON
    cut = fitting("好" * (REASON + 1), REASON)
    assert (len(cut), cut[-1]) == (REASON, CUT)
    said = Text("短", "short")
    assert both_fitting(said, REASON) is said
    assert len(both_fitting(Text("短", "x" * 500), REASON).en) == REASON


def a_day() -> Story:
    """Somebody types at every place where something can be typed."""
    story, waits = over_wait()
    story.do(c.SuspendService(service="invoice", reason=Text("升级", "Upgrade"), until="11:00"))
    for counter in ("2", "3", "4"):
        if story.hall.counters[counter].state == "closed":
            story.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))
    story.do(c.PauseCounter(counter="2", reason="就餐"))
    ticket = story.issue("change", priority_reason="elderly")
    story.do(c.CallSpecific(counter="4", ticket=ticket, reason="赶车"))
    story.do(c.StartService(counter="4"))
    story.do(gc.GiveNotice(ticket=ticket, also="户口本", printer="k1", leaves=False))
    other = story.issue("change")
    story.do(gc.GivePass(ticket=other, reason="停电", printer="k1"))
    story.do(gc.Divert(way=Way.ANSWERED, service="advice", words="电价"))
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="cover open"))
    story.do(ec.RaiseAlert(kind="part_failed", subject="views", detail="broken"))
    story.do(cc.WaiveCase(ticket=waits, reason="不需要"))
    return story


def as_it_was(event: Event) -> Event:
    """The same event as an earlier release may have written it."""
    if isinstance(event, HallConfigured):
        return event
    longer: dict[str, Any] = {}
    for f in fields(event):
        value = getattr(event, f.name)
        if f.name in TYPED and isinstance(value, str) and value:
            longer[f.name] = LONG
        elif f.name in TYPED and isinstance(value, Text):
            longer[f.name] = Text(LONG, LONG)
        elif f.name == "missing":
            longer[f.name] = (*value, Text(LONG, ""))
    return replace(event, **longer)  # type: ignore[arg-type]


def test_old_long_texts_are_cut_on_every_screen_and_paper() -> None:
    story = a_day()
    old = [as_it_was(event) for event in story.log]
    assert sum(LONG in str(event) for event in old) >= 8
    hall: Hall = reduce(evolve, old, Hall())
    for name, screen in SCREENS.items():
        if screen.show is None:
            continue
        for place in ("", "2", "4"):
            if place and place not in hall.counters:
                continue
            looking = Looking(
                hall=hall,
                now=story.now + timedelta(seconds=1),
                place=place or "1",
                waits=dict,
                pick=fair_share.pick,
                name_of=str,
            )
            told = to_json(screen.show(looking)).decode()
            assert LETTER * MOST_SHOWN not in told, (name, place)
    papers = [t.slip for t in (*hall.tickets.values(), *hall.ended.values()) if t.slip and t.slip.notice]
    assert len(papers) == 2
    for slip in papers:
        card = card_said(
            Saying(hall=hall, slip=slip, large=True, language="zh", now=story.now), lambda _: "http://h/", str
        )
        assert card is not None
        listed = card.listed.items if card.listed else ()
        assert all(len(said.zh) <= DETAIL for said in (*card.facts, *listed))
        for width in (384, 576):
            config = PrinterConfig(id="k1", kind="virtual", dots=width)
            assert slip_bytes(card, config)
