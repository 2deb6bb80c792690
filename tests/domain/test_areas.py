"""Every area is whole: what it declares is ruled, allowed, kept and read again. Each `area.py`'s twin."""

from dataclasses import MISSING, fields, replace
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest

from server.access.rights import RIGHTS
from server.access.roles import ROLES
from server.api.asking.wire import COMMANDS
from server.domain.area import Area
from server.domain.areas import AREAS, ASKED_BY, COMPARES, EVENTS, FOLLOWS, MOVES, OBSERVES, RULES
from server.domain.askers import SYSTEM, Role
from server.domain.command import Command
from server.domain.event import Event
from server.domain.hall import Hall, TicketState
from server.journal import Recorded, codec
from server.journal.snapshots import taken, unpacked
from tests.any_value import filled, value_of

THE_JOURNALS = {"id", "epoch", "seq", "at"}  # of the hall, and no area's


def words_of(area: Area, room: str, kind: type) -> set[type]:
    """What an area's room of words defines; a class that others are made from is none itself."""
    room_of = import_module(f"server.domain.{area.name}.{room}")
    found = {v for v in vars(room_of).values() if isinstance(v, type) and issubclass(v, kind)}
    own = {v for v in found if v.__module__ == room_of.__name__}
    return {v for v in own if not any(issubclass(other, v) for other in own - {v})}


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_every_command_has_its_rule_and_every_event_its_move(area: Area) -> None:
    assert words_of(area, "commands", Command) == area.rules.keys()
    assert words_of(area, "events", Event) == area.moves.keys()


def test_no_command_and_no_event_is_of_two_areas() -> None:
    assert len(RULES) == sum(len(area.rules) for area in AREAS) == len(COMMANDS)
    assert len(MOVES) == sum(len(area.moves) for area in AREAS) == len(EVENTS)


def test_what_follows_and_observes_does_so_behind_events_that_there_are() -> None:
    assert {*FOLLOWS, *OBSERVES, *COMPARES} <= MOVES.keys()


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.__name__)
def test_every_command_may_be_asked_by_somebody_or_is_the_systems(kind: type[Command]) -> None:
    people = {role for role in RIGHTS if kind in RIGHTS[role]} - SYSTEM
    assert people == ASKED_BY[kind] - SYSTEM
    assert bool(people) != (ASKED_BY[kind] == SYSTEM)


def test_the_roles_are_those_that_are_given() -> None:
    assert set(get_args(Role)) == ROLES.keys()


@pytest.mark.parametrize("kind", MOVES, ids=lambda kind: kind.__name__)
def test_every_event_comes_back_from_its_row(kind: type[Event]) -> None:
    event = filled(kind)
    row = codec.event_row("h", Recorded(epoch=2, seq=5, actor="person:1", event=event), "r1")
    assert codec.recorded(row["epoch"], row["seq"], row["kind"], row["actor"], row["body"]).event == event


def test_every_slot_of_the_hall_is_of_one_area() -> None:
    slots = [slot for area in AREAS for slot in area.slots]
    assert len(slots) == len(set(slots))
    assert {*slots} | THE_JOURNALS == {f.name for f in fields(Hall)}


SLOTS = [slot for area in AREAS for slot in area.slots]


@pytest.mark.parametrize("slot", SLOTS)
def test_a_hall_without_a_slot_is_a_hall(slot: str) -> None:
    """Halls of before the area was there are read like new ones."""
    (field,) = (f for f in fields(Hall) if f.name == slot)
    assert field.default is not MISSING or field.default_factory is not MISSING


@pytest.mark.parametrize("slot", SLOTS)
def test_every_slot_survives_a_restart(slot: str) -> None:
    value = value_of(get_type_hints(Hall)[slot])
    hall = Hall(id="h", seq=5, **_grounds(slot, value))
    assert getattr(hall, slot) != getattr(Hall(), slot)
    assert getattr(unpacked(taken(hall).body, hall.id, hall.seq), slot) == getattr(hall, slot)


def _grounds(slot: str, value: Any) -> dict[str, Any]:
    """Tickets and counters lie by their own names, and ended ones apart."""
    if slot not in ("tickets", "ended", "counters"):
        return {slot: value}
    (one,) = value.values()
    return {slot: {one.id: replace(one, state=TicketState.WAITING) if slot == "tickets" else one}}
