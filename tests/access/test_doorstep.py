"""C34: strangers' wrong tries never keep the person out where they are known."""

from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, select

from server.access.doorstep import MOST_SOURCES, STRANGE_TRIES, Doorstep
from server.access.people import People
from server.access.sources import Source
from server.tables import DoorRow

from .conftest import NOW, PASSWORD, cheap_passwords
from .test_people import code_of

DESK, STRANGER = Source(address="10.0.0.7"), Source(address="10.0.0.66")


def tries(people: People, source: Source, times: int, login: str = "1100") -> list[str]:
    return [code_of(lambda: people.log_in(login, "wrong-secret", "", NOW, source)) for _ in range(times)]


def test_five_wrong_tries_shut_the_place_they_came_from_and_no_other(people: People) -> None:
    """C34, right value: the manager logs in from elsewhere at once."""
    assert tries(people, STRANGER, 6) == ["wrong_login"] * 4 + ["locked_out"] * 2
    people.log_in("1100", PASSWORD, "", NOW, DESK)
    assert code_of(lambda: people.log_in("1100", PASSWORD, "", NOW, STRANGER)) == "locked_out"


def test_a_browser_that_was_let_in_once_is_known_even_where_its_address_is_shut(people: People) -> None:
    people.log_in("1100", PASSWORD, "", NOW, DESK)
    secret = people.doorstep.remember("1100", DESK, NOW)
    tries(people, DESK, 6)  # the stranger behind the same Wi-Fi
    mine = Source(address=DESK.address, browser=secret)
    people.log_in("1100", PASSWORD, "", NOW, mine)
    assert people.doorstep.remember("1100", mine, NOW) == secret
    again = People(people._engine, "h1", cheap_passwords())
    again.log_in("1100", PASSWORD, "", NOW, mine)  # after a restart as well


def test_a_browsers_own_wrong_tries_count_against_itself(people: People) -> None:
    mine = Source(address="10.0.0.8", browser=people.doorstep.remember("1100", DESK, NOW))
    assert tries(people, mine, 5)[-1] == "locked_out"
    people.log_in("1100", PASSWORD, "", NOW, DESK)


def test_a_made_up_browser_or_anothers_is_nobody(people: People) -> None:
    tries(people, STRANGER, 5)
    others = people.doorstep.remember("1207", STRANGER, NOW)
    for browser in ("made-up", others):
        posing = Source(address=STRANGER.address, browser=browser)
        assert code_of(lambda s=posing: people.log_in("1100", PASSWORD, "", NOW, s)) == "locked_out"  # type: ignore[misc]


def test_a_paired_device_is_counted_by_itself(people: People) -> None:
    tries(people, DESK, 5)
    people.log_in("1100", PASSWORD, "", NOW, Source(address=DESK.address, device="counter-1"))


def test_from_many_places_strangers_get_few_tries_an_hour_and_who_is_known_is_not_asked_to_wait(
    people: People,
) -> None:
    people.log_in("1100", PASSWORD, "", NOW, DESK)
    for n in range(STRANGE_TRIES):
        assert tries(people, Source(address=f"10.1.0.{n}"), 1) == ["wrong_login"]
    assert tries(people, Source(address="10.1.1.1"), 1) == ["locked_out"]
    people.log_in("1100", PASSWORD, "", NOW, DESK)
    later = NOW + timedelta(hours=1)
    people.log_in("1100", PASSWORD, "", later, Source(address="10.1.1.1"))


def test_a_name_nobody_has_is_refused_just_the_same(people: People) -> None:
    assert tries(people, STRANGER, 6, "9999") == tries(people, STRANGER, 6)
    for n in range(STRANGE_TRIES):
        tries(people, Source(address=f"10.1.0.{n}"), 1, "9998")
    assert tries(people, Source(address="10.1.1.1"), 1, "9998") == ["locked_out"]


def test_who_is_put_out_is_known_nowhere(people: People) -> None:
    secret = people.doorstep.remember("1100", DESK, NOW)
    people.put_out("1100")
    assert not people.doorstep.knows("1100", Source(address=DESK.address, browser=secret))


def test_places_are_bounded_and_the_known_ones_stay(engine: Engine, people: People) -> None:
    people.log_in("1100", PASSWORD, "", NOW, DESK)
    doorstep = Doorstep(engine, "h1")
    for n in range(MOST_SOURCES + 5):
        later = NOW + timedelta(seconds=n + 1)
        doorstep.failed("1100", Source(address=f"10.2.0.{n}"), later, exists=True)
    with Session(engine) as session:
        assert len(session.exec(select(DoorRow)).all()) == MOST_SOURCES
    assert doorstep.knows("1100", DESK)
