from server.api.doors.access_notes import AccessNotes
from tests.api.at_the_door import noted
from tests.hall_here import HereHall


async def test_each_change_is_kept_with_who_made_it_even_the_same_twice(hall: HereHall) -> None:
    notes = AccessNotes(hall.house.live)
    for _ in range(2):
        await notes.note("person:1001", "device_revoked", "k1")
    await notes.note("person:1001", "person_added", "1300", "clerk")
    assert await noted(hall) == [
        ("person:1001", "device_revoked", "k1", ""),
        ("person:1001", "device_revoked", "k1", ""),
        ("person:1001", "person_added", "1300", "clerk"),
    ]
