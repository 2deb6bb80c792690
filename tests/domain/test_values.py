"""A changed value is what `dataclasses.replace` would have made, whatever the value."""

import dataclasses
from dataclasses import dataclass, field

import pytest

from server.domain.hall import Hall
from server.domain.values import replace
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
