"""One's own password and PIN behind the own name, and a token in the address that replaces nobody."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall
from tests.hall_made import PASSWORD, bearer
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NEW = "loud-bamboo-08"
Look = Callable[..., Awaitable[Page]]


async def log_in(page: Page, login: str) -> None:
    await page.locator("input[name=login]").fill(login)
    await page.locator("input[name=password]").fill(PASSWORD)
    await page.locator("button[type=submit]").click()


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("counter/?counter=1", "clerk"),
        ("guide/", "guide"),
        ("manager/", "hall_manager"),
        ("setup/", "hall_manager"),
    ],
)
async def test_everybody_finds_their_password_behind_their_name(
    hall: HereHall, look: Look, path: str, role: str
) -> None:
    hall.house.people.add("1207", "王芳", role, PASSWORD)
    page = await look(f"http://127.0.0.1:{hall.port}/{path}")
    await log_in(page, "1207")
    await page.get_by_role("button", name="王芳：修改密码和快捷码").click()
    dialog = page.get_by_role("dialog", name="我的密码和快捷码")
    await expect(dialog.get_by_text("还没有快捷码")).to_be_visible()
    await dialog.locator("form").nth(1).locator("input[name=password]").fill(PASSWORD)
    await dialog.locator("input[name=pin]").fill("4071")
    await dialog.get_by_role("button", name="设置快捷码").click()
    await until(lambda: hall.house.people.find_person("1207").has_pin)
    first = dialog.locator("form").nth(0)
    await first.locator("input[name=password]").fill(PASSWORD)
    for name in ("new", "again"):
        await first.locator(f"input[name={name}]").fill(NEW)
    await dialog.get_by_role("button", name="修改密码").click()
    await expect(dialog).to_be_hidden()
    await page.get_by_role("button", name="王芳：修改密码和快捷码").wait_for()  # still logged in
    body = {"login": "1207", "password": NEW}
    assert (await hall.http.post("/api/login", json=body)).status_code == 200


async def test_a_token_in_an_address_replaces_nobody_unasked(hall: HereHall, look: Look) -> None:
    base = f"http://127.0.0.1:{hall.port}"
    mine, theirs = hall.token("hall_manager", name="mine"), hall.token("hall_manager", name="theirs")
    page = await look(f"{base}/manager/?token={mine}")
    await page.get_by_text("mine").first.wait_for()
    assert page.url == f"{base}/manager/"
    kept = "localStorage.getItem('hallqueue.manager.token')"
    for address in (f"/manager/?token={theirs}", f"/manager/?again=1#token={theirs}"):
        await page.goto(base + address)
        dialog = page.get_by_role("dialog", name="要换成另一个身份吗？")
        await dialog.get_by_role("button", name="保持不变").click()
        assert "token" not in page.url
        assert await page.evaluate(kept) == mine
    await page.goto(f"{base}/manager/?token={theirs}")
    await page.get_by_role("button", name="换成新的").click()
    await page.get_by_text("theirs").first.wait_for()
    assert await page.evaluate(kept) == theirs
    assert (await hall.http.get("/api/me", headers=bearer(mine))).status_code == 200
