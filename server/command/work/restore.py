"""The command line of backup and restore: what is asked of the owner before, and told after."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from server import safekeeping
from server.access.roles import ROLES
from server.clock import HallClock
from server.command.folder import folder_of, there
from server.command.terminal.asking import agreed, answer
from server.command.terminal.progress import shown
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both
from server.domain.hall import Hall
from server.domain.text import Text
from server.safekeeping.access import Guest
from server.serving.serve import only_server


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What the owner has said of a restore beforehand; see the words of `hallqueue restore`."""

    move_away: bool = False
    damaged: bool = False
    numbers_after: int = 0
    shut_out: Sequence[str] = ()


def backup(data: Path | None, file: Path) -> None:
    folder = there(data)
    with shown() as going:
        saved = safekeeping.backup(folder, file, HallClock()(), going)
    wrong = [d for d in saved.damage if not d.healed]
    say(both("saved_damaged" if wrong else "saved", file=saved.file))
    say(*(in_order(d.text, "  ") for d in saved.damage))
    if saved.left_out:
        say(both("left_out", names=", ".join(saved.left_out)))
    if saved.missing:
        say(both("missing_media", names=", ".join(saved.missing)))


def restore(data: Path | None, file: Path, way: Way) -> None:
    """Asks only where somebody can answer; what it could not ask it says."""
    folder, now = folder_of(data), HallClock()()
    with only_server(folder):
        with shown() as going:
            prepared = safekeeping.prepare(file, folder, damaged=way.damaged, going=going)
        try:
            move_away = way.move_away or _may_move(prepared)
            safekeeping.require_way(prepared, move_away=move_away)
            out = [*way.shut_out, *_who_stays_out(prepared, given=bool(way.shut_out))]
        except BaseException:
            safekeeping.give_up(prepared)
            raise
        with shown() as going:
            going("placing", 0, 0)
            came = asyncio.run(
                safekeeping.finish(
                    prepared, now, move_away=move_away, numbers_after=way.numbers_after, out=out
                )
            )
    _tell(prepared, came)


def _may_move(prepared: safekeeping.Prepared) -> bool:
    if not prepared.in_the_way or not sys.stdin.isatty():
        return False
    files = "\n".join(f"  {p}" for p in prepared.in_the_way)
    return agreed(both("move_away_ask", data=prepared.data, files=files))


def _who_stays_out(prepared: safekeeping.Prepared, *, given: bool) -> Sequence[str]:
    """Whom the owner names of those that the copy lets in (C42)."""
    if not prepared.guests:
        return ()
    hall = prepared.staged.hall
    say(both("let_in", at=_local(hall, hall.at), n=len(prepared.guests)))
    say(*(_line(guest) for guest in prepared.guests))
    if given:
        return ()
    if not sys.stdin.isatty():
        say(both("let_in_later"))
        return ()
    say(both("let_in_ask"))
    return answer("> ").split()


def _line(guest: Guest) -> str:
    role = ROLES.get(guest.role, Text(guest.role, guest.role))
    return f"  {guest.name}  {guest.called}  {role.zh} {role.en}{f'  {guest.place}' if guest.place else ''}"


def _tell(prepared: safekeeping.Prepared, came: safekeeping.Came) -> None:
    say(both("restored", epoch=came.epoch))
    if came.first_ordinal:
        at = _local(prepared.staged.hall, came.copied_at)
        say(both("restored_numbers", at=at, first=f"{came.first_ordinal:03}"))
    say(both("restored_access" if prepared.carried else "restored_log_in"))
    if came.missing:
        say(both("missing_media", names=", ".join(came.missing)))
    if came.away is not None:
        say(both("moved_away", away=came.away))
    say(*(in_order(d.text, "! ") for d in came.damage))


def _local(hall: Hall, at: datetime) -> str:
    zone = ZoneInfo(hall.config.timezone) if hall.config else None
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
