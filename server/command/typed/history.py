"""`import-history` and `export-tickets`: what another system counted in, what this one counted out."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import Data, Day, Yes, option


def import_history(
    file: Annotated[Path | None, option("history_file")] = None,
    /,
    *,
    data: Data = None,
    name: Annotated[str, option("history_name")] = "",
    zone: Annotated[str, option("history_zone", metavar="ZONE")] = "",
    map: Annotated[tuple[str, ...], option("history_map", "--map", metavar="NAME=ID")] = (),
    undo: Annotated[str, option("history_undo", metavar="NAME")] = "",
    yes: Yes = False,
) -> None:
    with at_once():
        from server.command.work import history
    if undo:
        history.undo(data, undo)
    elif file is None:
        history.show(data)
    else:
        history.take(data, file, history.Wish(name=name, zone=zone, names=map, agreed=yes))


def export_tickets(
    file: Annotated[Path, option("tickets_file")],
    /,
    *,
    data: Data = None,
    from_day: Day = None,
    to_day: Annotated[Day, option("to_day", "--to")] = None,
) -> None:
    with at_once():
        from server.command.work import tickets
    tickets.export(data, file, from_day, to_day)
