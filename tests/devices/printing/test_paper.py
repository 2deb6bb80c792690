import numpy as np

from server.devices.printing.paper import PrintedLine, interpret


def test_each_cut_ends_a_piece_of_paper() -> None:
    papers = interpret(b"\x1b@A001\n\x1dVB\x00\x1b@A002\n\x1dV\x00A003\n")
    assert [(paper.lines, paper.cut) for paper in papers] == [
        (("A001",), True),
        (("A002",), True),
        (("A003",), False),
    ]


def test_lines_know_their_size() -> None:
    (paper,) = interpret(b"\x1d!\x77A001\n\x1d!\x00" + "请".encode("gb18030") + b"\n")
    assert paper.printed == (PrintedLine("A001", 8), PrintedLine("请", 1))


def test_text_leaves_ink_where_it_is_aligned() -> None:
    (paper,) = interpret(b"\x1ba\x02A\n", 384)
    columns = np.flatnonzero((~np.asarray(paper.picture)).any(0))
    assert columns[0] >= 384 - 12


def test_hanzi_grow_by_their_own_command() -> None:
    hanzi = "请".encode("gb18030")
    (small,), (large,) = interpret(hanzi + b"\n"), interpret(b"\x1c!\x0c" + hanzi + b"\n")
    assert (~np.asarray(large.picture)).sum() > 2 * (~np.asarray(small.picture)).sum()


def test_what_it_does_not_know_it_says() -> None:
    (paper,) = interpret(b"\x1bzA\n")
    assert paper.unknown == (b"\x1bz",)


def test_feeding_alone_is_no_slip() -> None:
    assert interpret(b"\x1b@\x1bJ\x40") == []


def test_both_cuts_are_told_apart() -> None:
    papers = interpret(b"1\n\x1dVA\x002\n\x1dVB\x003\n\x1dV\x004\n\x1dV1")
    assert [paper.cut_off for paper in papers] == [True, False, True, False]


def test_density_is_known_until_the_next_reset() -> None:
    dark, usual = interpret(b"\x1d(K\x02\x001\x04\x1b7\x07\x70\x02A\n\x1dVA\x00\x1b@B\n\x1dVA\x00")
    assert (dark.density, dark.heat) == (4, 0x70)
    assert (usual.density, usual.heat) == (0, 0)


def test_an_unknown_family_of_commands_is_told() -> None:
    (paper,) = interpret(b"\x1d(Z\x02\x00xyA\n")
    assert paper.unknown == (b"\x1d(Z",)
