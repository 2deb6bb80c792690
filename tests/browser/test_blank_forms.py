"""A form as a document, from the computer of whoever sets the hall up to everybody who fills it in (B03)."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.test_catalogue import address, gas, kiosk_of, opened
from tests.devices.test_blank_forms import a_document, locked
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

__all__ = ["gas"]

Look = Callable[..., Awaitable[Page]]


async def brings(setup: Page, folder: Path) -> None:
    """The first form of the transfer gets its document and a place; one that is locked is said to be so."""
    (folder / "加密.pdf").write_bytes(locked())
    (folder / "申请表.pdf").write_bytes(a_document())
    await setup.get_by_role("button", name="过户（更名）").first.click()
    await setup.locator("details.folded[data-where$='.entry'] > summary").click()
    first = setup.locator("[data-where$='.entry.forms[0]']")
    await first.locator(".row-name").click()
    chooser = first.locator("[data-where$='.document'] input[type=file]")
    await chooser.set_input_files(folder / "加密.pdf")
    await expect(setup.get_by_role("alert")).to_contain_text("请去掉密码和限制")
    await chooser.set_input_files(folder / "申请表.pdf")
    await expect(first.get_by_role("link", name="打开看看")).to_be_visible()
    await first.locator("[data-where$='.place'] input").first.fill("填单台")
    await setup.get_by_role("button", name="保存", exact=True).click()


async def opens(page: Page, link: str) -> None:
    """In a page of its own."""
    async with (
        page.context.expect_event("response", lambda answer: "/documents/" in answer.url) as coming,
        page.context.expect_page() as beside,
    ):
        await page.get_by_role("link", name=link).click()
    answer = await coming.value
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    await (await beside.value).close()


@pytest.mark.row("B03")
async def test_a_form_that_the_set_up_brings_is_opened_wherever_it_is_needed(
    gas: HereHall, look: Look, tmp_path: Path
) -> None:
    await brings(await look(address(gas, "setup/?", "hall_manager") + "#services", 1366, 900), tmp_path)
    await gas.do("open_counter", counter="4")
    kiosk = await kiosk_of(gas, look)
    await opened(kiosk, "过户（更名）")
    await expect(kiosk.locator(".needs")).to_contain_text("过户（更名）申请表（填单台）")
    assert await kiosk.get_by_role("link").count() == 0  # a kiosk has no way back from a document

    await gas.issue(service="transfer")
    console = await look(address(gas, "counter/?counter=4&", "clerk"))
    await gas.do("call_next", counter="4")
    await console.get_by_role("button", name="过户（更名）的办事指南").click()  # 1
    await opens(console, "打开 PDF 过户（更名）申请表")  # 2
    assert await console.get_by_role("button", name="打印过户（更名）申请表").count() == 0
    await expect(console.get_by_role("button", name="打印发票遗失声明")).to_be_visible()

    guide = await look(address(gas, "guide/?", "guide"), 1024, 768)
    await guide.get_by_role("button", name="办事指南").click()
    await guide.locator(".business-hits button", has_text="过户").first.click()
    await opens(guide, "打开 PDF 过户（更名）申请表")

    here = f"http://127.0.0.1:{gas.port}"
    home = await look(f"{here}/hall/", 390, 844)
    await home.locator("summary", has_text="过户").click()
    await opens(home, "打开 过户（更名）申请表")
    phone = await look(f"{here}/ticket/#{(await gas.issue(service='transfer'))['token']}", 390, 844)
    await opens(phone, "打开 过户（更名）申请表")
