"""D2: a kiosk whose server is gone gives numbers of its own block; they come into the line by their time."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.hall_server import HallServer

pytestmark = pytest.mark.browser

Look = Callable[..., Awaitable[Page]]


async def kept(kiosk: Page, condition: Callable[[str], bool]) -> None:
    """Wait until what the kiosk keeps for the time without a server is as wanted."""
    async with asyncio.timeout(60):  # a page comes back within half a minute
        while not condition(await kiosk.evaluate("localStorage['hallqueue.kiosk.offline'] || ''")):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def take(kiosk: Page, business: str) -> str:
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name=business).click()
    heading = kiosk.get_by_role("heading", level=1)
    await expect(heading).to_contain_text(re.compile(r"[A-Z]\d{3}"))
    found = re.search(r"[A-Z]\d{3,4}", await heading.inner_text())
    assert found
    await kiosk.get_by_role("button", name="完成").click()
    return found.group()


async def test_numbers_go_on_while_the_server_is_dead_and_line_up_by_their_time(
    data: Path, look: Look
) -> None:
    server = HallServer(data)
    with server:
        clerk = server.token("admin")
        kiosk = await look(f"{server.url}/kiosk/?token={server.token('kiosk', 'K1')}", 1080, 1920)
        assert await take(kiosk, "更名过户") == "C001"
        await kept(kiosk, lambda text: "801" in text)
        server.kill()
        await expect(kiosk.get_by_text("网络中断，仍可取号")).to_be_visible()
        given = [await take(kiosk, "更名过户") for _ in range(2)]
        assert given == ["C801", "C802"]
        server.start()
        await kept(kiosk, lambda text: '"given":[]' in text)
        assert await take(kiosk, "更名过户") == "C002"
        server.ask(clerk, "open_counter", counter="4")
        called = []
        for _ in range(4):
            status, body = server.ask(clerk, "call_next", counter="4")
            assert status == 200, body
            called.append(body["result"]["number"])
            server.ask(clerk, "mark_no_show", counter="4", ticket=body["result"]["ticket"])
        assert called == ["C001", "C801", "C802", "C002"]
