"""`hallqueue init`, `token` and `person`: a hall is made, and who and what may speak to it."""

import asyncio
import secrets
from collections.abc import Sequence
from pathlib import Path

from server.access.roles import ROLES
from server.clock import HallClock
from server.command import making
from server.command.folder import folder_of, made
from server.command.terminal.terminal import say
from server.command.terminal.tongue import in_order
from server.command.texts import both
from server.devices.media import there
from server.domain.config.soundness.known import missing_media
from server.settings import Settings


def init(
    data: Path | None, pack: str | None, file: Path | None, name: str, hours: str, *, printers: Sequence[str]
) -> None:
    folder, password = folder_of(data), secrets.token_urlsafe(9)
    config = making.read_config(pack, file, name, hours)
    asyncio.run(making.make_hall(folder, config, HallClock()(), admin_password=password, printers=printers))
    opening = config.hours
    missing = missing_media(config, there(Settings(data=folder).media))
    say(*(in_order(p, "! ") for p in missing))
    say(
        both("made", zh=config.name.zh, en=config.name.en or config.name.zh, data=folder),
        both("hours", opens=opening.opens, closes=opening.closes) if opening else both("no_hours"),
        both("administrator", password=password),
        both("run_it", data=folder),
    )


def token(data: Path | None, role: str, place: str, name: str) -> None:
    folder = made(data)
    asyncio.run(making.require_place(folder, place))
    say(making.issue_token(folder, role, place, name or role, HallClock()()))


def person(data: Path | None, login: str, name: str, role: str, password: str) -> None:
    chosen = password or secrets.token_urlsafe(9)
    making.add_person(made(data), login, name, role, chosen)
    say(both("person", login=login, name=name, role=ROLES[role]))
    if not password:
        say(both("password", password=chosen))
