"""Window, evaluator, first page, voice, phone at their worst sizes: nothing cut, covered, dead or unpainted.

All sizes and both kinds of hall: `tests/drills/test_every_screen_walk.py`.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, Route, expect

from server.command.making import DEMO_PASSWORD
from tests.browser.screen_states import (
    evaluator_states,
    hall_of_long_words,
    latin_words,
    ticket_states,
    unseen,
    window_states,
)
from tests.devices.tone_voice import ToneVoice
from tests.hall_here import HereHall, here_hall
from tests.patience import SELDOM, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with hall_of_long_words(data) as here:
        yield here


async def test_a_window_display_keeps_all_its_words_in_every_state(hall: HereHall, look: Look) -> None:
    token = hall.token("window_display", "3")
    page = await look(f"http://127.0.0.1:{hall.port}/window/?counter=3&token={token}", 1920, 540)
    sizes = [(1920, 540), (1080, 1920), (800, 480)]
    found = {state: await unseen(page, sizes) async for state in window_states(hall, page, "3")}
    assert found == {state: {} for state in found}


async def test_an_evaluator_is_whole_and_painted_in_every_state(hall: HereHall, look: Look) -> None:
    token = hall.token("evaluator", "1")
    page = await look(f"http://127.0.0.1:{hall.port}/evaluator/?counter=1&token={token}", 1024, 600)
    await page.get_by_role("button", name="English").click()
    sizes = [(480, 800), (800, 480), (1024, 600)]
    found = {state: await unseen(page, sizes) async for state in evaluator_states(hall, page, "1")}
    assert found == {state: {} for state in found}


async def test_the_first_page_and_the_voice_keep_long_names_in_their_places(
    hall: HereHall, look: Look
) -> None:
    sizes = [(1366, 768), (360, 740)]
    start = await look(f"http://127.0.0.1:{hall.port}/")
    await start.locator(".many").first.wait_for()
    voice = await look(f"http://127.0.0.1:{hall.port}/setup/?token={hall.token('hall_manager')}#voice")
    await voice.locator(".live-edit li").first.wait_for()
    assert [await unseen(start, sizes), await unseen(voice, sizes)] == [{}, {}]


async def test_the_first_page_of_a_demo_keeps_its_tour_and_its_people_in_their_places(
    hall: HereHall, look: Look
) -> None:
    people = [
        {
            "login": f"120{n}",
            "name": {"zh": "欧阳建国", "en": ""},
            "role": "hall_manager",
            "pin": DEMO_PASSWORD,
        }
        for n in range(3)
    ]

    async def as_a_demo(route: Route) -> None:
        told = await (await route.fetch()).json()
        await route.fulfill(json={**told, "demo": True, "people": people})

    start = await look("about:blank")
    await start.route("**/api/hall", as_a_demo)
    await start.route("**/api/demo", lambda route: route.fulfill(json={"running": True, "speed": 1}))
    await start.goto(f"http://127.0.0.1:{hall.port}/")
    for language in ("中文", "English"):
        await start.locator(".tour").wait_for()
        await start.locator(".simulation").wait_for()
        assert await unseen(start, [(1366, 768), (360, 740)]) == {}
        await start.get_by_role("button", name="English" if language == "中文" else "中文").click()


async def test_every_button_of_the_voice_page_does_what_it_says(data: Path, look: Look) -> None:
    voice = ToneVoice()
    async with here_hall(data, voice=voice) as hall:
        token = hall.token("hall_manager")
        page = await look(f"http://127.0.0.1:{hall.port}/setup/?token={token}#voice", 1366, 768)
        await expect(page.get_by_text("可用", exact=True)).to_be_visible()
        press = page.get_by_role("button")
        await press.filter(has_text="在这台电脑上听").click()
        await expect(page.get_by_text("正在播放")).to_be_visible()
        await press.filter(has_text="在大屏上播放").click()
        await expect(page.get_by_text("大屏没有出声")).to_be_visible()  # there is none
        await press.filter(has_text="添加一个词").click()
        await page.get_by_label("写的是").fill("𠮷祥室")
        await page.get_by_label("读成").fill("吉祥室")
        await page.get_by_role("button", name="试听 𠮷祥室").click()
        await until(lambda: "吉祥室" in voice.said, SELDOM)
        await press.filter(has_text="添加时段").click()
        await page.get_by_role("button", name="保存", exact=True).click()
        await until(lambda: hall.hall.setup.voice.lexicon and hall.hall.setup.voice.volume_steps, SELDOM)


async def test_a_phone_keeps_its_ticket_whole_from_waiting_to_the_end(hall: HereHall, look: Look) -> None:
    page = await look("about:blank", 320, 568)
    found = {state: await unseen(page, [(320, 568)]) async for state in ticket_states(hall, page)}
    assert found == {state: {} for state in found}


async def test_a_hall_of_chinese_alone_shows_no_english_word(data: Path, look: Look) -> None:
    """English is never half: where none of the hall's own words has any, its screens speak Chinese alone."""
    async with hall_of_long_words(data, english=False) as hall:
        base = f"http://127.0.0.1:{hall.port}"
        lobby = await look("about:blank", 1920, 1080)
        await lobby.clock.install()
        await lobby.goto(f"{base}/lobby/?token={hall.token('lobby_board')}")
        kiosk = await look(f"{base}/kiosk/?token={hall.token('kiosk', 'K1')}", 1080, 1920)
        window = await look(f"{base}/window/?counter=3&token={hall.token('window_display', '3')}", 1920, 540)
        await kiosk.locator(".home .waits").wait_for()
        assert await latin_words(kiosk) == []
        await kiosk.locator(".whole:enabled").click()
        await kiosk.locator(".choose .tile").first.wait_for()
        assert await latin_words(kiosk) == []
        await lobby.locator(".lobby .foot, .lobby footer").first.wait_for()
        for _ in range(6):  # whatever takes its turn, in either language
            await lobby.clock.run_for(3000)
            assert await latin_words(lobby) == []
        rating = await look(f"{base}/evaluator/?counter=1&token={hall.token('evaluator', '1')}", 1024, 600)
        await rating.locator("main.evaluator.idle").wait_for()
        await expect(rating.get_by_role("button")).to_have_count(0)
        async for state in window_states(hall, window, "3"):
            assert await latin_words(window) == [], state


async def test_a_hall_made_for_chinese_alone_shows_no_english_word(tmp_path: Path, look: Look) -> None:
    """Whoever asks for Chinese alone in the first set-up gets it on every screen that customers see."""
    async with here_hall(tmp_path / "new") as hall:
        base = f"http://127.0.0.1:{hall.port}"
        owner = await look(f"{base}/setup/#code={hall.house.first.code}")
        await owner.get_by_label("中文名称").fill("城东营业厅")
        await owner.get_by_label("语言", exact=True).select_option(label="只用中文")
        await expect(owner.get_by_label("英文名称")).to_have_count(0)
        for field, words in (("姓名", "周敏"), ("工号（登录用）", "1001")):
            await owner.get_by_label(field).fill(words)
        await owner.get_by_label("密码", exact=True).fill("Yuhua88lu")
        await owner.get_by_role("button", name="建立营业厅").click()
        await expect(owner.get_by_role("heading", name=re.compile("步就可以营业"))).to_be_visible()
        counter = hall.hall.setup.counters[0].id
        for path, shown in (
            (f"/kiosk/?token={hall.token('kiosk', 'K1')}", ".kiosk"),
            (f"/lobby/?token={hall.token('lobby_board')}", ".lobby"),
            (f"/window/?counter={counter}&token={hall.token('window_display', counter)}", ".window"),
            (f"/evaluator/?counter={counter}&token={hall.token('evaluator', counter)}", ".evaluator"),
            ("/hall/", ".businesses"),
        ):
            page = await look(f"{base}{path}", 1080, 1920)
            await page.locator(shown).first.wait_for()
            await page.locator("html[data-chinese]").wait_for()
            assert await latin_words(page) == [], path
            await page.close()
