"""The command line as somebody types it."""

from collections.abc import Callable

import pytest

Run = Callable[..., str]


def complaint(run: Run, *said: object) -> str:
    with pytest.raises(SystemExit) as left:
        run(*said)
    assert left.value.code != 0
    return str(left.value.code)
