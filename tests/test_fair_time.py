"""The time of the tests' loop passes while it works or idles, and not while others have its core."""

import os
from time import monotonic

import pytest

from tests.fair_time import FairLoop, fair_here
from tests.patience import pause

pytestmark = pytest.mark.skipif(not fair_here(), reason="this system does not tell")


def test_time_passes_by_idling_and_by_working_and_never_goes_back() -> None:
    loop = FairLoop()
    at, began = monotonic(), loop.time()
    loop.run_until_complete(pause(0.03))
    assert 0.029 <= loop.time() - began <= monotonic() - at
    seen = [loop.time() for _ in range(20_000)]
    assert seen == sorted(seen)
    loop.close()


def test_what_others_had_of_its_core_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, waited = FairLoop(), [0]
    monkeypatch.setattr(os, "pread", lambda *_: b"1 %d 1" % waited[0])
    monkeypatch.setattr("tests.fair_time.OFTEN", -1.0)
    began = loop.time()
    waited[0] += 3_600 * 10**9
    assert loop.time() == loop.time() == began  # it stands until as much has passed
    monkeypatch.undo()
    loop.close()
