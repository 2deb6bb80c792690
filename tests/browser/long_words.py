"""A hall whose words are as long as halls write them, and an eye for what is cut, covered or dead."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from server.domain.config.config import HallConfig
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.hall_here import HereHall, here_hall
from tests.hall_made import PASSWORD

HANZI = "居民用电信息变更及分布式光伏并网接入申请综合受理业务"
ENGLISH = "Residential account changes and grid connection of distributed photovoltaic systems"
COUNTER = Text(
    "大客户经理及光伏并网业务综合接待室（二楼东侧）",
    "Key account managers and photovoltaic connection, reception room (second floor, east)",
)
LATIN = Text("Außendienstservicestellephotovoltaiknord", "")  # nowhere a place to break it
HALL = Text(
    "国网示范市电力公司高新技术产业开发区中心供电营业厅",
    "High-tech Zone Central Service Hall of the Model City Power Company",
)
MATERIALS = tuple(
    Text(
        f"产权人身份证原件及复印件第{n}份（加盖公章的授权委托书）",
        f"Owner's identity card, original and copy {n}",
    )
    for n in range(1, 7)
)

EYE = (Path(__file__).parent / "eye.js").read_text(encoding="utf-8")


def long_hall(config: HallConfig, *, english: bool = True) -> HallConfig:
    """Fifteen businesses of 26 hanzi, twelve counters; with or without a word of English."""

    def named(zh: str, en: str) -> Text:
        return Text(zh, en if english else "")

    services = []
    for n in range(15):
        like = config.services[n % len(config.services)]
        services.append(
            replace(
                like,
                id=like.id if n < len(config.services) else f"more{n}",
                name=named(f"{HANZI}{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[n]}", f"{ENGLISH} {n + 1}"),
                materials=tuple(named(m.zh, m.en) for m in MATERIALS),
            )
        )
    queues = tuple(replace(q, name=named(HANZI[:20], ENGLISH[:40])) for q in config.queues)
    counters = []
    for n in range(12):
        like = config.counters[n % len(config.counters)]
        long = (
            (COUNTER, LATIN)[n]
            if n < 2
            else Text(f"{n + 1} 号窗口", f"Counter {n + 1}")
            if n % 3
            else Text(f"{n + 1} 号综合业务窗口（绿色通道）", f"Counter {n + 1} priority lane")
        )
        counters.append(
            replace(
                like, id=like.id if n < len(config.counters) else f"{n + 1}", name=named(long.zh, long.en)
            )
        )
    place = named("一楼东侧自助服务及预审等候区", "Ground floor east, self service")
    kind = named("综合业务与新装增容专席窗口配置", "General business and new connections")
    zones = tuple(replace(z, name=place) for z in config.zones)
    profiles = tuple(replace(p, name=kind) for p in config.profiles)
    segments = tuple(
        replace(s, name=named("高新技术产业开发区企业客户", "A company in the high-tech zone"))
        for s in config.segments
    )
    return replace(
        config,
        name=named(HALL.zh, HALL.en),
        services=tuple(services),
        queues=queues,
        counters=tuple(counters),
        zones=zones,
        profiles=profiles,
        segments=segments,
    )


@asynccontextmanager
async def calling_hall(data: Path, *, english: bool = True) -> AsyncIterator[HereHall]:
    """Three counters call, one is paused for a reason in many words, ten people wait."""
    async with here_hall(data) as here:
        assert here.hall.config
        config = long_hall(here.hall.config, english=english)
        await here.house.live.apply(ConfigureHall(config=config), actor="person:1", request="long")
        here.house.people.add("1777", LATIN.zh, "clerk", PASSWORD)
        for counter in ("1", "2", "3", "4"):
            await here.do("open_counter", counter=counter, profile="all_services")
        for service in config.services[:13]:
            await here.issue(service.id)
        for counter in ("1", "2", "3"):
            await here.do("call_next", counter=counter)
        await here.do("pause_counter", counter="4", reason="参加供电所组织的安全生产月度例会学习及考试")
        yield here


async def seen(page: Page) -> list[str]:
    """What a person in front of this page cannot see or press."""
    found: list[Any] = await page.evaluate(EYE)
    return [str(one) for one in found]


COMFORT = {"elder": 0, "en": 1, "low": 3}


async def dressed(page: Page, style: Sequence[str]) -> bool:
    """A kiosk anew in a style; False where it has none such: a hall of Chinese alone has no English."""
    await page.reload()
    await page.locator(".home .waits button:enabled").first.wait_for()
    switches = page.locator(".comfort button")
    if "en" in style and not await switches.nth(COMFORT["en"]).is_visible():
        return False
    for wish in style:
        await switches.nth(COMFORT[wish]).click()
    return True


async def kiosk_states(page: Page, styles: Sequence[Sequence[str]]) -> AsyncIterator[str]:
    """Bring a kiosk to its first page, its businesses and their last page in each style."""
    for style in styles:
        if not await dressed(page, style):
            continue
        yield f"{style} home"
        await page.locator(".whole:enabled").click()
        await page.locator(".tile").first.wait_for()
        yield f"{style} headings"
        await page.locator(".tile.group:enabled").first.click()
        await page.locator(".tile:not(.group):enabled").first.wait_for()
        yield f"{style} businesses"
        following = page.locator(".foot .onward")
        while await following.count() and await following.is_enabled():
            await following.click()
        yield f"{style} last businesses"
        await page.locator(".foot button").first.click()
        await page.locator(".tile.group").first.wait_for()


async def a_number(page: Page, styles: Sequence[Sequence[str]]) -> AsyncIterator[str]:
    """Go on to a number in each style: what is asked on the way, and the number itself."""
    for style in styles:
        if not await dressed(page, style):
            continue
        await page.locator(".whole:enabled").click()
        await page.locator(".care[data-tell$=prioritySwitch]").click()
        await page.locator(".ask .tile").first.wait_for()
        yield f"{style} who comes first"
        await page.locator(".ask .foot button:enabled").click()
        await page.locator(".care[data-tell*=segment]").click()
        await page.locator(".care.on").wait_for()
        yield f"{style} of a segment"
        await page.locator(".choose .tile.group:enabled").first.click()
        await page.locator(".choose .tile:not(.group):enabled").first.click()
        await page.locator(".channels").wait_for()
        yield f"{style} without a queue"
        await page.locator(".channels .tile:enabled").first.click()
        await page.locator(".elsewhere").wait_for()
        yield f"{style} done another way"
        await page.locator(".elsewhere .primary").click()
        for wish in style:
            await page.locator(".comfort button").nth(COMFORT[wish]).click()
        await page.locator(".home .waits button:enabled").first.click()
        await page.locator(".channels").wait_for()
        yield f"{style} by its row"
        await page.locator(".tile.strong:enabled").click()
        await page.locator(".result").wait_for()
        yield f"{style} number"


async def staff_page(page: Page, login: str, password: str) -> None:
    """Log in where a page asks who it is."""
    await page.locator("input").first.fill(login)
    await page.locator("input[type=password]").fill(password)
    await page.keyboard.press("Enter")
    await page.locator(".gate").wait_for(state="detached")
