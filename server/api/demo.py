"""The switch of a demo hall's simulated people."""

from dataclasses import dataclass

from fastapi import APIRouter

from server.demo.play import Play


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSwitch:
    """`speed` 6: customers come six times as often."""

    running: bool
    speed: float


def demo_routes(play: Play) -> APIRouter:
    """Only a demo hall has the switch; anybody may press it, as anybody may do all else there."""
    router = APIRouter(prefix="/api/demo", tags=["demo"])

    def state() -> DemoSwitch:
        stage = play.stage
        return DemoSwitch(running=bool(stage and stage.running), speed=stage.speed if stage else 0)

    @router.get("")
    async def show() -> DemoSwitch:
        return state()

    @router.post("/stop")
    async def stop() -> DemoSwitch:
        if stage := play.stage:
            stage.stop()
        return state()

    @router.post("/start")
    async def start() -> DemoSwitch:
        if stage := play.stage:
            stage.start()
        return state()

    @router.post("/reset")
    async def reset() -> DemoSwitch:
        """Begin the demo's story again: what was done in it is forgotten, every page comes back by itself."""
        play.begin_again()
        return state()

    return router
