"""What this machine's clock and the hall's records say of each other, and the way back from the future."""

import asyncio
import secrets
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from server.clock import FAR, LEAP, NOT_BEFORE, HallClock
from server.command import making
from server.command.folder import Hopeless, made
from server.command.terminal.asking import agreed as asked
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both
from server.command.work.configuring import ask_server
from server.domain.hall import Hall
from server.domain.text import Text
from server.serving.serve import HallInUse, only_server
from server.watchers.clock.time_sources import boot_id, read_mark, write_mark

AHEAD = Text(
    "营业厅的记录到 {hall}，比这台机器的时钟 {machine} 还晚：两者必有一个不对。如果机器的时钟是对的，"
    "运行 hallqueue clock settle，或在现场页点“采用服务器时间”；如果不对，先把机器的时钟调准",
    "The hall's records reach {hall}, later than this machine's clock says, {machine}: one of them is wrong. "
    "If the machine is right, run `hallqueue clock settle` or press 采用服务器时间 on the live board; "
    "if not, put the machine's clock right first.",
)
EARLY = Text(
    "这台机器的时钟 {machine} 早于本程序的年代，一定不对，请先调准（例如启用 chrony）",
    "This machine's clock says {machine}, before this program was made: put it right first (chrony does).",
)
LATE = Text(
    "这台机器的时钟 {machine} 比营业厅最后的记录 {hall} 晚了一年以上，请核实",
    "This machine's clock says {machine}, more than a year after the hall's last record of {hall}: check it.",
)
FUTURE_FILES = Text(
    "数据目录里有时间晚于现在（{machine}）的文件，最新的是 {files}：这台机器的时钟曾经快过，或者现在慢了",
    "Files of the hall bear a time later than now ({machine}), the newest {files}: this machine's clock was "
    "ahead once, or is behind now.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """Four moments that should follow each other; `zone` is how they are written."""

    machine: datetime
    hall: datetime | None  # the journal's last event
    proven: datetime | None
    files: datetime | None  # the newest file of the hall
    zone: str = "UTC"

    def written(self, moment: datetime | None) -> str:
        return f"{moment.astimezone(ZoneInfo(self.zone)):%Y-%m-%d %H:%M:%S}" if moment else "—"

    @property
    def trouble(self) -> Text | None:
        """What does not fit, in words with what to do; None when everything does."""
        known = max(filter(None, (self.hall, self.proven)), default=None)
        places = {
            "machine": self.written(self.machine),
            "hall": self.written(known),
            "files": self.written(self.files),
        }
        if self.machine < NOT_BEFORE:
            return EARLY.fill(**places)
        if known and known - self.machine > LEAP:
            return AHEAD.fill(**places)
        if known and self.machine - known > FAR:
            return LATE.fill(**places)
        if self.files and self.files - self.machine > LEAP:
            return FUTURE_FILES.fill(**places)
        return None


def clock(data: Path | None, *, settled: bool, agreed: bool) -> None:
    """Exit with 1 when something does not fit."""
    folder = made(data)
    state = look(folder)
    known = (state.machine, state.hall, state.proven, state.files)
    machine, hall, proven, files = map(state.written, known)
    say(both("clock_says", machine=machine, hall=hall, proven=proven, files=files))
    if not settled:
        wrong = state.trouble
        say(in_order(wrong) if wrong else both("clock_fits"))
        sys.exit(1 if wrong else 0)
    if not agreed and not asked(both("settle", machine=machine)):
        raise Hopeless(both("not_applied"))
    settle(folder)
    say(both("settled"))


def look(data: Path, machine: datetime | None = None) -> ClockState:
    hall = asyncio.run(making.hall_of(data)) if (data / "hall.sqlite3").exists() else Hall()
    mark = read_mark(data)
    return ClockState(
        machine=machine or HallClock().machine(),
        hall=hall.at if hall.seq else None,
        proven=mark.at if mark else None,
        files=max(_times(data), default=None),
        zone=hall.config.timezone if hall.config else "UTC",
    )


def _times(data: Path) -> Iterator[datetime]:
    for file in data.rglob("*") if data.is_dir() else ():
        try:
            yield datetime.fromtimestamp(file.stat().st_mtime, UTC)
        except OSError:  # gone meanwhile
            continue


def settle(data: Path) -> None:
    """Through the running server where there is one; else into the journal, and the time is proven."""
    try:
        with only_server(data):
            clock = HallClock()
            asyncio.run(making.settle_clock(data, clock.machine()))
            write_mark(data, clock.believed(boot_id()))
    except HallInUse:
        _ask_the_server(data)


def _ask_the_server(data: Path) -> None:
    ask_server(data, "/api/commands/settle_clock", {"id": secrets.token_hex(16)}, HallClock()())
