from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine
from sqlmodel import Session, select
from typing_extensions import override

from server.access.actors import Actor
from server.access.people import People
from server.access.refusals import AccessRefused
from server.access.secrets import Passwords, token_hash
from server.tables import PersonRow

from .conftest import NOW, PASSWORD, cheap_passwords

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(AccessRefused) as refused:
        act()
    return refused.value.code


def fail(people: People, login: str, times: int, secret: str = "wrong-secret") -> list[str]:
    return [code_of(lambda: people.log_in(login, secret, "3", NOW)) for _ in range(times)]


def knows(people: People, token: str) -> bool:
    return people.find(token_hash(token), NOW) is not None


def row(engine: Engine, login: str = "1207") -> PersonRow:
    with Session(engine) as session:
        found = session.get(PersonRow, ("h1", login))
        assert found is not None
        return found


def test_a_clerk_logs_in_for_twelve_hours(people: People) -> None:
    token, actor, ends_at = people.log_in("1207", PASSWORD, "3", NOW)
    assert actor == Actor(id="person:1207", kind="person", role="clerk", name="王芳", place="3")
    assert ends_at == NOW + 12 * HOUR
    opened = people.find(token_hash(token), NOW)
    assert opened is not None
    assert opened.actor == actor


def test_the_file_holds_neither_password_nor_pin(engine: Engine, people: People) -> None:
    kept = row(engine)
    assert kept.password_hash.startswith("$argon2id$")
    assert kept.pin_hash.startswith("$argon2id$")


def test_a_wrong_password_and_an_unknown_number_are_refused_alike(people: People) -> None:
    assert fail(people, "1207", 6) == fail(people, "9999", 6) == ["wrong_login"] * 4 + ["locked_out"] * 2


def test_every_try_costs_one_password_check_whatever_is_wrong(engine: Engine, people: People) -> None:
    checks: list[str] = []

    class Counting(Passwords):
        @override
        def match(self, kept: str, secret: str) -> bool:
            checks.append(secret)
            return super().match(kept, secret)

    counting = People(engine, "h1", Counting(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)))
    tries = [("1207", "wrong-secret"), ("1207", "9182"), ("9999", "wrong-secret"), ("9999", "9182")]
    for login, secret in tries:
        assert code_of(lambda a=login, s=secret: counting.log_in(a, s, "3", NOW)) == "wrong_login"  # type: ignore[misc]
    assert len(checks) == len(tries)


def test_a_locked_person_waits_five_minutes_even_with_the_right_password(people: People) -> None:
    fail(people, "1207", 5)
    almost = NOW + 5 * MINUTE - timedelta(seconds=1)
    assert code_of(lambda: people.log_in("1207", PASSWORD, "3", almost)) == "locked_out"
    people.log_in("1207", PASSWORD, "3", NOW + 5 * MINUTE)


def test_a_lock_outlives_a_restart(engine: Engine, people: People) -> None:
    fail(people, "1207", 5)
    restarted = People(engine, "h1", cheap_passwords())
    assert code_of(lambda: restarted.log_in("1207", PASSWORD, "3", NOW)) == "locked_out"


def test_the_right_password_wipes_out_earlier_failures(people: People) -> None:
    for _ in range(3):
        assert fail(people, "1207", 4) == ["wrong_login"] * 4
        people.log_in("1207", PASSWORD, "3", NOW)


def test_one_locked_person_locks_nobody_else(people: People) -> None:
    fail(people, "1207", 5)
    people.log_in("1100", PASSWORD, "3", NOW)


def test_wrong_tries_made_at_the_same_moment_are_all_counted(people: People) -> None:
    with ThreadPoolExecutor(12) as threads:
        codes = list(threads.map(lambda _: fail(people, "1207", 1)[0], range(12)))
    assert sorted(codes) == ["locked_out"] * 8 + ["wrong_login"] * 4


def test_a_pin_lets_a_clerk_return_quickly_until_the_password_is_twelve_hours_old(people: People) -> None:
    token, _, ends_at = people.log_in("1207", PASSWORD, "3", NOW)
    people.log_out(token)
    _, actor, pin_ends_at = people.log_in("1207", "4071", "3", NOW + 11 * HOUR)
    assert (actor.id, pin_ends_at) == ("person:1207", ends_at)
    assert code_of(lambda: people.log_in("1207", "4071", "3", ends_at)) == "wrong_login"


@pytest.mark.parametrize("place", ["4", ""])
def test_a_pin_is_nothing_where_the_password_was_not_given(people: People, place: str) -> None:
    people.log_in("1207", PASSWORD, "3", NOW)
    people.log_in("1100", PASSWORD, place, NOW)
    assert code_of(lambda: people.log_in("1207", "4071", place, NOW)) == "wrong_login"


def test_a_pin_without_a_place_is_nothing(people: People) -> None:
    people.log_in("1207", PASSWORD, "", NOW)
    assert code_of(lambda: people.log_in("1207", "4071", "", NOW)) == "wrong_login"


def test_somebody_without_a_pin_has_none_to_guess(people: People) -> None:
    people.log_in("1100", PASSWORD, "3", NOW)
    assert code_of(lambda: people.log_in("1100", "0000", "3", NOW)) == "wrong_login"


def test_after_a_lock_out_the_pin_waits_for_the_password(people: People) -> None:
    people.log_in("1207", PASSWORD, "3", NOW)
    fail(people, "1207", 5, secret="9182")
    later = NOW + 6 * MINUTE
    assert code_of(lambda: people.log_in("1207", "4071", "3", later)) == "wrong_login"
    people.log_in("1207", PASSWORD, "3", later)
    people.log_in("1207", "4071", "3", later)


def test_a_log_out_ends_the_token(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    other, _, _ = people.log_in("1100", PASSWORD, "3", NOW)
    people.log_out(token)
    assert (knows(people, token), knows(people, other)) == (False, True)


def test_a_new_password_ends_every_session_and_the_old_password(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    people.change_password("1207", PASSWORD, "loud-bamboo-08", NOW)
    assert not knows(people, token)
    assert code_of(lambda: people.log_in("1207", PASSWORD, "3", NOW)) == "wrong_login"
    people.log_in("1207", "loud-bamboo-08", "3", NOW)


def test_a_change_of_password_counts_wrong_tries_as_a_log_in_does(people: People) -> None:
    tries = [
        code_of(lambda: people.change_password("1207", "wrong-secret", "loud-bamboo-08", NOW))
        for _ in range(5)
    ]
    assert tries == ["wrong_login"] * 4 + ["locked_out"]


def test_a_weak_password_is_refused_wherever_it_is_set(people: People) -> None:
    assert code_of(lambda: people.add("1300", "赵", "guide", "12345678")) == "weak_password"
    assert code_of(lambda: people.add("1300", "赵", "guide", PASSWORD, "1234")) == "weak_password"
    assert code_of(lambda: people.change_password("1207", PASSWORD, "short", NOW)) == "weak_password"
    assert code_of(lambda: people.reset_password("1207", "short")) == "weak_password"
    assert code_of(lambda: people.change_pin("1207", PASSWORD, "1111", NOW)) == "weak_password"
    assert len(people.list()) == 2


def test_a_pin_can_be_changed_and_taken_away(people: People) -> None:
    people.change_pin("1207", PASSWORD, "9182", NOW)
    people.log_in("1207", PASSWORD, "3", NOW)
    people.log_in("1207", "9182", "3", NOW)
    people.change_pin("1207", PASSWORD, "", NOW)
    assert code_of(lambda: people.log_in("1207", "9182", "3", NOW)) == "wrong_login"


def test_a_reset_ends_the_lock_the_pin_and_the_sessions(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    fail(people, "1207", 5)
    people.reset_password("1207", "loud-bamboo-08")
    assert not knows(people, token)
    people.log_in("1207", "loud-bamboo-08", "3", NOW)
    assert code_of(lambda: people.log_in("1207", "4071", "3", NOW)) == "wrong_login"


def test_who_has_left_is_out_at_once_and_the_number_stays_theirs(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    people.withdraw("1207")
    assert not knows(people, token)
    assert code_of(lambda: people.log_in("1207", PASSWORD, "3", NOW)) == "wrong_login"
    assert code_of(lambda: people.add("1207", "周", "clerk", PASSWORD)) == "login_taken"
    assert [(p.login, p.name, p.active) for p in people.list()] == [
        ("1100", "李强", True),
        ("1207", "王芳", False),
    ]


def test_a_new_role_ends_what_was_opened_with_the_old_one(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    people.assign("1207", "team_leader")
    assert not knows(people, token)
    _, actor, _ = people.log_in("1207", PASSWORD, "3", NOW)
    assert actor.role == "team_leader"


def test_a_new_name_holds_in_the_running_session(people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    people.rename("1207", "王小芳")
    opened = people.find(token_hash(token), NOW)
    assert opened is not None
    assert opened.actor.name == "王小芳"


def test_who_is_put_out_is_out_everywhere_and_may_come_back(people: People) -> None:
    tokens = [people.log_in("1207", PASSWORD, place, NOW)[0] for place in ("3", "")]
    people.put_out("1207")
    assert not any(knows(people, token) for token in tokens)
    assert code_of(lambda: people.log_in("1207", "4071", "3", NOW)) == "wrong_login"  # the PIN leaned on it
    assert knows(people, people.log_in("1207", PASSWORD, "3", NOW)[0])


def test_a_hall_keeps_its_last_administrator(people: People) -> None:
    people.add("admin", "管理员", "admin", PASSWORD)
    assert code_of(lambda: people.withdraw("admin")) == "last_admin"
    assert code_of(lambda: people.assign("ADMIN ".lower(), "clerk")) == "last_admin"
    people.assign("admin", "admin")
    people.assign("1100", "admin")
    people.withdraw("admin")
    assert code_of(lambda: people.withdraw("1100")) == "last_admin"


def test_one_person_is_found_by_their_number(people: People) -> None:
    assert people.find_person("１２０７").name == "王芳"
    assert code_of(lambda: people.find_person("9999")) == "unknown_person"


@pytest.mark.parametrize("role", ["kiosk", "system", "root", ""])
def test_people_have_peoples_roles(people: People, role: str) -> None:
    assert code_of(lambda: people.add("1300", "赵", role, PASSWORD)) == "unknown_role"
    assert code_of(lambda: people.assign("1207", role)) == "unknown_role"


def test_nobody_can_be_changed_who_is_not_here(people: People) -> None:
    assert code_of(lambda: people.withdraw("9999")) == "unknown_person"
    assert code_of(lambda: people.assign("9999", "clerk")) == "unknown_person"
    assert code_of(lambda: people.reset_password("9999", PASSWORD)) == "unknown_person"


def test_a_number_typed_in_full_width_digits_is_the_same_number(people: People) -> None:
    _, actor, _ = people.log_in(" １２０７ ", PASSWORD, "3", NOW)
    assert actor.id == "person:1207"
    assert code_of(lambda: people.add("１２０７", "周", "clerk", PASSWORD)) == "login_taken"


def test_the_list_tells_who_is_here_and_no_secret(people: People) -> None:
    fail(people, "1207", 5)
    leader, clerk = people.list()
    assert (leader.role, leader.has_pin, leader.locked_until) == ("team_leader", False, None)
    assert (clerk.has_pin, clerk.locked_until) == (True, NOW + 5 * MINUTE)
    assert "argon2" not in repr(clerk)


def test_an_old_hash_is_renewed_when_its_password_is_next_given(engine: Engine, people: People) -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    People(engine, "h1", stronger).log_in("1207", PASSWORD, "3", NOW)
    assert not stronger.outdated(row(engine).password_hash)
    assert stronger.outdated(row(engine).pin_hash)
    People(engine, "h1", stronger).log_in("1207", "4071", "3", NOW + MINUTE)
    assert not stronger.outdated(row(engine).pin_hash)


def test_the_same_number_in_another_hall_is_somebody_else(engine: Engine, people: People) -> None:
    elsewhere = People(engine, "h2", cheap_passwords())
    elsewhere.add("1207", "孙", "guide", "loud-bamboo-08")
    token, actor, _ = people.log_in("1207", PASSWORD, "3", NOW)
    assert actor.name == "王芳"
    assert not knows(elsewhere, token)
    elsewhere.withdraw("1207")
    assert knows(people, token)


# numbers that differ by case only


@pytest.mark.parametrize("like", ["WANG.li", "wang.LI", "Ｗang.Li"])
def test_no_two_numbers_differ_by_case_only(people: People, like: str) -> None:
    people.add("Wang.Li", "王丽", "clerk", PASSWORD)
    with pytest.raises(AccessRefused) as refused:
        people.add(like, "另一人", "clerk", PASSWORD)
    assert (refused.value.code, refused.value.fields["login"]) == ("login_taken", "Wang.Li")
    _, actor, _ = people.log_in(like, PASSWORD, "", NOW)
    assert actor.id == "person:Wang.Li"


def test_where_two_processes_add_them_at_the_same_moment_one_is_refused(engine: Engine) -> None:
    here, there = (People(engine, "h1", cheap_passwords()) for _ in range(2))

    class Beaten(People):
        """Looks, finds the number free, and is overtaken before it writes."""

        @override
        def _like(self, login: str) -> list[str]:
            free = super()._like(login)
            if not there.list():
                there.add("LI", "黎", "clerk", PASSWORD)
            return free

    slow = Beaten(engine, "h1", cheap_passwords())
    with pytest.raises(AccessRefused) as refused:
        slow.add("li", "李", "clerk", PASSWORD)
    assert (refused.value.code, refused.value.fields["login"]) == ("login_taken", "LI")
    assert [person.login for person in here.list()] == ["LI"]


def test_numbers_of_earlier_times_that_differ_by_case_keep_working_each_for_itself(
    people: People, engine: Engine
) -> None:
    people.add("li", "李", "clerk", PASSWORD)
    with Session(engine) as session:
        row = session.exec(select(PersonRow).where(PersonRow.login == "li")).one()
        session.add(PersonRow(**row.model_dump() | {"login": "LI", "name": "黎", "folded": "LI"}))
        session.commit()
    assert people.log_in("li", PASSWORD, "", NOW)[1].id == "person:li"
    assert people.log_in("LI", PASSWORD, "", NOW)[1].id == "person:LI"
    with pytest.raises(AccessRefused):  # nobody can tell which of the two
        people.log_in("Li", PASSWORD, "", NOW)


def test_a_persons_own_language_is_theirs_at_every_place_and_in_the_running_session(people: People) -> None:
    token, actor, _ = people.log_in("1207", PASSWORD, "3", NOW)
    assert actor.language == ""
    people.speak("1207", "en")
    opened = people.find(token_hash(token), NOW)
    assert opened is not None
    assert opened.actor.language == "en"
    assert people.log_in("1207", PASSWORD, "5", NOW)[1].language == "en"
