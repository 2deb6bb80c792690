from server.access.rights import GRANTS, RIGHTS, SCREENS
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES, ROLES


def test_every_role_has_rights_and_screens_and_no_others_have() -> None:
    assert set(RIGHTS) == set(SCREENS) == set(ROLES)
    assert set(GRANTS) <= set(ROLES)


def test_a_role_is_a_devices_or_a_persons_never_both() -> None:
    assert not set(DEVICE_ROLES) & set(PEOPLE_ROLES)


def test_every_role_is_named_in_both_languages() -> None:
    assert all(name.zh and name.en and not name.zh.isascii() for name in ROLES.values())
