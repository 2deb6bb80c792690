"""Names of people and devices: the same letters by page, command line and token."""

from collections.abc import Callable

import pytest

from server.access.devices import Devices
from server.access.names import LONGEST_DEVICE, LONGEST_LOGIN, LONGEST_NAME, fit_device, fit_login, fit_name
from server.access.people import People
from server.access.refusals import AccessRefused

from .conftest import NOW, PASSWORD


@pytest.mark.parametrize(
    ("fit", "longest"), [(fit_login, LONGEST_LOGIN), (fit_name, LONGEST_NAME), (fit_device, LONGEST_DEVICE)]
)
def test_a_name_is_clean_and_not_without_an_end(fit: Callable[[str], str], longest: int) -> None:
    assert fit(" 王\u200b芳\u202e\u000b ") == "王芳"
    assert fit("王" * longest) == "王" * longest
    with pytest.raises(AccessRefused) as refused:
        fit("王" * (longest + 1))
    assert (refused.value.code, refused.value.fields) == ("bad_name", {"most": str(longest)})


def test_a_person_has_a_number_and_a_name_and_a_device_may_do_without() -> None:
    assert fit_device("\u200b") == ""
    for fit in (fit_login, fit_name):
        with pytest.raises(AccessRefused, match="bad_name"):
            fit(" \u200b ")


@pytest.mark.parametrize(
    "login", ["a/b", "../x", "..", ".", "%2e", "аdmin", "😀", "z 1", "a\\b", "a?b", "a#b"]
)
def test_a_number_is_one_that_an_address_and_an_eye_can_tell(login: str) -> None:
    """`a/b` was taken, and no address led to that person any more: they could not be shut out."""
    with pytest.raises(AccessRefused, match="bad_login"):
        fit_login(login)


@pytest.mark.parametrize("login", ["1207", "z1", "zhang.san@hall-1", "张三", "Ａ１"])
def test_a_number_may_be_any_usual_one(login: str) -> None:
    assert fit_login(login) == login.replace("Ａ１", "A1")


def test_people_and_devices_are_kept_under_clean_names(people: People, devices: Devices) -> None:
    people.add("12\u200b08\x00", "李\u202e雷", "clerk", PASSWORD)
    assert [(p.login, p.name) for p in people.list() if p.login.startswith("1208")] == [("1208", "李雷")]
    people.rename("1208", "李\x07雷")
    assert people.find_person("1208").name == "李 雷"
    devices.issue_token("屏\x1b1", "lobby_board", "东\u2028区", by="x", now=NOW)
    assert [(d.name, d.place) for d in devices.list() if d.name == "屏 1"] == [("屏 1", "东 区")]
