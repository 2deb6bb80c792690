"""A real pseudo-terminal: keys typed at one end, four lines drawn at it."""

import asyncio
import io
import os
import termios
from collections.abc import Iterator

import pytest

from counter_client.keypad.display import COLUMNS
from counter_client.keypad.keypad_texts import Text
from counter_client.keypad.keys import Held
from counter_client.keypad.terminal import FourLines, Keyboard, PlainLines
from tests.hall_here import HandClock
from tests.keypad.glass import Glass
from tests.patience import until

FIRST = ("3号窗口  张伟  09:00", "A001 缴费     呼叫中", "等候 2  下一位 A002  ", "回车到台            ")
SECOND = ("3号窗口  张伟  09:01", "缴费咨询        空闲", "暂无等候客户        ", "回车 叫号           ")


@pytest.fixture
def pty() -> Iterator[tuple[int, int]]:
    master, slave = os.openpty()
    yield master, slave
    os.close(master)
    os.close(slave)


async def reading(fd: int, keys: list[str], hand: HandClock, clerk: "asyncio.Event") -> None:
    def trouble(_: Text | None) -> None:
        raise AssertionError

    with Keyboard(fd, lambda: hand.steady) as keyboard:
        clerk.set()
        await keyboard.run(keys.append, trouble)


async def test_keys_come_one_by_one_and_a_held_one_comes_once(pty: tuple[int, int]) -> None:
    master, slave = pty
    keys, hand, open_ = list[str](), HandClock(), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(reading(slave, keys, hand, open_))
        await open_.wait()
        os.write(master, b"\r\r\r\r+")
        await until(lambda: keys == ["Enter", "+"])
        hand.move(seconds=Held.WITHIN + 0.1)
        os.write(master, "\x1bOM＋".encode())
        await until(lambda: keys == ["Enter", "+", "Enter", "+"])
        running.cancel()


async def test_a_letter_cut_in_two_on_its_way_is_still_one(pty: tuple[int, int]) -> None:
    master, slave = pty
    keys, hand, open_ = list[str](), HandClock(), asyncio.Event()
    sent = "＋".encode()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(reading(slave, keys, hand, open_))
        await open_.wait()
        os.write(master, sent[:2])
        os.write(master, b"")
        os.write(master, sent[2:])
        await until(lambda: keys == ["+"])
        running.cancel()


async def test_the_terminal_is_left_as_it_was_found(pty: tuple[int, int]) -> None:
    _, slave = pty
    before = termios.tcgetattr(slave)
    with Keyboard(slave, lambda: 0.0):
        assert not termios.tcgetattr(slave)[3] & (termios.ECHO | termios.ICANON)
        assert termios.tcgetattr(slave)[3] & termios.ISIG, "Ctrl+C still ends it"
    assert termios.tcgetattr(slave) == before


async def test_keys_out_of_a_pipe_all_count_and_end_with_it() -> None:
    out, into = os.pipe()
    os.write(into, b"\n\n--")
    os.close(into)
    keys = list[str]()
    await reading(out, keys, HandClock(), asyncio.Event())
    assert keys == ["Enter", "Enter", "-", "-"]
    os.close(out)


async def test_nothing_to_read_from_is_no_trouble() -> None:
    keys = list[str]()
    nothing = os.open("/dev/null", os.O_RDONLY)
    await reading(nothing, keys, HandClock(), asyncio.Event())
    assert keys == []
    os.close(nothing)


def test_four_lines_are_drawn_in_place() -> None:
    out, glass = io.StringIO(), Glass()
    lines = FourLines(out)
    lines.draw(FIRST)
    lines.draw(SECOND)
    glass.feed(out.getvalue())
    assert glass.lines == [line.rstrip() for line in SECOND]
    assert not glass.cursor_shown
    lines.leave()
    glass.feed(out.getvalue()[len(out.getvalue()) - 8 :])
    assert glass.cursor_shown


def test_a_terminal_as_narrow_as_the_lines_shows_their_last_letter() -> None:
    glass, out = Glass(COLUMNS), io.StringIO()
    lines = FourLines(out)
    for frame in (tuple("乙丙丁戊"[n] * 9 + "12" for n in range(4)), ("甲" * 10,) * 4):
        lines.draw(frame)
        glass.feed(out.getvalue())
        out.truncate(out.seek(0))
        assert glass.lines[-4:] == list(frame)


def test_what_is_shown_already_is_not_drawn_again() -> None:
    out = io.StringIO()
    lines = FourLines(out)
    lines.draw(FIRST)
    written = out.tell()
    lines.draw(FIRST)
    assert out.tell() == written


def test_plain_lines_are_printed_only_when_they_change() -> None:
    out = io.StringIO()
    lines = PlainLines(out)
    for frame in (FIRST, FIRST, SECOND):
        lines.draw(frame)
    blocks = out.getvalue().split("\n\n")
    assert [block.splitlines()[0] for block in blocks[:2]] == [FIRST[0], SECOND[0]]
    assert blocks[2:] == [""]
