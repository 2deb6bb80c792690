"""The demo's invented people let into its hall, with tokens of their own, by the doors everybody takes."""

from collections.abc import Callable

from server.access.devices import Devices
from server.clock import HallClock
from server.demo.stage import Stage
from server.live_hall import LiveHall
from server.settings import Settings
from server.supervisor import Run
from server.watchers.devices.print_slips import SlipPrinting

USUAL_SPEED = 1.0  # what people are told of their wait is by the clock on the wall


class Play:
    """There is no stage before it begins, and never one in a real hall."""

    def __init__(
        self, live: LiveHall, devices: Devices, printing: SlipPrinting, clock: HallClock, settings: Settings
    ) -> None:
        self._live, self._devices, self._printing = live, devices, printing
        self._clock, self._speed = clock, settings.demo_speed
        self.stage: Stage | None = None
        self.close: Callable[[], None] = lambda: None  # the doors; known where they are opened
        self.wants_again = False

    def begin(self, port: int, host: str = "127.0.0.1") -> Run:
        """Let the people in; returns what runs them."""
        config = self._live.hall.setup
        stage = Stage(f"ws://{host}:{port}/ws", self._token, self._speed or USUAL_SPEED)
        stage.running = self._speed > 0
        self.stage = stage
        counters = [p.id for p in config.counters if not p.floating]
        return lambda: stage.run(counters, self._printing.printer_for(""))

    def begin_again(self) -> bool:
        """The story from its beginning: the doors close, and who made the demo makes it anew."""
        if self.stage is not None:
            self.wants_again = True
            self.close()
        return self.wants_again

    def _token(self, name: str, role: str, place: str) -> str:
        return self._devices.issue_token(name, role, place, by="system:demo", now=self._clock())
