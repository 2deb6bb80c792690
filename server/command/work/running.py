"""`hallqueue serve` and `hallqueue demo`: the server, and what is said when its doors are open."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from server.access.secrets import is_cheap
from server.clock import HallClock
from server.command import making
from server.command.terminal.terminal import ReaderLeft, say, writes_chinese
from server.command.terminal.tongue import in_order
from server.command.texts import both, text_of
from server.command.work.addresses import Addresses, addresses, pages
from server.devices.printing.printer_lines import printers as parsed
from server.house import House
from server.serving.serve import listening, serve
from server.settings import Settings, default_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where the server listens and what it uses for this run beside the hall's own."""

    host: str
    port: int
    public_url: str = ""
    printers: Sequence[str] = ()
    voices: Sequence[str] = ()
    speaker: str = ""

    def at(self, port: int) -> Addresses:
        return addresses(self.host, port, self.public_url)

    def settings(self, data: Path, speed: float = 0.0) -> Settings:
        return Settings(
            data=data,
            host=self.host,
            port=self.port,
            public_url=self.at(self.port).widest,
            printers=parsed(self.printers),
            voices=tuple(self.voices),
            server_speaker=self.speaker,
            demo_speed=speed,
        )


def serve_hall(data: Path | None, doors: Doors) -> None:
    """A hall that is not yet set up is served, too: its first page sets it up."""
    folder = data or default_data(demo=False)

    def ready(house: House, port: int) -> None:
        at = doors.at(port)
        say(*of_data(house))
        if house.first.needed:
            code = house.first.code
            say(both("first", url=f"{at.near}/setup/#code={code}", there=f"{at.widest}/setup/", code=code))
            say(both("data", data=folder))
        else:
            say(both("serving", url=f"{at.near}/", data=folder), *_everywhere(at))
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
    return [in_order(each, "! ") for each in wrong]


def serve_demo(data: Path | None, doors: Doors, pack: str, speed: float) -> None:
    folder = data or default_data(demo=True)
    listening(doors.host, doors.port).close()  # a port that is taken is told before a hall is made
    asyncio.run(making.make_demo(folder, pack, HallClock()()))
    opened = doors.port

    def ready(house: House, port: int) -> None:
        nonlocal opened
        at, opened = doors.at(port), port
        say(
            *of_data(house),
            both("demo", url=f"{at.near}/"),
            *_everywhere(at, demo=True),
            *([both("demo_open", host=doors.host)] if at.elsewhere else []),
            both("demo_people", password=making.DEMO_PASSWORD),
            *([both("demo_take_over")] if speed else []),
            both("data", data=folder),
            both("stop"),
        )

    while serve(replace(doors, port=opened).settings(folder, speed), demo=True, ready=heard_or_not(ready)):
        say(both("demo_again"))
        asyncio.run(making.forget_demo(folder))
        asyncio.run(making.make_demo(folder, pack, HallClock()()))


def _everywhere(at: Addresses, *, demo: bool = False) -> list[str]:
    """Where other machines open it, and every page."""
    from_others = both("elsewhere", url=f"{at.elsewhere}/") if at.elsewhere else both("only_here")
    return [from_others, both("pages"), *pages(at.widest, chinese=writes_chinese(sys.stdout), demo=demo)]
