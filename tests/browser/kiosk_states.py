"""Every state of a kiosk on virtual time, and what hall.md 5.0 asks of its letters and buttons."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, WebSocketRoute, expect

from server.domain.config.pieces.segments import Segment
from server.domain.remote.commands import KeepRemote
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.browser.long_words import COMFORT
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import bearer
from tests.patience import until

LEAST = {
    "read": 42,
    "second": 28,
}  # px on a 21.5" panel of 1080 x 1920: 0.7 degrees at 600 mm, and what is beside it
LEAST_TAP = {"usual": 56, "elder": 81}  # px: a finger; 20 mm of large print

STEP = 4  # s
SHUT: Mapping[str, dict[str, Any]] = {
    "not_yet_open": {"opens": "08:30", "closes": "16:30"},
    "lunch": {"reopens": "13:30"},
    "holiday": {
        "name": {"zh": "国庆节", "en": "National Day"},
        "next_day": "2026-10-08",
        "next_opens": "08:30",
    },
    "closed": {"opens": "08:30", "closes": "16:30"},
}

# The second language and the date above: nobody needs them to act.
SECOND = ".second, header span, .letter, small"
MEASURE = """([second, read, beside, tap]) => {
  const found = [], zoom = (e) => e.currentCSSZoom || 1;
  const shown = (e) => !e.closest(".hidden, svg") && e.checkVisibility({ visibilityProperty: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement, text = node.nodeValue.trim();
    if (!text || !e || /SCRIPT|STYLE/.test(e.tagName) || !shown(e)) continue;
    const size = parseFloat(getComputedStyle(e).fontSize) * zoom(e);
    const least = e.closest(second) ? beside : read;
    if (size < least - 0.5)
      found.push(`${Math.round(size)} px: "${text.slice(0, 18)}" in ${e.className || e.tagName}`);
  }
  for (const b of document.querySelectorAll("button:not(:disabled)")) {
    const r = b.getBoundingClientRect();
    if (r.width && shown(b) && Math.min(r.width, r.height) < tap - 0.5)
      found.push(`${Math.round(r.width)} x ${Math.round(r.height)} pressed: "${b.ariaLabel || b.innerText}"`);
  }
  return [...new Set(found)];
}"""


async def too_small(page: Page, style: Sequence[str]) -> list[str]:
    tap = LEAST_TAP["elder" if "elder" in style else "usual"]
    found: list[str] = await page.evaluate(MEASURE, [SECOND, LEAST["read"], LEAST["second"], tap])
    return found


async def axe_finds(page: Page) -> list[str]:
    """Time goes on a little: axe waits for it."""
    async with asyncio.TaskGroup() as group:
        run = group.create_task(Axe().run(page))
        while not run.done():
            await page.clock.run_for(20)
    return [f"{f['id']}: {f['nodes'][0]['html'][:80]}" for f in run.result().response["violations"]]


@asynccontextmanager
async def grouped_hall(data: Path, clock: HandClock) -> AsyncIterator[HereHall]:
    """Fifteen businesses under their headings, companies, numbers from home, people who wait."""
    async with here_hall(data, clock) as here:
        config = here.hall.setup
        more = tuple(
            replace(config.services[2 + n], id=f"more{n}", name=Text(f"{name}办理", f"{en} service"))
            for n, (name, en) in enumerate(
                (
                    ("用电过户", "Transfer"),
                    ("光伏并网", "Solar"),
                    ("充电桩", "Charger"),
                    ("增值税票", "VAT"),
                    ("停电", "Outage"),
                )
            )
        )
        segments = (Segment(id="company", name=Text("企业客户", "Company"), at_kiosk=True),)
        figures = replace(config.figures, remote_numbers=True)
        services = (*config.services, *more)
        config = replace(config, services=services, segments=segments, figures=figures)
        await here.house.live.apply(ConfigureHall(config=config), actor="system:test", request="more")
        await here.house.live.apply(KeepRemote(), actor="system:remote", request="code at the door")
        await here.do("open_counter", counter="1", profile="all_services")
        for _ in range(3):
            await here.issue("pay")
        yield here


async def booked(hall: HereHall) -> str:
    """The code of an appointment for the next time there is."""
    shown = await hall.http.get("/api/appointments", headers=bearer(hall.token("guide")))
    service = next(s for s in shown.json()["bookable"]["services"] if s["slots"])
    made = await hall.do("book_appointment", service=service["id"], slot=service["slots"][0]["at"])
    code: str = made["appointment"]["code"]
    return code


async def from_home(hall: HereHall) -> str:
    """The code of a number that a phone has taken."""
    wish = {"id": "w" * 16, "phone": "p" * 16, "service": "pay"}
    code: str = (await hall.http.post("/api/remote", json=wish)).json()["arrival"]["code"]
    return code


class Kiosk:
    """A kiosk whose view of the hall is what the test wants it to be, on time that stands still."""

    def __init__(self, page: Page, hall: HereHall) -> None:
        self.page, self.hall = page, hall
        self.more: dict[str, Any] = {}
        self.deaf = False
        self.beats = 0
        self.line: WebSocketRoute | None = None
        self.last: dict[str, Any] = {}

    async def open(self) -> None:
        await self.page.route_web_socket("**/ws", self._between)
        await self.page.clock.install()
        await self.page.goto(
            f"http://127.0.0.1:{self.hall.port}/kiosk/?token={self.hall.token('kiosk', 'K1')}"
        )
        await expect(self.page.locator(".home")).to_be_visible()
        await self.page.clock.pause_at(await self.page.evaluate("Date.now() / 1000 + 1"))

    def _between(self, line: WebSocketRoute) -> None:
        hall = line.connect_to_server()
        self.line = line
        line.on_message(lambda text: None if self.deaf else hall.send(text))
        hall.on_message(lambda text: self._tell(line, json.loads(text)))

    def _tell(self, line: WebSocketRoute, message: dict[str, Any]) -> None:
        if self.deaf:
            return
        self.beats += 1
        if message["type"] == "view":
            self.last = message
            message = {**message, "view": self._changed(message["view"])}
        line.send(json.dumps(message))

    def _changed(self, view: dict[str, Any]) -> dict[str, Any]:
        more = dict(self.more)
        services = [{**s, **more.get("each", {}).get(s["id"], {})} for s in view["services"]]
        more.pop("each", None)
        hours = {**view["hours"], **more.pop("hours", {})}
        return {**view, "services": services, "hours": hours, **more}

    async def shows(self, selector: str, **more: Any) -> None:
        """The hall says so, and the page has heard it."""
        self.more = more
        assert self.line
        self._tell(self.line, self.last)
        await self.page.locator(selector).first.wait_for()
        await self.passes()

    async def passes(self, ms: int = 500) -> None:
        await self.page.clock.run_for(ms)

    async def passes_by(self, seconds: int) -> None:
        """So long that the page would think the hall gone, did it not hear it meanwhile."""
        for _ in range(0, seconds, STEP):
            if not self.deaf:
                self.beats = 0
                await until(lambda: self.beats)
            await self.passes(STEP * 1000)

    async def tap(self, selector: str, then: str, nth: int = 0) -> None:
        await self.page.locator(f"{selector}:enabled").nth(nth).click()
        await self.page.locator(then).first.wait_for()
        await self.passes()

    async def dress(self, style: Sequence[str]) -> None:
        for wish in style:
            await self.page.locator(".comfort button").nth(COMFORT[wish]).click()
        await self.passes()

    async def type(self, code: str, then: str) -> None:
        await self.tap(".have-notice", ".return")
        for letter in code:
            await self.page.locator(".letters button", has_text=letter).click()
        await self.tap(".return .primary", then)

    async def states(self, style: Sequence[str]) -> AsyncIterator[str]:
        """In one style, from nobody there to a number without the server."""
        await self.shows(".home")
        await self.dress(style)
        yield "attract"
        await self.shows("header .paper", printer="warn")
        yield "attract, paper low"
        await self.shows(".home")
        await self.tap(".comfort .guide", ".comfort .guide:disabled")
        yield "guide called"
        await self.passes(31_000)
        await self.tap(".whole", ".choose .tile")
        yield "choose a group"
        await self.tap(".care", ".care.on")
        yield "segment on"
        await self.tap(".care:not(.on)", ".ask .tile")
        yield "priority"
        await self.tap(".ask .tile", ".choose")
        yield "priority on"
        await self.tap(".tile.group", ".tile:not(.group)")
        yield "group"
        await self.tap(".tile", ".channels")
        yield "ways before the number"
        await self.tap(".tile", ".elsewhere")
        yield "another way"
        await self.tap(".elsewhere .primary", ".home")
        await self.dress(style)
        await self.tap(".whole", ".choose .tile")
        await self.tap("[data-say$='/group/change']", ".tile:not(.group)")
        await self.tap("[data-say$='/business/transfer']", ".channels")
        yield "papers before the number"
        await self.tap(".tile.strong", ".result")
        yield "number, printing"
        for printer, slip in (
            ("none", None),
            ("down", None),
        ):
            await self.shows(".result", printer=printer, slip=slip)
            yield f"number, printer {printer}"
        await self.shows(".result")
        await self.tap(".result .primary", ".home")
        codes = {"appointment": await booked(self.hall), "from home": await from_home(self.hall)}
        for state, code in codes.items():
            await self.dress(style)
            await self.type(code, ".result")
            yield f"number, {state}"
            await self.tap(".result .primary", ".home")
        await self.dress(style)
        suspended = {"suspended": {"zh": "系统升级", "en": "System upgrade"}, "suspended_until": "15:00"}
        each = {s.id: suspended for s in self.hall.hall.setup.services}
        await self.shows(".home", each=each)
        yield "attract, nothing to be had"
        await self.tap(".waits li button", ".choose")
        yield "group, nothing to be had"
        late = {s.id: {"near_close": "warn"} for s in self.hall.hall.setup.services}
        await self.shows(".choose", each=late, hours={"closes": "16:30", "opens": "08:30"})
        yield "group, near close"
        await self.tap(".tile", ".late")
        yield "near close"
        await self.passes_by(92 if "elder" in style else 48)
        await self.page.locator("dialog[open]").wait_for()
        yield "still there?"
        await self.tap("dialog .button", ".late")
        await self.tap(".foot [data-back]", ".choose")
        await self.tap(".foot [data-back]", ".home")
        await self.dress(style)
        await self.shows(".home")
        await self.tap(".have-notice", ".return")
        yield "code of a notice"
        for _ in range(10):
            await self.page.locator(".letters button:enabled").first.click()
        await self.tap(".return .primary", ".problem")
        yield "code nobody knows"
        await self.tap(".foot [data-back]", ".home")
        await self.dress(style)
        for state, hours in SHUT.items():
            await self.shows(".notice", hours={"state": state, **hours})
            yield state
        await self.shows(".home")
        self.deaf = True
        await self.passes_by(16)
        await self.page.locator("header .paper").wait_for()
        yield "alone"
        await self.tap(".waits li button", ".channels")
        await self.tap(".tile.strong", ".result.offline")
        yield "number of its own"
        await self.tap(".result .primary", ".home")
        await self.dress(style)
        self.deaf = False
        await self.shows(".home", hours={"closes": "00:01"})
        self.deaf = True
        await self.passes_by(16)
        await self.page.locator(".notice.offline").wait_for()
        yield "without a server and without numbers"
        self.deaf = False
        await self.page.evaluate("localStorage.clear()")
        await self.page.goto(f"http://127.0.0.1:{self.hall.port}/kiosk/?token=nobody")

        async def asks() -> bool:
            """It tries, is turned away, and asks to be let in."""
            await self.passes()
            return await self.page.locator(".gate img").is_visible()

        await until(asks)
        yield "a token nobody knows"
