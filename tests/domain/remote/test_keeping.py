"""Until when a number from home is kept, which code the door shows, and when the time asks for something."""

from datetime import timedelta

from server.domain.hall import Hall
from server.domain.remote import commands as rc
from server.domain.remote.keeping import (
    code_is_old,
    fresh_door_code,
    is_door_code,
    kept_until,
    next_moment,
    turns_now,
)
from server.domain.remote.nouns import DoorCode
from tests.builders import MORNING, Story
from tests.domain.remote.story import story, taken


def test_a_number_is_kept_for_the_longer_of_its_two_times() -> None:
    today = story("1", remote_arrive_seconds=600, remote_grace_seconds=900)
    home = taken(today)
    assert kept_until(today.hall, today.hall.remote.taken[home]) is None
    today.later(minutes=2).do(rc.KeepRemote())
    assert kept_until(today.hall, today.hall.remote.taken[home]) == MORNING + timedelta(minutes=17)


def test_whose_turn_has_come_is_said_once() -> None:
    today = story("1")
    home = taken(today)
    assert [t.id for t in turns_now(today.hall)] == [home]
    today.do(rc.KeepRemote())
    assert list(turns_now(today.hall)) == []


def test_another_code_is_another_code() -> None:
    first = fresh_door_code("token", None)
    second = fresh_door_code("token", DoorCode(code=first, since=MORNING))
    assert (
        len({first, second, fresh_door_code("token", DoorCode(code=second, before=first, since=MORNING))})
        == 3
    )


def test_a_hall_without_numbers_from_home_shows_no_code_and_asks_for_nothing() -> None:
    for today in (Story("1"), story("1", remote_numbers=False)):
        today.issue()
        assert not code_is_old(today.hall, today.now)
        assert today.do(rc.KeepRemote()) == ()
        assert next_moment(today.hall) is None
    assert next_moment(Hall()) is None


def test_the_next_moment_is_the_first_that_the_time_asks_for() -> None:
    today = story("1", door_code_seconds=7200)
    taken(today)
    today.do(rc.KeepRemote())
    assert next_moment(today.hall) == MORNING + timedelta(minutes=45)
    today.later(minutes=46).do(rc.KeepRemote())
    assert next_moment(today.hall) == MORNING + timedelta(hours=2)


def test_nothing_said_is_no_code() -> None:
    today = story("1")
    assert not is_door_code(today.hall, "", today.now)
    today.issue()
    today.do(rc.KeepRemote())
    assert not is_door_code(today.hall, "", today.now)
