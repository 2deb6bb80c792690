"""Logging in at the keypad, at a real hall."""

import asyncio
import socket

import pytest

from counter_client.keypad.log_in import LogInRefused, log_in, log_out
from server.access.refusals import AccessRefused
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD


async def test_a_clerk_gets_a_token_for_this_counter(hall: HereHall) -> None:
    server = f"http://127.0.0.1:{hall.port}/"
    token = await asyncio.to_thread(log_in, server, "admin", PASSWORD, "3")
    actor = await hall.house.door.actor(token)
    assert (actor.kind, actor.place) == ("person", "3")


async def test_who_logs_out_has_to_log_in_again(hall: HereHall) -> None:
    server = f"http://127.0.0.1:{hall.port}"
    token = await asyncio.to_thread(log_in, server, "admin", PASSWORD, "3")
    await asyncio.to_thread(log_out, server, token)
    with pytest.raises(AccessRefused):
        await hall.house.door.actor(token)


async def test_a_wrong_password_is_refused_in_the_halls_words(hall: HereHall) -> None:
    server = f"http://127.0.0.1:{hall.port}"
    with pytest.raises(LogInRefused) as refused:
        await asyncio.to_thread(log_in, server, "admin", "wrong", "3")
    assert refused.value.text.zh.startswith("工号或密码不对")


async def test_nobody_at_home_is_an_os_error() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        await asyncio.to_thread(log_in, f"http://127.0.0.1:{port}", "1201", "x", "3")
    await asyncio.to_thread(log_out, f"http://127.0.0.1:{port}", "token")  # nothing more can be done
