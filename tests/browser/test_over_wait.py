"""An over-wait from the guide's alert to the counter's banner, the evaluator and the effect sheet."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.command import making
from server.domain.config.config import Ladder, Rung
from server.packs.hall_file import pack
from tests.hall_made import NOW, PASSWORD
from tests.hall_server import HallServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]

HASTY = Ladder(
    rungs=(
        Rung(act="explain", after_seconds=1, tells=("guide",)),
        Rung(act="pre_alert", after_seconds=2, tells=("team_leader",)),
        Rung(act="remedy", after_seconds=3, tells=("guide", "team_leader", "counter")),
        Rung(act="call_manager", after_seconds=3600, tells=("hall_manager",)),
    )
)


@pytest_asyncio.fixture(loop_scope="session")
async def hasty(tmp_path: Path) -> Path:
    """A hall whose ladder is climbed in seconds, and whose second question is always asked."""
    config = pack("power")
    figures = replace(config.figures, wait_question_share=1.0)
    config = replace(config, ladders=(HASTY,), figures=figures)
    data = tmp_path / "hasty"
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    return data


@pytest.mark.row("Q46")
async def test_an_over_wait_is_seen_settled_rated_and_counted(hasty: Path, look: Look) -> None:
    with HallServer(hasty) as server:
        base = server.url
        guide = await look(f"{base}/guide/?token={server.token('guide')}", 1280, 800)
        manager = await look(f"{base}/manager/?token={server.token('hall_manager')}", 1920, 1080)
        console = await look(f"{base}/counter/?counter=3&token={server.token('clerk')}", 1366, 768)
        faces = await look(f"{base}/evaluator/?counter=3&token={server.token('evaluator', '3')}", 1024, 600)

        kiosk = server.token("kiosk")
        _, done = await asyncio.to_thread(server.ask, kiosk, "issue_ticket", service="transfer")
        number = done["result"]["ticket"]["number"]

        await guide.get_by_role("button", name="任务").click()
        await expect(guide.get_by_text(number).first).to_be_visible()
        due = manager.get_by_role("button", name=re.compile("须补救 1"))
        await expect(due).to_be_visible()

        await console.get_by_role("button", name="开放窗口").click()
        await console.get_by_role("button", name="叫下一位", exact=True).click()
        await expect(console.get_by_role("region", name="关怀与补救")).to_be_visible()
        await console.get_by_role("button", name="已致歉").click()
        await console.get_by_role("dialog").get_by_text("手帕纸").click()
        await console.keyboard.press("Enter")
        await expect(console.get_by_text("已补救").first).to_be_visible()

        await console.get_by_role("button", name="到台办理").click()
        await console.get_by_role("button", name="办结", exact=True).click()
        await faces.get_by_role("button", name="满意", exact=True).click()
        await expect(faces.get_by_text("等候时间").first).to_be_visible()
        await faces.get_by_role("button", name="一般", exact=True).click()
        await expect(faces.get_by_text("谢谢").first).to_be_visible()
        await expect(faces.get_by_text("请带好随身物品，请慢走")).to_be_visible()

        reports = await look(f"{base}/reports/?token={server.token('hall_manager')}", 1366, 768)
        await reports.get_by_text("补救效果").first.click()
        await expect(reports.get_by_text("样本不足").first).to_be_visible()
        await expect(reports.get_by_text("还说不出补救有没有用").first).to_be_visible()
        await expect(reports.get_by_text("差异，不是效果").first).to_be_visible()
