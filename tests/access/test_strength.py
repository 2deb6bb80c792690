import pytest

from server.access.refusals import AccessRefused
from server.access.strength import is_pin, require_strong_password, require_strong_pin, strength

WEAK = ["", "short7!", "12345678", "87654321", "88888888", "12121212", "password", "Admin123", "staff-1207"]
WEAK_PINS = ["", "123", "1234567", "1234", "6543", "0000", "777777", "12a4", "一二三四"]


@pytest.mark.parametrize("password", WEAK)
def test_a_password_anybody_would_try_is_refused(password: str) -> None:
    with pytest.raises(AccessRefused) as refused:
        require_strong_password(password, "Staff-1207")
    assert refused.value.code == "weak_password"


@pytest.mark.parametrize("password", ["quiet-bamboo", "竹林深处有人家啊", "19840607"])
def test_other_passwords_of_eight_characters_will_do(password: str) -> None:
    require_strong_password(password, "1207")


@pytest.mark.parametrize(
    ("password", "level", "says"),
    [
        ("", 0, "至少 8 个字符"),
        (" ", 0, "至少 8 个字符"),
        ("ab12", 1, "还太短：至少 8 个字符"),
        ("Staff-1207", 1, "不能与工号相同"),
        ("ｓｔａｆｆ-1207", 1, "不能与工号相同"),
        ("12345678", 1, "太容易被猜到，请换一个"),
        ("yuhualudong", 2, "可以"),
        ("yuhua 3 lu 88 hao", 3, "很好"),
        ("Yuhua88lu", 3, "很好"),
    ],
)
def test_how_good_a_password_is_is_said_in_words(password: str, level: int, says: str) -> None:
    found = strength(password, "staff-1207")
    assert (found.level, found.text.zh, found.fits) == (level, says, level > 1)


@pytest.mark.parametrize("pin", WEAK_PINS)
def test_a_pin_anybody_would_try_is_refused(pin: str) -> None:
    with pytest.raises(AccessRefused) as refused:
        require_strong_pin(pin)
    assert refused.value.code == "weak_password"


@pytest.mark.parametrize("pin", ["4071", "40718", "407183", "４０７１"])
def test_four_to_six_digits_will_do(pin: str) -> None:
    require_strong_pin(pin)
    assert is_pin(pin)


def test_no_password_looks_like_a_pin() -> None:
    assert not is_pin("19840607")
    assert not is_pin("一二三四")
