"""A changed value is what `dataclasses.replace` would have made, whatever the value."""

import dataclasses
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from pydantic_core import to_json

from server.domain import hall as nouns
from server.domain.care.nouns import RemedyCase, Task
from server.domain.hall import Call, Hall, Leg, Slip, SlipState, Ticket
from server.domain.opinion.nouns import Evaluation
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.values import Own, done, draft, put, quick, replace, still, without
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


def test_a_draft_is_changed_in_place_and_frozen_when_it_is_done() -> None:
    hall = Hall(id="h", epoch=2)
    mine = draft(hall)
    assert replace(mine, seq=7) is mine
    held = still(mine)
    replace(mine, seq=8, day=None)
    assert (hall.seq, held.seq, mine.seq) == (0, 7, 8)
    assert isinstance(mine, Hall)
    assert done(mine) is mine
    assert mine == Hall(id="h", epoch=2, seq=8)
    assert [type(h) for h in (hall, held, mine)] == [Hall] * 3
    for frozen in (held, mine):
        with pytest.raises(dataclasses.FrozenInstanceError):
            frozen.seq = 9  # type: ignore[misc]
    assert done(hall) is hall
    with pytest.raises(TypeError):
        replace(draft(hall), shoe=43)


def test_a_map_of_a_drafts_own_is_changed_in_place_and_everybody_elses_is_not() -> None:
    own, plain = Own({"a": 1, "b": 2}), {"a": 1, "b": 2}
    for key, value in (("c", 3), ("a", 4)):
        assert put(own, key, value) is own
        before = dict(plain)
        changed = put(plain, key, value)
        assert (list(changed.items()), plain) == (list(own.items()), before), "each where it stood"
        plain = dict(changed)
    assert without(own, "b") is own
    assert without(plain, "b") == own == {"a": 4, "c": 3}
    assert "b" in plain


def test_a_draft_is_set_as_plainly_as_any_value() -> None:
    """Python's own way round is taken only where both are said."""
    kind = type(draft(Hall()))
    assert (kind.__setattr__, kind.__delattr__) == (object.__setattr__, object.__delattr__)


def test_a_value_that_is_made_quickly_is_the_one_its_class_would_make() -> None:
    """All of them, with the parts that may be left out and with all."""
    made = [kind for kind in vars(nouns).values() if dataclasses.is_dataclass(kind)]
    made += [RemedyCase, Task, Evaluation]
    of_ours = [kind for kind in made if kind.__init__.__code__.co_name == "made"]
    assert {Ticket, Leg, Call, Slip, RemedyCase, Task, Evaluation} <= set(of_ours)
    for kind in of_ours:
        parts = dataclasses.fields(kind)
        given = {f.name: f.name for f in parts if f.default is dataclasses.MISSING and not factory(f)}
        for some in (given, {f.name: f"!{f.name}" for f in parts}):
            usual = {f.name: f.default for f in parts if f.default is not dataclasses.MISSING}
            value = kind(**some)
            assert {f.name: getattr(value, f.name) for f in parts if not factory(f)} == {**usual, **some}
            assert type(value) is kind
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, parts[0].name, "other")
        with pytest.raises(TypeError):
            kind(**given, shoe=43)
    with pytest.raises(TypeError, match="missing 1 required"):
        Slip(job="j", nth=1, printer="K1", state=SlipState.QUEUED)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Loose"):
        quick(Loose)


def factory(field: dataclasses.Field[object]) -> bool:
    return field.default_factory is not dataclasses.MISSING


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
