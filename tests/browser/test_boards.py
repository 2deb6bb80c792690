"""Boards in a real browser: media that give way to calls, notices, the map, a manager who hangs them up."""

import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from server.domain.config.config import HallConfig
from server.domain.config.pieces.boards import Area, BoardLayout, Medium, Notice, Spot
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.chromium import as_if_new
from tests.devices.test_media import SVG, picture
from tests.hall_here import HereHall, here_hall
from tests.hall_made import bearer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
NAME = Text("用电安全", "Safe power")
TURN_MS = 8000
A_SECOND_OF_FILM = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
  const pen = canvas.getContext("2d"), parts = [];
  const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: "video/webm;codecs=vp8" });
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.start();
  for (let n = 0; n < 15; n++) {
    pen.fillStyle = n % 2 ? "#264" : "#462";
    pen.fillRect(0, 0, 320, 180);
    await new Promise((next) => setTimeout(next, 66));
  }
  await new Promise((end) => ((recorder.onstop = end), recorder.stop()));
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with here_hall(data) as here:
        yield here


async def brought(hall: HereHall, content: bytes) -> str:
    answer = await hall.http.post("/api/media", content=content, headers=bearer(hall.admin))
    return str(answer.json()["file"])


async def change(hall: HereHall, f: Callable[[HallConfig], HallConfig]) -> None:
    assert hall.hall.config is not None
    changed = ConfigureHall(config=f(hall.hall.config))
    await hall.house.live.apply(changed, actor="person:1", request=f"change {hall.hall.seq}")


async def board(hall: HereHall, look: Look, width: int = 1920, height: int = 1080, place: str = "") -> Page:
    token = hall.token("lobby_board", place, name=f"board {place} {width}")
    page = await look("about:blank", width, height)
    await page.clock.install()
    await page.goto(f"http://127.0.0.1:{hall.port}/lobby/?zone={place}&token={token}")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


async def test_a_picture_stands_while_it_is_quiet_and_gives_way_to_a_call_at_once(
    hall: HereHall, look: Look
) -> None:
    file = await brought(hall, picture(size=(640, 360)))
    await change(hall, lambda c: replace(c, media=(Medium(id="m", file=file, name=NAME),)))
    page = await board(hall, look)
    await expect(page.get_by_role("img", name="用电安全")).to_be_visible()
    await hall.called("1")
    await expect(page.locator(".hero .number")).to_have_text("A001")
    await expect(page.get_by_role("img", name="用电安全")).to_have_count(0)
    later = await board(hall, look, place="main")  # for whoever looks up when the call is old
    await expect(later.get_by_role("img", name="用电安全")).to_be_visible()
    await expect(later.locator(".recent .newest .number")).to_have_text("A001")


async def test_a_film_plays_without_a_sound_and_makes_room_for_the_next(
    hall: HereHall, look: Look, browser: Browser
) -> None:
    studio = await (await as_if_new(browser)).new_page()
    film = await brought(hall, base64.b64decode(await studio.evaluate(A_SECOND_OF_FILM)))
    await studio.close()
    still = await brought(hall, picture(size=(640, 360)))
    media = (
        Medium(id="f", file=film, name=Text("影片", "Film")),
        Medium(id="m", file=still, name=NAME, seconds=3),
    )
    await change(hall, lambda c: replace(c, media=media))
    page = await board(hall, look)
    await expect(page.locator("video")).to_have_js_property("muted", True)
    await expect(page.locator("video")).to_have_js_property("paused", False)
    await expect(page.get_by_role("img", name="用电安全")).to_be_visible()
    await expect(page.locator("video")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
async def test_a_board_shows_what_its_layout_says_and_fits(
    hall: HereHall, look: Look, width: int, height: int
) -> None:
    queues = [q.id for q in hall.hall.config.queues] if hall.hall.config else []
    layout = BoardLayout(id="l", name=NAME, queues=(queues[2], queues[0]), rows=4, shows_map=True)
    notice = Notice(id="n", text=Text("雨天路滑，请小心", "Wet floor"))

    def hung(config: HallConfig) -> HallConfig:
        counters = tuple(replace(k, spot=Spot(x=10 * n + 5, y=10)) for n, k in enumerate(config.counters))
        return replace(config, layouts=(layout,), notices=(notice,), counters=counters)

    await change(hall, hung)
    page = await board(hall, look, width, height)
    await expect(page.get_by_role("img", name="营业厅平面图")).to_be_visible()
    await expect(page.locator(".queues .letter")).to_have_text(["C", "A"])
    await expect(page.locator(".recent li")).to_have_count(3)
    await page.clock.run_for(TURN_MS)
    await expect(page.locator(".posted")).to_have_attribute("aria-label", "雨天路滑，请小心 Wet floor")
    over = await page.evaluate(
        "[document.body.scrollWidth - innerWidth, document.querySelector('main').scrollHeight - innerHeight]"
    )
    assert max(over) <= 0


async def test_a_missed_number_leaves_the_large_place_at_once(hall: HereHall, look: Look) -> None:
    page = await board(hall, look)
    await hall.called("1")
    await expect(page.locator(".hero .number")).to_have_text("A001")
    await hall.do("recall", counter="1")
    await hall.do("mark_no_show", counter="1")
    await expect(page.locator(".hero .number")).to_have_count(0)
    await page.clock.run_for(3 * TURN_MS)  # after the three pages of the waits
    await expect(page.locator(".missed")).to_contain_text("A001")


async def test_a_manager_hangs_a_picture_up_and_the_board_shows_it(
    hall: HereHall, look: Look, tmp_path: Path
) -> None:
    (tmp_path / "用电安全.png").write_bytes(picture(size=(640, 360)))
    (tmp_path / "drawing.png").write_bytes(SVG)
    page = await board(hall, look)
    manager = hall.token("hall_manager", name="周")
    setup = await look(f"http://127.0.0.1:{hall.port}/setup/?token={manager}#media", 1280, 800)
    chooser = setup.locator("input[type=file]")
    await chooser.set_input_files([tmp_path / "drawing.png", tmp_path / "用电安全.png"])
    await expect(setup.get_by_role("alert")).to_contain_text("这不是图片或视频文件")
    await expect(setup.locator(".rows li")).to_have_count(1)
    await setup.get_by_role("button", name="保存", exact=True).click()
    await expect(page.get_by_role("img", name="用电安全")).to_be_visible()


async def test_the_map_is_drawn_with_keys_alone_and_with_a_finger(hall: HereHall, look: Look) -> None:
    manager = hall.token("hall_manager", name="周")
    setup = await look(f"http://127.0.0.1:{hall.port}/setup/?token={manager}#map", 1280, 900)
    for name in ("营业大厅", "1 号窗口"):
        await setup.get_by_role("button", name=f"＋ {name}").press("Enter")
    zone = setup.get_by_role("button", name="区域 营业大厅")
    await zone.focus()
    for key in ("ArrowRight", "Shift+ArrowDown", "Alt+ArrowRight"):
        await zone.press(key)
    counter = setup.get_by_role("button", name="窗口 1 号窗口")
    box = await counter.bounding_box()
    assert box
    await setup.mouse.move(box["x"] + 9, box["y"] + 9)
    await setup.mouse.down()
    await setup.mouse.move(box["x"] + 159, box["y"] + 9, steps=4)
    await setup.mouse.up()
    await setup.get_by_role("button", name="保存", exact=True).click()
    await expect(setup.get_by_role("button", name="保存", exact=True)).to_have_count(0)
    config = hall.hall.config
    assert config is not None
    assert config.zones[0].area == Area(x=5, y=35, width=29, height=30)
    spot = config.counters[0].spot
    assert spot is not None
    assert spot.x > 20
    assert spot.y == 14
