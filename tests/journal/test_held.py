"""Who holds a hall's folder."""

from pathlib import Path

import pytest

from server.journal.held import held, held_by_another
from tests.journal.served import another_server


def test_a_folder_is_held_by_another_process_as_long_as_that_lives(tmp_path: Path) -> None:
    assert not held_by_another(tmp_path)
    with another_server(tmp_path):
        assert held_by_another(tmp_path)
        with pytest.raises(OSError), held(tmp_path):  # noqa: PT011  # the system's own
            pass
    assert not held_by_another(tmp_path)


def test_its_own_hold_is_no_other_and_ends(tmp_path: Path) -> None:
    with held(tmp_path):
        assert not held_by_another(tmp_path)
        with pytest.raises(OSError), held(tmp_path):  # noqa: PT011
            pass
    with held(tmp_path):
        assert not held_by_another(tmp_path)
