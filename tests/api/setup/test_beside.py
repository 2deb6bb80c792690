"""What is asked beside the set-up has words for everybody, and what is sent back is what it asks."""

from server.access.roles import PEOPLE_ROLES
from server.api.doors.people import PersonAdded
from server.api.setup.beside import BESIDE, FIRST
from server.api.setup.first import FirstSetUp
from server.api.setup.printers import Preview
from server.api.setup.voice import TryOut
from server.domain.form import places
from tests.hall_here import HereHall
from tests.hall_made import bearer


def test_everything_that_is_asked_has_words_in_both_languages() -> None:
    for place, known in (*places(BESIDE), *places(FIRST)):
        assert known.label.zh, place
        assert known.label.en, place
        assert bool(known.help.zh) == bool(known.help.en), place


def test_what_a_person_is_asked_is_what_the_door_takes() -> None:
    people = next(known for known in BESIDE if known.id == "people")
    assert {known.id for known in people.fields} == set(PersonAdded.model_fields) - {"password"}
    role = next(known for known in people.fields if known.id == "role")
    assert {choice.value for choice in role.choices} == set(PEOPLE_ROLES)
    assert all(choice.help.zh for choice in role.choices)


def test_the_first_set_up_asks_nothing_it_does_not_send() -> None:
    sent = {*FirstSetUp.model_fields} - {"pack", "name", "hours"}
    assert {known.id for known in FIRST} == sent | {"zh", "en", "opens", "closes"}
    assert {known.id for known in FIRST if not known.required} == {"en"}


def test_what_is_tried_out_is_what_the_doors_take() -> None:
    trial, preview = BESIDE[:2]
    assert {known.id for known in trial.fields} == set(TryOut.model_fields) - {"language", "aloud"}
    assert {known.id for known in preview.fields} == set(Preview.model_fields) - {"template"}
    assert trial.fields[0].letters == 60  # as many as the door takes


async def test_they_come_with_the_form(hall: HereHall) -> None:
    asked = (await hall.http.get("/api/setup/form", headers=bearer(hall.admin))).json()
    assert [known["id"] for known in asked[-2:]] == ["people", "devices"]
