"""The switch of a demo hall's simulated people."""

from typing import Any

from fastapi import APIRouter

from server.demo.play import Play


def demo_routes(play: Play) -> APIRouter:
    """Only a demo hall has the switch; anybody may press it, as anybody may do all else there."""
    router = APIRouter(prefix="/api/demo", tags=["demo"])

    def state() -> dict[str, Any]:
        here = play.stage
        return {"running": bool(here and here.running), "speed": here.speed if here else 0}

    @router.get("")
    async def show() -> dict[str, Any]:
        return state()

    @router.post("/stop")
    async def stop() -> dict[str, Any]:
        if here := play.stage:
            here.stop()
        return state()

    @router.post("/start")
    async def start() -> dict[str, Any]:
        if here := play.stage:
            here.start()
        return state()

    return router
