"""`hallqueue special-days`: next year's holidays from a small file, or as China has announced them."""

from dataclasses import replace
from pathlib import Path

from server.clock import HallClock
from server.command.folder import Hopeless, made
from server.command.terminal.tongue import in_order
from server.command.work.configuring import current, proposed, settle
from server.domain.config.pieces.calendar import SpecialDay
from server.insight.forecast import kinds
from server.packs.days_file import WRONG, DaysProblem, special_days, with_days


def special(data: Path | None, file: Path | None, year: int, *, agreed: bool) -> None:
    """A file's days go before the hall's, for somebody means them; announced ones never do."""
    folder, now = made(data), HallClock()()
    config = current(folder)
    days: tuple[SpecialDay, ...]
    if file is not None:
        try:
            days = special_days(file.read_bytes(), config)
        except DaysProblem as why:
            raise Hopeless("\n".join(map(in_order, why.wrong))) from why
    elif kinds.knows(year or now.year):
        days = tuple(kinds.proposed(config, year or now.year))
    else:
        raise Hopeless(in_order(WRONG["unknown_year"].fill(n="", cell=year or now.year)))
    wanted = replace(config, special_days=with_days(config, days, own_first=file is None))
    settle(folder, proposed(folder, wanted, now), now, None, agreed=agreed)
