"""A USB keypad's events through a real pipe, as the kernel writes them."""

import asyncio
import os
from pathlib import Path

from counter_client.keypad.evdev import EVENT, Keypad, keys_in
from counter_client.keypad.keypad_texts import Text
from tests.patience import until

KP_ENTER, KP_PLUS, KP_0, NUMLOCK, LEFT = 96, 78, 82, 69, 105


def event(code: int, value: int, kind: int = 1) -> bytes:
    return EVENT.pack(1_772_413_200, 250_000, kind, code, value)


def pressed(code: int) -> bytes:
    """A scan code, the press, the report; the release, the report: what one tap sends."""
    report = event(0, 0, kind=0)
    return event(4, 0x70058, kind=4) + event(code, 1) + report + event(code, 0) + report


def test_a_tap_is_one_key() -> None:
    assert keys_in(pressed(KP_ENTER) + pressed(KP_PLUS)) == ["Enter", "+"]


def test_a_held_key_and_a_key_without_a_meaning_are_none() -> None:
    assert keys_in(event(KP_ENTER, 2) * 50 + pressed(NUMLOCK) + pressed(LEFT)) == []


class Heard:
    def __init__(self) -> None:
        self.keys = list[str]()
        self.troubles = list[Text | None]()


async def test_a_keypad_is_read_and_read_again_after_it_was_pulled_out(tmp_path: Path) -> None:
    path, heard = tmp_path / "by-id", Heard()
    async with asyncio.TaskGroup() as tasks:
        keypad = Keypad(path, again=0.01)
        running = tasks.create_task(keypad.run(heard.keys.append, heard.troubles.append))
        await until(lambda: heard.troubles)
        assert heard.troubles[-1]
        assert heard.troubles[-1].zh == "小键盘没有插好"
        os.mkfifo(path)
        for turn in (1, 2):
            await until(lambda: heard.troubles[-1] is None)
            with path.open("wb", buffering=0) as kernel:
                tap = pressed(KP_ENTER)
                kernel.write(tap[:30])  # the kernel never cuts an event; a slow pipe may
                kernel.write(tap[30:] + pressed(KP_0))
                await until(lambda n=turn: heard.keys == ["Enter", "0"] * n)  # type: ignore[misc]
            await until(lambda: heard.troubles[-1] is not None or heard.troubles.count(None) > 1)
        running.cancel()


async def test_a_keypad_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    heard = Heard()
    loop_to_itself = tmp_path / "loop"
    loop_to_itself.symlink_to(loop_to_itself)  # an OSError that is no missing file
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(
            Keypad(loop_to_itself, 0.01).run(heard.keys.append, heard.troubles.append)
        )
        await until(lambda: len(heard.troubles) > 2)
        running.cancel()
    assert all(heard.troubles)
