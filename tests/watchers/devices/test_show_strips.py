"""LED strips on a live hall: real sockets, strips that die, set-ups that change."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

from server.devices import strips as strip_kinds
from server.devices.strips import StripConfig
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.journal.sqlite import SqliteJournal
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.devices.show_strips import ShowStrips
from tests.builders import a_config
from tests.devices.strips.strip_controller import LoopbackStrip, switched_on
from tests.hall_server import held_port
from tests.living import ask, living
from tests.patience import until

IDLE = Text("欢迎光临", "Welcome")
BROKEN = """
KIND = "broken_strip"

def open_strip(config):
    raise LookupError("a bug")
"""


def strip(controller: LoopbackStrip, name: str = "door", counter: str = "") -> StripConfig:
    return StripConfig(id=name, kind="tcp_text", address=controller.address, counter=counter, idle=IDLE)


@contextmanager
def nobody_there() -> Iterator[StripConfig]:
    """A strip at an address where nothing hangs."""
    with held_port() as port:
        yield StripConfig(id="dead", kind="tcp_text", address=f"127.0.0.1:{port}")


@asynccontextmanager
async def showing(folder: Path, *strips: StripConfig, again_after: float = 60) -> AsyncIterator[LiveHall]:
    """A hall with counters 1 and 3 open, and its strips."""
    async with living(SqliteJournal(folder / "hall.sqlite3", "hall")) as live:
        parts = Supervisor()
        watcher = ShowStrips(live, parts, again_after=again_after)
        live.watch(watcher.on_commit)
        await ask(live, ConfigureHall(config=a_config(hours=None, strips=strips)), "set-up")
        for counter in "13":
            await ask(live, c.OpenCounter(counter=counter, staff="s"), f"open {counter}")
        parts.start(Part(kind="strips"), watcher.run)
        yield live
        await parts.close()


async def call(live: LiveHall, counter: str, name: str) -> None:
    await ask(live, c.IssueTicket(service="bill"), f"issue {name}")
    await ask(live, c.CallNext(counter=counter), f"call {name}")


async def test_a_strip_shows_the_call_and_goes_back_to_its_words(tmp_path: Path) -> None:
    async with switched_on() as door, showing(tmp_path, strip(door)) as live:
        await until(lambda: door.lines == ["欢迎光临"])
        await call(live, "3", "a")
        await until(lambda: door.lines[-1] == "A001→3号窗口")
        await ask(live, c.StartService(counter="3"), "start")
        await until(lambda: door.lines == ["欢迎光临", "A001→3号窗口", "欢迎光临"])
        assert live.hall.devices["door"].state == "ok"
        assert live.hall.devices["door"].kind == "strip"


async def test_a_strip_of_a_counter_shows_its_calls_only(tmp_path: Path) -> None:
    async with switched_on() as one, switched_on() as three:
        strips = (strip(one, "one", "1"), strip(three, "three", "3"))
        async with showing(tmp_path, *strips) as live:
            await call(live, "3", "a")
            await until(lambda: three.lines[-1:] == ["A001→3号窗口"])
            await until(lambda: one.lines[-1:] == ["欢迎光临"])


async def test_a_dead_strip_is_told_of_and_delays_no_other(tmp_path: Path) -> None:
    wrong = StripConfig(id="wrong", kind="neon", address="x")
    with nobody_there() as dead:
        async with switched_on() as door, showing(tmp_path, dead, wrong, strip(door)) as live:
            await call(live, "1", "a")
            await until(lambda: door.lines[-1:] == ["A001→1号窗口"])
            await until(lambda: {"dead", "wrong", "door"} <= live.hall.devices.keys())
            states = {i: (d.state, d.detail) for i, d in live.hall.devices.items()}
            assert states["dead"] == ("down", "offline")
            assert states["wrong"] == ("down", "misconfigured")
            assert states["door"] == ("ok", "")


async def test_a_strip_that_was_switched_off_shows_what_is_true_when_it_is_back(tmp_path: Path) -> None:
    async with switched_on() as door, showing(tmp_path, strip(door), again_after=0.05) as live:
        await until(lambda: door.lines and "door" in live.hall.devices)
        await door.switch_off()
        await until(lambda: live.hall.devices["door"].state == "down")
        await call(live, "1", "a")
        door.lines.clear()
        await door.switch_on()
        await until(lambda: door.lines and live.hall.devices["door"].state == "ok")
        assert set(door.lines) == {"A001→1号窗口"}


async def test_strips_are_added_changed_and_taken_away_while_the_hall_runs(tmp_path: Path) -> None:
    async with switched_on() as door, switched_on() as desk, showing(tmp_path) as live:
        added = a_config(hours=None, strips=(strip(door),))
        await ask(live, ConfigureHall(config=added), "add")
        await until(lambda: door.lines == ["欢迎光临"])
        moved = a_config(hours=None, strips=(strip(desk),))
        await ask(live, ConfigureHall(config=moved), "move")
        await until(lambda: desk.lines == ["欢迎光临"])
        await call(live, "1", "a")
        await until(lambda: desk.lines[-1] == "A001→1号窗口")
        assert door.lines == ["欢迎光临"]
        await ask(live, ConfigureHall(config=a_config(hours=None)), "take away")
        await ask(live, c.StartService(counter="1"), "start")
        await call(live, "3", "b")
        assert desk.lines[-1] == "A001→1号窗口"


async def test_a_dead_strip_that_is_taken_away_is_nobodys_trouble(tmp_path: Path) -> None:
    with nobody_there() as dead:
        async with showing(tmp_path, dead) as live:
            await until(lambda: "strip_down/dead" in live.hall.alerts)
            await ask(live, ConfigureHall(config=a_config(hours=None)), "take away")
            await until(lambda: "strip_down/dead" not in live.hall.alerts)


async def test_a_burst_shows_what_is_true_in_the_end(tmp_path: Path) -> None:
    async with switched_on() as door, showing(tmp_path, strip(door)) as live:
        await until(lambda: door.lines)
        await call(live, "1", "a")
        await ask(live, c.StartService(counter="1"), "start")
        await call(live, "3", "b")
        await until(lambda: door.lines[-1] == "A002→3号窗口")


async def test_a_bug_in_a_strips_protocol_stops_that_strip_only(tmp_path: Path) -> None:
    """A file dropped into the folder of strips, with a bug in it."""
    (tmp_path / "broken_strip.py").write_text(BROKEN)
    strip_kinds.__path__.append(str(tmp_path))
    try:
        async with switched_on() as door:
            bad = replace(strip(door, "way"), kind="broken_strip")
            async with showing(tmp_path, bad, strip(door)) as live:
                await call(live, "3", "a")
                await until(lambda: door.lines and door.lines[-1] == "A001→3号窗口")
                assert "way" not in live.hall.devices
    finally:
        strip_kinds.__path__.remove(str(tmp_path))
