"""`backup` and `restore`."""

from pathlib import Path
from typing import Annotated

from server.command.lines.loading import at_once
from server.command.typed.options import Data, option


def backup(file: Annotated[Path, option("backup_file")], /, *, data: Data = None) -> None:
    with at_once():
        from server.command.work import restore as work
    work.backup(data, file)


def restore(
    file: Annotated[Path, option("restore_file")],
    /,
    *,
    data: Data = None,
    move_away: Annotated[bool, option("move_away")] = False,
    damaged: Annotated[bool, option("damaged")] = False,
    numbers_after: Annotated[int, option("numbers_after", metavar="N", allow_leading_hyphen=True)] = 0,
    shut_out: Annotated[tuple[str, ...], option("shut_out", metavar="NAME", consume_multiple=(1, None))] = (),
) -> None:
    with at_once():
        from server.command.work import restore as work
    way = work.Way(move_away=move_away, damaged=damaged, numbers_after=numbers_after, shut_out=shut_out)
    work.restore(data, file, way)
