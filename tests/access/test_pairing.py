from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from server.access.pairing import CODE_LIFE, GONE_AFTER, MOST_CODES, MOST_OF_ONE, Approval, Pairing
from server.access.refusals import AccessRefused

from .conftest import NOW

BOARD = Approval(name="大屏 1", role="lobby_board", place="lobby", by="person:1001")
A_SECOND = timedelta(seconds=1)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(AccessRefused) as refused:
        act()
    return refused.value.code


def asked(pairing: Pairing, screen: str, now: datetime) -> tuple[str, str]:
    """The code a new screen shows and the secret it keeps."""
    waiting, secret = pairing.ask(screen, now)
    return waiting.code, secret


def test_a_screen_collects_once_what_the_manager_said_it_is() -> None:
    pairing = Pairing()
    code, secret = asked(pairing, "lobby", NOW)
    assert pairing.collect(secret, NOW) is None
    assert pairing.approve(code, BOARD, NOW) == "lobby"
    assert pairing.collect(secret, NOW) == BOARD
    assert code_of(lambda: pairing.collect(secret, NOW)) == "code_expired"


def test_the_code_alone_collects_nothing() -> None:
    pairing = Pairing()
    code, _ = asked(pairing, "lobby", NOW)
    pairing.approve(code, BOARD, NOW)
    assert code_of(lambda: pairing.collect(code, NOW)) == "code_expired"


def test_a_code_may_be_typed_in_small_letters_with_gaps() -> None:
    pairing = Pairing()
    code, secret = asked(pairing, "lobby", NOW)
    pairing.approve(f"{code[:3]} {code[3:]}".lower(), BOARD, NOW)
    assert pairing.collect(secret, NOW) == BOARD


def test_a_code_works_once() -> None:
    pairing = Pairing()
    code, _ = asked(pairing, "lobby", NOW)
    pairing.approve(code, BOARD, NOW)
    assert code_of(lambda: pairing.approve(code, BOARD, NOW)) == "wrong_code"


def test_after_ten_minutes_the_code_is_old_for_the_manager_and_the_screen() -> None:
    pairing = Pairing()
    code, secret = asked(pairing, "lobby", NOW)
    late = NOW + CODE_LIFE
    pairing.ask("window", late)
    assert code_of(lambda: pairing.approve(code, BOARD, late)) == "code_expired"
    assert code_of(lambda: pairing.collect(secret, late)) == "code_expired"


def test_an_approval_nobody_collects_lapses() -> None:
    pairing = Pairing()
    code, secret = asked(pairing, "lobby", NOW)
    pairing.approve(code, BOARD, NOW + CODE_LIFE - A_SECOND)
    assert code_of(lambda: pairing.collect(secret, NOW + CODE_LIFE)) == "code_expired"


def test_five_wrong_codes_lock_the_one_who_types_them_and_nobody_else() -> None:
    pairing = Pairing()
    code, _ = asked(pairing, "lobby", NOW)
    tries = [code_of(lambda: pairing.approve("AAAAAA", BOARD, NOW)) for _ in range(6)]
    assert tries == ["wrong_code"] * 4 + ["locked_out"] * 2
    assert code_of(lambda: pairing.approve(code, BOARD, NOW)) == "locked_out"
    other = Approval(name="大屏 1", role="lobby_board", place="lobby", by="person:1002")
    assert pairing.approve(code, other, NOW) == "lobby"


def test_a_manager_looks_who_shows_a_code_before_letting_it_in() -> None:
    pairing = Pairing()
    waiting, secret = pairing.ask("window", NOW, "3")
    found = pairing.look(waiting.code.lower(), "person:1001", NOW)
    assert (found.screen, found.place, found.ends_at) == ("window", "3", NOW + CODE_LIFE)
    assert pairing.collect(secret, NOW) is None
    assert code_of(lambda: pairing.look(waiting.code, "person:1001", NOW + CODE_LIFE)) == "code_expired"


def test_looking_for_codes_is_guessing_too() -> None:
    pairing = Pairing()
    tries = [code_of(lambda: pairing.look("AAAAAA", "person:1001", NOW)) for _ in range(5)]
    assert tries[-1] == "locked_out"


def test_those_who_wait_are_listed_until_they_are_let_in_or_too_old() -> None:
    pairing = Pairing()
    _, first = asked(pairing, "kiosk", NOW)
    code, second = asked(pairing, "lobby", NOW + A_SECOND)
    assert [w.screen for w in pairing.waiting(NOW + A_SECOND)] == ["kiosk", "lobby"]
    for secret in (first, second):
        pairing.collect(secret, NOW + CODE_LIFE - A_SECOND)
    assert [w.screen for w in pairing.waiting(NOW + CODE_LIFE)] == ["lobby"]
    pairing.approve(code, BOARD, NOW + A_SECOND)
    assert [w.screen for w in pairing.waiting(NOW + A_SECOND)] == ["kiosk"]


def test_fifty_screens_may_wait_and_a_flood_of_them_ends_by_itself() -> None:
    pairing = Pairing()
    codes = {pairing.ask("kiosk", NOW, "", f"10.0.0.{n}")[0].code for n in range(MOST_CODES)}
    assert len(codes) == 50
    assert code_of(lambda: pairing.ask("kiosk", NOW + A_SECOND)) == "too_many_codes"
    pairing.ask("kiosk", NOW + CODE_LIFE)


def test_whoever_asks_for_many_codes_uses_up_their_own() -> None:
    pairing = Pairing()
    code = pairing.ask("kiosk", NOW, "", "10.0.0.7")[0].code
    theirs = [pairing.ask("lobby", NOW, "", "10.0.0.66")[0].code for _ in range(2 * MOST_CODES)]
    shown = {w.code for w in pairing.waiting(NOW)}
    assert shown == {code, *theirs[-MOST_OF_ONE:]}
    pairing.approve(code, BOARD, NOW)


def test_where_several_crowd_a_screen_that_is_alone_still_gets_a_code() -> None:
    pairing = Pairing()
    for n in range(MOST_CODES):
        pairing.ask("lobby", NOW, "", f"10.0.0.{n % 10}")
    assert pairing.ask("kiosk", NOW + A_SECOND, "", "10.0.0.99")[0] in pairing.waiting(NOW + A_SECOND)
    assert len(pairing.waiting(NOW + A_SECOND)) == MOST_CODES


def test_a_screen_that_calls_itself_a_novel_is_cut_short() -> None:
    pairing = Pairing()
    code, _ = asked(pairing, "x" * 10_000, NOW)
    assert len(pairing.approve(code, BOARD, NOW)) == 60


def test_two_polls_at_the_same_moment_do_not_both_collect() -> None:
    pairing = Pairing()
    code, secret = asked(pairing, "lobby", NOW)
    pairing.approve(code, BOARD, NOW)

    def poll(_: int) -> str:
        try:
            return str(pairing.collect(secret, NOW))
        except AccessRefused as refused:
            return refused.code

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(poll, range(8)))
    assert sorted(answers) == sorted([str(BOARD), *["code_expired"] * 7])


def test_a_screen_that_was_closed_waits_no_more_and_its_code_still_works_if_it_comes_back() -> None:
    pairing = Pairing()
    closed, secret = asked(pairing, "lobby", NOW)
    stays, asking = asked(pairing, "kiosk", NOW)
    later = NOW + GONE_AFTER
    assert pairing.collect(asking, later - A_SECOND) is None
    assert [w.code for w in pairing.waiting(later)] == [stays]
    assert pairing.collect(secret, later) is None
    assert {w.code for w in pairing.waiting(later)} == {closed, stays}
