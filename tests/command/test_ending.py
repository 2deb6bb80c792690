"""Why a command ended early."""

from server.command.ending import explained
from server.command.folder import Hopeless
from server.domain.queue.refusals import DAY_NOT_OPEN
from server.journal import StorageFailed
from server.serving.serve import HallInUse


def test_what_was_foreseen_is_told_in_words_and_a_fault_of_ours_is_not() -> None:
    assert explained(Hopeless("why\nwhy")) == "why\nwhy"
    assert explained(StorageFailed("full")) == "full"
    assert "找不到 /none" in (explained(FileNotFoundError(2, "No such file", "/none")) or "")
    assert "已经在运行" in (explained(HallInUse("/data")) or "")
    assert "\n" in (explained(DAY_NOT_OPEN()) or "")
    assert explained(ZeroDivisionError()) is None
