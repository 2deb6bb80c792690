import base64
from typing import Literal

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError
from typing_extensions import override

from server.access.secrets import (
    CODE_ALPHABET,
    CODE_LENGTH,
    PASSWORD_COST,
    Passwords,
    code_as_typed,
    new_code,
    new_password,
    new_token,
    token_hash,
)
from server.access.strength import require_strong_password

from .conftest import cheap_passwords


def test_a_token_is_256_random_bits() -> None:
    token = new_token()
    assert len(base64.urlsafe_b64decode(token + "=")) == 32
    assert len({new_token() for _ in range(1000)}) == 1000


def test_a_tokens_hash_is_always_the_same_and_not_the_token() -> None:
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_code_has_six_characters_nobody_mistakes_for_others() -> None:
    codes = [new_code() for _ in range(500)]
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) == set(CODE_ALPHABET)
    assert not set(CODE_ALPHABET) & set("0O1IL2Z5S8B")


def test_a_code_is_understood_however_it_is_typed() -> None:
    assert code_as_typed(" ac9-d x7 ") == "AC9DX7"
    assert code_as_typed("ＡＣ９ＤＸ７") == "AC9DX7"


def test_the_right_password_matches_and_others_do_not() -> None:
    passwords = cheap_passwords()
    kept = passwords.hash("quiet-bamboo")
    assert "bamboo" not in kept
    assert passwords.match(kept, "quiet-bamboo")
    assert not passwords.match(kept, "quiet-Bamboo")


def test_full_width_digits_are_the_digits_meant() -> None:
    passwords = cheap_passwords()
    assert passwords.match(passwords.hash("竹林2026ab"), "竹林２０２６ａｂ")


class CountingHasher(PasswordHasher):
    """The real hasher, counting how often it works."""

    verified = 0

    @override
    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        self.verified += 1
        return super().verify(hash, password)


def test_nothing_kept_never_matches_and_takes_the_same_work() -> None:
    hasher = CountingHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords = Passwords(hasher)
    assert not passwords.match("", "anything")
    assert not passwords.match("", "")
    assert hasher.verified == 2


def test_a_damaged_hash_is_no_wrong_password() -> None:
    with pytest.raises(InvalidHashError):
        cheap_passwords().match("plain", "plain")


def test_passwords_use_the_librarys_own_parameters_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Passwords().hash("quiet-bamboo")  # the tests are told; see `tests/conftest.py`
    for said in ("", "most"):  # a word that means nothing makes no password cheaper
        monkeypatch.setenv(PASSWORD_COST, said)
        kept = Passwords().hash("quiet-bamboo")
        assert not PasswordHasher().check_needs_rehash(kept)
        assert cheap_passwords().outdated(kept)
        assert Passwords().outdated(trial)  # and is made anew at its next log-in


def test_a_made_password_is_strong_new_each_time_and_easy_to_read_out() -> None:
    made = {new_password() for _ in range(20)}
    assert len(made) == 20
    for password in made:
        require_strong_password(password, "1207")
        assert not set(password.upper()) - set(CODE_ALPHABET) - {"-"}
