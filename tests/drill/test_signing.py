"""A record is what this hall signed, to the letter, or it is not."""

from pathlib import Path

from server.drill.signing import genuine, key_file, signed

PAGE = "营业厅演练记录\n\nD1 通过\n"


def test_a_page_is_genuine_until_a_letter_changes(tmp_path: Path) -> None:
    text = signed(PAGE, tmp_path)
    assert text.startswith(PAGE)
    assert genuine(text, tmp_path)
    assert genuine(text.replace("\n", "\r\n") + "\n\n", tmp_path), "an editor's line ends are no forgery"
    for forged in (text.replace("通过", "未通过"), text.replace("D1", "D2"), text[:-3], PAGE, "", "x: \x00é"):
        assert not genuine(forged, tmp_path)


def test_another_hall_did_not_sign_it(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    text = signed(PAGE, one)
    assert not genuine(text, other), "no key at all"
    signed(PAGE, other)
    assert not genuine(text, other)


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    assert signed(PAGE, tmp_path) == signed(PAGE, tmp_path)
    assert key_file(tmp_path).stat().st_mode & 0o777 == 0o600
    assert key_file(tmp_path).parent.stat().st_mode & 0o777 == 0o700
