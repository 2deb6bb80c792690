"""A word on an LED strip, to see whether it is the right one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.bodies import Body
from server.api.setup.printers import require_address
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.strips import StripConfig, open_strip
from server.domain.text import Text
from server.domain.views.boards.strip import cut

SHOWN = Text(
    "已发送，请看条屏。半分钟内恢复平时的字",
    "Sent; look at the strip. Its usual words come back within half a minute",
)
HELD = Text("没有发出去：{why}", "Not sent: {why}")
WHY = {
    "offline": Text("连接不上这个地址", "nothing answers at this address"),
    "no_answer": Text("连接上了，但没有收下", "it answered, but did not take the text"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StripTested:
    """`detail` says why it was not shown, and `sentence` all that became of it."""

    outcome: Literal["shown", "held"]
    detail: str
    sentence: Text


class TestStrip(Body):
    """A strip as the page has it, saved or not."""

    __test__ = False
    strip: StripConfig
    text: str = Field(max_length=200)


def strip_routes(actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/strips", tags=["strips"])

    @router.post("/test")
    async def test(request: Request, body: TestStrip) -> StripTested:
        """`outcome` "shown", or "held" with why; the strip's own text comes back within half a minute."""
        require_set_up(await actor_of(request))
        require_address(body.strip.id, body.strip.kind, body.strip.address)
        try:
            await open_strip(body.strip).show(cut(body.text, body.strip.columns))
        except (DeviceUnavailable, DeviceMisconfigured) as why:
            reason = WHY.get(str(why)) or Text(str(why), str(why))
            return StripTested(outcome="held", detail=str(why), sentence=HELD.fill(why=reason))
        return StripTested(outcome="shown", detail="", sentence=SHOWN)

    return router
