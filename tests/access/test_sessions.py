from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from server.access.people import People
from server.access.secrets import token_hash
from server.access.sessions import Sessions
from server.tables import SessionRow

from .conftest import NOW

LATER = NOW + timedelta(hours=12)


@pytest.fixture
def sessions(engine: Engine, people: People) -> Sessions:
    return Sessions(engine, "h1")


def rows(engine: Engine) -> list[SessionRow]:
    with Session(engine) as session:
        return list(session.exec(select(SessionRow)))


def test_a_session_leads_to_its_person_and_place(sessions: Sessions) -> None:
    token = sessions.open("1207", "3", NOW, LATER)
    opened = sessions.find(token_hash(token), NOW)
    assert opened is not None
    assert opened.ends_at == LATER
    assert (opened.actor.id, opened.actor.role, opened.actor.place) == ("person:1207", "clerk", "3")


def test_the_file_never_holds_the_token(sessions: Sessions, engine: Engine) -> None:
    token = sessions.open("1207", "3", NOW, LATER)
    assert [row.token_hash for row in rows(engine)] == [token_hash(token)]


def test_a_session_is_over_at_its_end(sessions: Sessions) -> None:
    token = sessions.open("1207", "3", NOW, LATER)
    assert sessions.find(token_hash(token), LATER - timedelta(microseconds=1))
    assert sessions.find(token_hash(token), LATER) is None


def test_a_log_out_ends_one_session_and_keeps_the_proof_for_the_pin(sessions: Sessions) -> None:
    token, other = (sessions.open("1207", "3", NOW, LATER) for _ in range(2))
    sessions.close(token)
    sessions.close(token)
    assert sessions.find(token_hash(token), NOW) is None
    assert sessions.find(token_hash(other), NOW)
    sessions.close(other)
    assert sessions.proven_until("1207", "3", NOW) == LATER


def test_a_proof_is_good_for_one_person_at_one_place_until_its_end(sessions: Sessions) -> None:
    sessions.open("1207", "3", NOW, LATER)
    assert sessions.proven_until("1207", "4", NOW) is None
    assert sessions.proven_until("1100", "3", NOW) is None
    assert sessions.proven_until("1207", "3", LATER) is None


def test_sessions_that_are_over_are_cleared_away(sessions: Sessions, engine: Engine) -> None:
    sessions.open("1207", "3", NOW, LATER)
    sessions.open("1100", "3", LATER, LATER + timedelta(hours=12))
    assert [row.login for row in rows(engine)] == ["1100"]


def test_ending_all_leaves_nothing_of_that_person(sessions: Sessions, engine: Engine) -> None:
    sessions.open("1207", "3", NOW, LATER)
    sessions.open("1100", "3", NOW, LATER)
    sessions.end_all("1207")
    assert [row.login for row in rows(engine)] == ["1100"]


def test_another_hall_in_the_same_file_knows_nothing_of_it(sessions: Sessions, engine: Engine) -> None:
    token = sessions.open("1207", "3", NOW, LATER)
    elsewhere = Sessions(engine, "h2")
    elsewhere.close(token)
    elsewhere.end_all("1207")
    assert elsewhere.find(token_hash(token), NOW) is None
    assert sessions.find(token_hash(token), NOW)
