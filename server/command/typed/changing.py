"""`configure`, `export-config` and `special-days`: the set-up as a file."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import Data, Day, Yes, option


def configure(
    file: Annotated[Path, option("hall_file")],
    /,
    *,
    data: Data = None,
    yes: Yes = False,
    valid_from: Day = None,
    note: Annotated[str, option("note")] = "",
) -> None:
    with at_once():
        from server.command.work import configuring
    configuring.configure(data, file, valid_from, note, agreed=yes)


def export_config(
    file: Annotated[Path | None, option("export_file")] = None, /, *, data: Data = None
) -> None:
    with at_once():
        from server.command.work import configuring
    configuring.export(data, file)


def special_days(
    file: Annotated[Path | None, option("days_file")] = None,
    /,
    *,
    data: Data = None,
    year: Annotated[int, option("days_year", metavar="YYYY")] = 0,
    yes: Yes = False,
) -> None:
    with at_once():
        from server.command.work import special_days as work
    work.special(data, file, year, agreed=yes)
