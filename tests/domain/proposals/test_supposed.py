"""What may be supposed is a closed set, told apart by its name on the wire."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import get_args

import pytest

from server.domain.proposals.supposed import AtCounter, CounterCloses, OfQueue, Supposed

EVERY = get_args(Supposed)


def test_each_is_frozen_and_has_a_name_of_its_own() -> None:
    names = {next(f.default for f in fields(kind) if f.name == "type") for kind in EVERY}
    assert len(names) == len(EVERY) == 9
    assert all(is_dataclass(kind) for kind in EVERY)
    with pytest.raises(FrozenInstanceError):
        CounterCloses(counter="1").counter = "2"  # type: ignore[misc]


def test_each_is_of_a_counter_or_of_a_queue() -> None:
    assert {*get_args(AtCounter), *get_args(OfQueue)} == set(EVERY)
    assert all("counter" in {f.name for f in fields(kind)} for kind in get_args(AtCounter))
    assert all("queue" in {f.name for f in fields(kind)} for kind in get_args(OfQueue))
