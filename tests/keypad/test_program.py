"""The parts together in one process: keys in, frames out, through a hall that goes and comes."""

import asyncio

from counter_client.keypad.display import Frame
from counter_client.keypad.keypad_texts import SAYS, Text
from counter_client.keypad.program import Press, Program, Trouble
from counter_client.keypad.session import Session
from tests.hall_here import HereHall
from tests.patience import until


class Hand:
    """Keys a test presses."""

    def __init__(self) -> None:
        self.ready = asyncio.Event()

    async def run(self, press: Press, trouble: Trouble) -> None:
        self.press, self.trouble = press, trouble
        self.ready.set()


class Wall:
    """A display that remembers."""

    def __init__(self, seconds: bool = True) -> None:
        self.seconds, self.frame = seconds, Frame()

    def draw(self, frame: Frame) -> None:
        self.frame = frame

    def shows(self, words: str) -> bool:
        return words in "\n".join(self.frame)


def program(hall: HereHall, token: str) -> Program:
    names = (f"name-{n}" for n in range(100))
    session = Session(counter="1", token=token, new_name=lambda: next(names))
    return Program(f"http://127.0.0.1:{hall.port}", session, asyncio.get_running_loop().time)


async def test_a_key_pressed_anywhere_changes_every_display(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    await hall.issue()
    hand, near, far = Hand(), Wall(), Wall(seconds=False)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(program(hall, hall.token("keypad", "1")).run([hand], [near, far]))
        await until(lambda: near.shows("下一位 A001"))
        hand.press("Enter")
        await until(lambda: near.shows("呼叫中") and far.shows("呼叫中"))
        hand.trouble(SAYS["keypad_gone"])
        await until(lambda: near.shows("小键盘没有插好"))
        hand.trouble(None)
        await until(lambda: near.shows("回车到台"))
        running.cancel()


async def test_a_number_is_found_from_the_keypad(hall: HereHall) -> None:
    await hall.issue()
    hand, wall = Hand(), Wall()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(program(hall, hall.token("keypad", "1")).run([hand], [wall]))
        await until(lambda: wall.shows("未开放"))
        for key in ("1", "Enter"):
            hand.press(key)
        await until(lambda: wall.shows("A001") and wall.shows("等候 前面0位"))
        running.cancel()


async def test_a_token_that_is_revoked_ends_the_program_with_the_reason(hall: HereHall) -> None:
    token = hall.token("keypad", "1", name="pad")
    wall, ended = Wall(), list[Text]()

    async def run() -> None:
        ended.append(await program(hall, token).run([Hand()], [wall]))

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(run())
        await until(lambda: wall.shows("未开放"))
        hall.house.devices.revoke("pad", hall.clock.at)
        await until(lambda: ended)
    assert ended[0].zh == "登录已失效，请重新登录或配对"
    assert wall.shows("登录已失效")
