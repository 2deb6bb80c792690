"""`doctor`, `replay`, `clock`, `drill`, `sheet` and `staffing`: is all well, and what to do."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import Data, Day, Yes, option


def doctor(*, data: Data = None) -> None:
    with at_once():
        from server.command.work import doctor as work
    work.doctor(data)


def replay(*, data: Data = None, mend: Annotated[bool, option("mend")] = False) -> None:
    with at_once():
        from server.command.work import replaying
    replaying.replay(data, mend=mend)


def clock(
    do: Annotated[str, option("settle", choices=("settle",))] = "", /, *, data: Data = None, yes: Yes = False
) -> None:
    with at_once():
        from server.command.work import clock as work
    work.clock(data, settled=bool(do), agreed=yes)


def drill(
    *,
    data: Data = None,
    by: Annotated[str, option("by", metavar="NAME")] = "",
    out: Annotated[Path | None, option("record", metavar="FILE")] = None,
    check: Annotated[Path | None, option("check", metavar="FILE")] = None,
) -> None:
    with at_once():
        from server.command.work import drill as work
    if check is not None:
        work.check(data, check)
    else:
        work.drill(data, by, out)


def sheet(file: Annotated[Path | None, option("sheet_file")] = None, /, *, data: Data = None) -> None:
    with at_once():
        from server.command.work import drill as work
    work.paper(data, file)


def staffing(*, data: Data = None, day: Annotated[Day, option("staffing_day", "--day")] = None) -> None:
    with at_once():
        from server.command.work import staffing as work
    work.staffing(data, day)
