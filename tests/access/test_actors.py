from dataclasses import FrozenInstanceError

import pytest

from server.access.actors import system_actor


def test_a_part_of_the_program_is_named_like_any_other_actor() -> None:
    actor = system_actor("over-wait")
    assert (actor.id, actor.kind, actor.role, actor.place) == ("system:over-wait", "system", "system", "")


def test_an_actor_cannot_be_changed_after_the_gate_let_it_in() -> None:
    with pytest.raises(FrozenInstanceError):
        system_actor("uplink").role = "admin"  # type: ignore[misc]


def test_only_a_person_has_a_language_of_their_own() -> None:
    assert system_actor("over-wait").language == ""
