import numpy as np

from server.devices.printing.lettering import LETTERS, RUNS, Kept, Run, run_of, width_of_line


def a_run(bytes_: int) -> Run:
    return Run(np.zeros((1, bytes_), np.bool_), 0, 0, 0.0)


def test_what_is_kept_is_bounded_and_the_oldest_goes_first() -> None:
    kept = Kept(5000)
    for key in range(20):
        kept.get(key, lambda: a_run(800))
        kept.get(0, lambda: a_run(800))  # used again and again
        assert kept.bytes <= 5000
    made: list[int] = []
    kept.get(0, lambda: made.append(1) or a_run(800))  # type: ignore[func-returns-value]
    kept.get(1, lambda: made.append(2) or a_run(800))  # type: ignore[func-returns-value]
    assert made == [2]


def test_a_run_is_put_together_once() -> None:
    assert run_of("请留意叫号", 26) is run_of("请留意叫号", 26)
    before = LETTERS.bytes
    run_of("号叫意留请", 26)  # of letters that are known
    assert LETTERS.bytes == before
    assert RUNS.bytes <= RUNS.most


def test_a_run_is_as_wide_as_its_letters() -> None:
    run = run_of("A018 请", 40)
    assert abs(run.advance - width_of_line("A018 请", 40)) < 1e-6
    assert 0.8 * run.advance < run.ink.shape[1] <= run.advance + 2
    assert run.top < 0  # above the base line


def test_weight_makes_strokes_bolder() -> None:
    assert run_of("请", 40, 1.5).ink.sum() > 1.2 * run_of("请", 40).ink.sum()


def test_a_letter_that_nobody_has_is_seen_to_be_missing() -> None:  # C23
    assert np.array_equal(run_of("\ue000", 40).ink, run_of("〓", 40).ink)
    assert run_of("\ue000", 40).ink.any()


def test_blanks_take_room_and_no_ink() -> None:
    assert not run_of("  ", 40).ink.any()
    assert run_of("  ", 40).advance > 10
