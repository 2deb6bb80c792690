"""A changed value is what `dataclasses.replace` would have made, whatever the value."""

import dataclasses
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from pydantic_core import to_json

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.values import finish, replace, without
from tests.builders import Story, a_config


@dataclass(frozen=True, slots=True)
class Checked:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(self)


@dataclass
class Loose:
    name: str
    notes: list[str] = field(default_factory=list)


def test_every_part_of_a_hall_can_be_changed_and_the_rest_stays() -> None:
    story = Story("1")
    story.issue()
    hall = story.hall
    for part in dataclasses.fields(Hall):
        changed = {part.name: getattr(Hall(id="h", seq=9), part.name)}
        assert replace(hall, **changed) == dataclasses.replace(hall, **changed)
    assert replace(hall) == hall
    assert replace(hall) is not hall
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(hall, seq=3).seq = 4  # type: ignore[misc]


def test_what_was_just_made_gets_its_last_parts_in_place() -> None:
    fresh = replace(Hall(id="h"), epoch=2)
    finish(fresh, seq=7)
    assert fresh == Hall(id="h", epoch=2, seq=7)
    with pytest.raises(AttributeError):
        finish(fresh, nothing_like_it=1)


def test_one_less_in_the_same_order() -> None:
    found = {"a": 1, "b": 2, "c": 3}
    assert list(without(found, "b").items()) == [("a", 1), ("c", 3)]
    assert without(found, "z") == found == {"a": 1, "b": 2, "c": 3}
    assert without(found, "z") is not found


def test_an_older_hall_stays_what_it_was_whatever_happens_later() -> None:
    """Frozen values are shared by who looks at them: making a new one never writes into an old one."""
    story = Story("1", "3")
    held: list[tuple[Hall, bytes]] = []
    for n in range(24):
        story.issue(("bill", "install", "bill")[n % 3])
        held.append((story.hall, to_json(story.hall)))
        for step in (c.CallNext, c.StartService, c.FinishTicket, c.UndoLast)[: n % 5]:
            story.later(seconds=3)
            with suppress(Refused):
                story.do(step(counter="13"[n % 2]))
            held.append((story.hall, to_json(story.hall)))
    assert len({seen for _, seen in held}) > 40
    assert all(to_json(hall) == seen for hall, seen in held)
    assert all(type(hall) is Hall for hall, _ in held)


def test_a_value_with_a_rule_or_without_slots_is_made_by_it() -> None:
    assert replace(Checked(1, 2), high=3) == Checked(1, 3)
    with pytest.raises(ValueError, match="Checked"):
        replace(Checked(1, 2), high=0)
    assert replace(Loose("a"), name="b") == Loose("b")
    assert replace(a_config(), industry="water").industry == "water"


@pytest.mark.parametrize("value", [Hall(), Loose("a")])
def test_a_part_that_is_not_there_is_an_error_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        replace(value, shoe=43)
