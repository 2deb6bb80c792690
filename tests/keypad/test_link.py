"""The line to a real hall: opened for ever, distrusted when silent, honest about a door that stays shut."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from counter_client.keypad import link as module
from counter_client.keypad.link import FIRST, LONGEST, Link, delay, socket_address
from counter_client.keypad.session import Session
from tests.hall_here import HereHall
from tests.patience import until


@asynccontextmanager
async def linked(server: str, token: str, counter: str = "1") -> AsyncIterator[tuple[Link, Session]]:
    """A session on a line of its own, until the end of the test."""
    clock = asyncio.get_running_loop().time
    names = (f"name-{n}" for n in range(1000))
    session = Session(counter=counter, token=token, new_name=lambda: next(names))
    link = Link(server, session, clock, lambda: None)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(link.run())
        yield link, session
        running.cancel()


def shows(session: Session) -> Callable[[], bool]:
    clock = asyncio.get_running_loop().time
    return lambda: session.seen(clock()).fresh


async def press(link: Link, session: Session, key: str) -> None:
    await link.send(session.pressed(key, asyncio.get_running_loop().time()))


def at(hall: HereHall) -> str:
    return f"http://127.0.0.1:{hall.port}"


@pytest.mark.parametrize(
    ("server", "address"),
    [
        ("http://127.0.0.1:8000", "ws://127.0.0.1:8000/ws"),
        ("https://hall.local/", "wss://hall.local/ws"),
    ],
)
def test_the_socket_is_where_the_pages_find_it(server: str, address: str) -> None:
    assert socket_address(server) == address


def test_tries_come_apart_up_to_ten_seconds_and_are_spread() -> None:
    assert delay(0, 0.0) == delay(9, 0.0) > 0
    assert delay(0, 1.0) <= FIRST + 0.1
    assert delay(3, 1.0) > delay(2, 1.0) > delay(1, 1.0)
    assert delay(50, 1.0) == pytest.approx(LONGEST)


async def test_a_key_reaches_the_hall_and_its_view_comes_back(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    await hall.issue()
    async with linked(at(hall), hall.token("keypad", "1")) as (link, session):
        await until(shows(session))
        await press(link, session, "Enter")
        await until(lambda: hall.hall.counters["1"].ticket)
        await until(lambda: (h := session.seen(0).view) and h.customer)


async def test_a_line_that_is_cut_comes_back_by_itself(hall: HereHall) -> None:
    ticket = await hall.called("1")
    async with linked(at(hall), hall.token("keypad", "1")) as (link, session):
        await until(shows(session))
        assert link._socket
        link._socket.transport.abort()  # as when somebody pulls the cable
        await until(lambda: not shows(session)())
        here = session.seen(0).view
        assert here
        assert here.customer
        assert here.customer.id == ticket
        await press(link, session, "Enter")  # kept
        await until(lambda: hall.hall.tickets[ticket].state == "serving")
        await until(shows(session))


async def test_a_line_that_is_silent_is_dead_whatever_the_socket_believes(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SILENCE", 0.3)
    async with linked(at(hall), hall.token("keypad", "1")) as (link, session):
        await until(shows(session))
        first = link._socket
        hall.house.screens.beat_every = 60
        await until(lambda: link._socket not in (first, None))
        hall.house.screens.beat_every = 0.1
        await until(shows(session))


async def test_a_shut_door_ends_the_line(hall: HereHall) -> None:
    async with linked(at(hall), "stranger") as (_, session):
        await until(lambda: session.over)
    assert session.over
    assert session.over.zh.startswith("登录已失效")


async def test_a_keypad_of_another_counter_is_not_let_in(hall: HereHall) -> None:
    async with linked(at(hall), hall.token("keypad", "2"), counter="1") as (_, session):
        await until(lambda: session.over)


async def test_a_hall_that_is_not_there_yet_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
        async with linked(f"http://127.0.0.1:{port}", "token") as (link, session):
            await until(lambda: link._tries == 0)
            nobody.listen()
            for _ in range(3):  # answers nothing that is a socket of ours
                knock, _ = await asyncio.to_thread(nobody.accept)
                knock.close()
            assert session.over is None
            assert not shows(session)()


async def test_what_is_sent_without_a_line_is_left_to_the_session() -> None:
    session = Session(counter="1", token="t", new_name=lambda: "a")
    link = Link("http://127.0.0.1:1", session, lambda: 0.0, lambda: None)
    await link.send(session.opened())
