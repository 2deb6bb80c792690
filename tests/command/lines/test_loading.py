"""Imports without looks for garbage."""

import gc

import pytest

from server.command.lines.loading import at_once


def test_no_look_within_and_looks_again_after_even_where_it_fails() -> None:
    with at_once():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ImportError), at_once():
        raise ImportError
    assert gc.isenabled()
    gc.unfreeze()
