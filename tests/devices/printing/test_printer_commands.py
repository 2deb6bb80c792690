from server.devices.printing.printer_commands import commands, next_command
from server.devices.printing.slip_columns import encode_text
from tests.devices.sample_slips import CONTENT


def test_a_stream_is_cut_without_losing_a_byte() -> None:
    data = encode_text(CONTENT, 48)
    ends = [command.end for command in commands(data)]
    assert ends == sorted(set(ends))
    assert ends[-1] == len(data)
    assert all(command.known for command in commands(data))


def test_an_unfinished_command_waits_for_its_rest() -> None:
    whole = b"\x1dv0\x00\x02\x00\x03\x00" + b"\xff" * 6
    for length in range(len(whole)):
        assert next_command(whole[:length], 0) is None
    command = next_command(whole, 0)
    assert command is not None
    assert command.end == len(whole)


def test_bytes_inside_a_picture_are_no_commands() -> None:
    picture = b"\x1dv0\x00\x01\x00\x04\x00\x1dVB\x00"
    assert [c.name for c in commands(picture)] == [b"\x1dv"]


def test_an_unknown_command_is_told() -> None:
    assert [(c.name, c.known) for c in commands(b"\x1bzA\n")] == [
        (b"\x1bz", False),
        (b"", True),
        (b"\n", True),
    ]


def test_both_kinds_of_cut_are_known() -> None:
    assert [c.body for c in commands(b"\x1dV\x00\x1dVB\x03\x1dV1")] == [b"\x00", b"B\x03", b"1"]
