"""`hallqueue serve` and `hallqueue demo`: the server, and what is said when its doors are open."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from server.access.secrets import is_cheap
from server.clock import HallClock
from server.command import making
from server.command.terminal import ReaderLeft, say
from server.command.texts import both, text_of
from server.devices.printing.printer_lines import printers as parsed
from server.domain.screens import SCREENS
from server.house import House
from server.serving.serve import own_address, serve
from server.settings import Settings, default_data

PAGES = (*(name for name, screen in SCREENS.items() if screen.view), "reports", "setup", "slips")
NEAR = ("127.0.0.1", "localhost")  # this machine alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where the server listens and what it uses for this run beside the hall's own."""

    host: str
    port: int
    public_url: str = ""
    printers: Sequence[str] = ()
    voices: Sequence[str] = ()
    speaker: str = ""

    @property
    def near(self) -> bool:
        return self.host in NEAR

    def settings(self, data: Path, speed: float = 0.0) -> Settings:
        address = f"http://127.0.0.1:{self.port}" if self.near else own_address(self.port)
        return Settings(
            data=data,
            host=self.host,
            port=self.port,
            public_url=(self.public_url or address).rstrip("/"),
            printers=parsed(self.printers),
            voices=tuple(self.voices),
            server_speaker=self.speaker,
            demo_speed=speed,
        )


def serve_hall(data: Path | None, doors: Doors) -> None:
    """A hall that is not yet set up is served, too: its first page sets it up."""
    folder = data or default_data(demo=False)

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        say(*of_data(house))
        if house.first.needed:
            say(both("first", url=f"{base}/setup/#code={house.first.code}", code=house.first.code))
            say(both("data", data=folder))
        else:
            say(both("serving", url=f"{base}/", data=folder))
        if not doors.near:
            say(both("elsewhere", url=f"{own_address(port)}/"))
        say(both("stop"))

    serve(doors.settings(folder), demo=False, ready=heard_or_not(ready))


def heard_or_not(ready: Callable[[House, int], None]) -> Callable[[House, int], None]:
    """A hall goes on where nobody reads what it says."""

    def told_or_not(house: House, port: int) -> None:
        with suppress(ReaderLeft):
            ready(house, port)

    return told_or_not


def of_data(house: House) -> list[str]:
    """What was or is wrong with the hall's data, before anything else is said."""
    wrong = [*house.safety.healed(), *(t.text for t in house.safety.troubles())]
    if is_cheap() and not house.is_demo:
        wrong.append(text_of("cheap_passwords"))
    return [f"! {each.zh}\n! {each.en}" for each in wrong]


def serve_demo(data: Path | None, doors: Doors, pack: str, speed: float) -> None:
    folder = data or default_data(demo=True)
    asyncio.run(making.make_demo(folder, pack, HallClock()()))

    def ready(house: House, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        say(
            *of_data(house),
            both("demo", url=f"{base}/"),
            *(f"  {base}/{page}/" for page in PAGES),
            both("demo_people", password=making.DEMO_PASSWORD),
            *([both("demo_take_over")] if speed else []),
            both("data", data=folder),
            both("stop"),
        )

    serve(doors.settings(folder, speed), demo=True, ready=heard_or_not(ready))
