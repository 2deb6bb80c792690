"""`hallqueue drill` holds the monthly exercise and checks records of it; `hallqueue sheet` is for paper."""

import asyncio
import sys
from pathlib import Path
from urllib.error import HTTPError, URLError

from server.clock import HallClock
from server.command import making
from server.command.folder import made
from server.command.terminal.terminal import say
from server.command.texts import both
from server.command.work import configuring
from server.domain.equipment.commands import NoteAccess
from server.drill import Exercise, Record, genuine, hold, signed
from server.drill.contingency import as_html, as_text, sheet
from server.drill.texts import TITLES, text_of
from server.serving.serve import HallInUse, only_server

LONGEST_NAME = 60
LONGEST_PAGE = 1 << 20


def check(data: Path | None, record: Path) -> None:
    """Exit with 1 when the record is not genuine."""
    folder = made(data)
    with record.open(encoding="utf-8") as file:
        well = genuine(file.read(LONGEST_PAGE), folder)
    say(both("genuine" if well else "not_genuine", file=record))
    sys.exit(0 if well else 1)


def drill(data: Path | None, by: str, out: Path | None) -> None:
    """Exit with 1 when an exercise failed."""
    folder = made(data)
    say(both("drill"))
    config, now = configuring.current(folder), HallClock()()
    record = asyncio.run(hold(config, now, by=by[:LONGEST_NAME], tell=lambda done: say(_line(done))))
    page = signed(record.page(), folder)
    file = out or Path(f"drill-{now:%Y-%m-%d}.txt")
    file.write_text(page, encoding="utf-8")
    put_on_record(folder, record)
    say(both("drilled", file=file, share=record.share))
    sys.exit(0 if record.passed == len(record.exercises) else 1)


def paper(data: Path | None, file: Path | None) -> None:
    """Who has which number, from the rows on the disk."""
    shown = sheet(asyncio.run(making.hall_of(made(data))))
    if file is None:
        say(as_text(shown).rstrip())
        return
    page = as_html(shown) if file.suffix.lower() in (".html", ".htm") else as_text(shown)
    file.write_text(page, encoding="utf-8")
    say(both("sheet", file=file, n=len(shown.rows)))


def _line(done: Exercise) -> str:
    outcome = text_of("passed" if done.passed else "failed")
    title = TITLES[done.name]
    zh = f"{done.name} {title.zh}：{outcome.zh}（{done.seen.zh}）"
    return f"{zh}\n   {title.en}: {outcome.en} ({done.seen.en})"


def put_on_record(data: Path, record: Record) -> None:
    """Through the running server where there is one, else into the journal."""
    try:
        with only_server(data):
            command = NoteAccess(what="drill_held", subject=record.share, detail=record.by)
            asyncio.run(making.note(data, command, record.at))
    except HallInUse:
        _tell_the_server(data, record)


def _tell_the_server(data: Path, record: Record) -> None:
    body = {"passed": record.passed, "held": len(record.exercises), "by": record.by}
    try:
        configuring.post_to_server(data, "/api/drill", body, HallClock()())
    except (HTTPError, URLError) as why:
        raise configuring.CannotConfigure(both("not_on_record", why=why)) from None
