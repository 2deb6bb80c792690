"""A wired display on a pseudo-terminal as its serial line: the bytes of its protocol."""

import os
import termios
from contextlib import suppress
from pathlib import Path

from counter_client.keypad.wired import WiredDisplay, picture

FRAME = ("3号窗口  张伟  09:00", "A001 缴费     呼叫中", "等候 2   下一位 A002", "回车到台 +重呼 -过号")


def test_a_picture_is_a_form_feed_and_eighty_bytes() -> None:
    sent = picture(FRAME)
    assert len(sent) == 81
    assert sent[:8] == b"\x0c3" + "号窗口".encode("gb18030")
    assert [sent[1 + 20 * n : 21 + 20 * n].decode("gb18030") for n in range(4)] == list(FRAME)


def test_a_letter_of_four_bytes_becomes_question_marks_of_its_width() -> None:
    rare = "𠮷" + " " * 18
    assert picture((rare,) * 4)[1:21] == b"??" + b" " * 18
    assert picture(("…" + " " * 19,) * 4)[1:2] == b"?", "two bytes, but one column"


def test_a_display_gets_every_change_once() -> None:
    master, slave = os.openpty()
    display = WiredDisplay(Path(os.ttyname(slave)))
    display.draw(FRAME)
    display.draw(FRAME)
    assert os.read(master, 1000) == picture(FRAME)
    line = termios.tcgetattr(slave)
    assert (line[4], line[5]) == (termios.B9600, termios.B9600)
    assert not line[1] & termios.OPOST
    display.draw(FRAME[::-1])
    assert os.read(master, 1000) == picture(FRAME[::-1])
    display.close()
    os.close(master)
    os.close(slave)


def test_a_display_that_is_plugged_in_again_gets_the_picture_again(tmp_path: Path) -> None:
    display = WiredDisplay(tmp_path / "ttyUSB0")
    display.draw(FRAME)  # nothing is there
    (tmp_path / "ttyUSB0").write_bytes(b"")
    display.draw(FRAME)
    assert (tmp_path / "ttyUSB0").read_bytes() == picture(FRAME)
    display.close()


def test_a_display_that_takes_nothing_does_not_stop_the_keys(tmp_path: Path) -> None:
    pipe = tmp_path / "display"
    os.mkfifo(pipe)
    slow = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    display = WiredDisplay(pipe)
    for turn in range(2000):  # more than any pipe holds
        display.draw((f"{turn:20}", *FRAME[1:]))
    with suppress(BlockingIOError):
        while os.read(slow, 65536):
            pass
    display.draw(FRAME)
    assert os.read(slow, 65536).endswith(picture(FRAME))
    display.close()
    os.close(slow)
