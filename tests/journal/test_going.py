"""How far long work has come."""

from server.journal.going import SOME, Tally, counted, unseen


def test_it_is_told_now_and_then_and_nothing_is_lost() -> None:
    told: list[tuple[str, int, int]] = []
    things = list(counted(range(SOME * 2 + 1), "telling", SOME * 2 + 1, lambda *how: told.append(how)))
    assert things == list(range(SOME * 2 + 1))
    assert told == [("telling", 0, 1001), ("telling", 500, 1001), ("telling", 1000, 1001)]
    assert list(counted("ab", "telling", 2, unseen)) == ["a", "b"]


def test_bytes_are_added_up() -> None:
    told: list[tuple[str, int, int]] = []
    tally = Tally("packing", 30, lambda *how: told.append(how))
    for more in (10, 20):
        tally.add(more)
    assert told == [("packing", 10, 30), ("packing", 30, 30)]
