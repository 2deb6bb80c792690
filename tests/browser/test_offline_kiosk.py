"""D2: a kiosk whose server is gone gives numbers of its own block; they come into the line by their time."""

import re
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx2
import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from tests.hall_server import HallServer
from tests.patience import SELDOM, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def kept(kiosk: Page, condition: Callable[[str], bool]) -> None:
    """Wait until what the kiosk keeps for the time without a server is as wanted."""

    async def so() -> bool:
        return condition(await kiosk.evaluate("localStorage['hallqueue.kiosk.offline'] || ''"))

    await until(so, SELDOM)


async def take(kiosk: Page, business: str) -> str:
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name=business).click()
    await kiosk.get_by_role("button", name="仍要取号").click()
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
        assert await take(kiosk, "电价变更") == "C001"
        await kept(kiosk, lambda text: "801" in text)
        server.kill()
        await expect(kiosk.get_by_text("网络中断，仍可取号")).to_be_visible()
        given = [await take(kiosk, "电价变更") for _ in range(2)]
        assert given == ["C801", "C802"]
        server.start()
        await kept(kiosk, lambda text: '"given":[]' in text)
        assert await take(kiosk, "电价变更") == "C002"
        server.ask(clerk, "open_counter", counter="4")
        called = []
        for _ in range(4):
            status, body = server.ask(clerk, "call_next", counter="4")
            assert status == 200, body
            called.append(body["result"]["number"])
            server.ask(clerk, "mark_no_show", counter="4", ticket=body["result"]["ticket"])
        assert called == ["C001", "C801", "C802", "C002"]


# a tap that the server has heard, or not, when it dies: one number, never none, never two


async def tap(kiosk: Page, business: str) -> None:
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name=business).click()
    await kiosk.get_by_role("button", name="仍要取号").click()


async def offline_number(kiosk: Page) -> str:
    heading = kiosk.get_by_role("heading", level=1)
    await expect(heading).to_contain_text(re.compile(r"C8\d\d"))
    await expect(kiosk.get_by_text("如果刚才已经出了小票，以小票上的号码为准")).to_be_visible()
    found = re.search(r"C8\d\d", await heading.inner_text())
    assert found
    return found.group()


def waiting(server: HallServer, clerk: str) -> list[str]:
    view = httpx2.get(
        f"{server.url}/api/views/manager", headers={"authorization": f"Bearer {clerk}"}, verify=False
    ).json()
    return [ticket["number"] for ticket in view["waiting"]]


async def test_a_tap_that_a_dying_server_did_not_hear_becomes_an_offline_number(
    data: Path, look: Look
) -> None:
    server = HallServer(data)
    with server:
        manager = server.token("admin")
        kiosk = await look(f"{server.url}/kiosk/?token={server.token('kiosk', 'K1')}", 1080, 1920)
        await kept(kiosk, lambda text: "801" in text)
        server.process.send_signal(signal.SIGSTOP)
        await tap(kiosk, "电价变更")
        server.kill()
        assert await offline_number(kiosk) == "C801"
        server.start()
        await kept(kiosk, lambda text: '"given":[]' in text)
        assert waiting(server, manager) == ["C801"]


async def test_a_tap_whose_answer_died_with_the_server_has_one_number_all_the_same(
    data: Path, look: Look
) -> None:
    """The server had committed C001; the kiosk never heard so and showed C801."""
    server, deaf = HallServer(data), False
    with server:
        manager = server.token("admin")

        def between(page: WebSocketRoute) -> None:
            hall = page.connect_to_server()
            page.on_message(hall.send)
            hall.on_message(lambda message: None if deaf else page.send(message))

        kiosk = await look("about:blank", 1080, 1920)
        await kiosk.route_web_socket("**/ws", between)
        await kiosk.goto(f"{server.url}/kiosk/?token={server.token('kiosk', 'K1')}")
        await kept(kiosk, lambda text: "801" in text)
        deaf = True
        await tap(kiosk, "电价变更")
        await until(lambda: waiting(server, manager) == ["C001"], SELDOM)
        server.kill()
        assert await offline_number(kiosk) == "C801"
        deaf = False
        server.start()
        await kept(kiosk, lambda text: '"given":[]' in text)
        assert waiting(server, manager) == ["C801"]
