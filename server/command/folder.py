"""The folder a command works on."""

import asyncio
from pathlib import Path

from server.command import making
from server.command.texts import both
from server.journal.files import is_there, require_new_or_whole
from server.settings import Settings, default_data


class Hopeless(Exception):
    """The command cannot be done; the text says why and what to do."""


def folder_of(data: Path | None) -> Path:
    return data or default_data(demo=False)


def made(data: Path | None) -> Path:
    """The folder of a hall that is there."""
    folder = folder_of(data)
    if not asyncio.run(making.is_made(folder)):
        raise Hopeless(both("no_hall", data=folder))
    return folder


def there(data: Path | None) -> Path:
    """As `made`, without opening the hall: beneath a server of an earlier version that would be refused."""
    folder = folder_of(data)
    if not is_there(database := Settings(data=folder).database):
        require_new_or_whole(database)
        raise Hopeless(both("no_hall", data=folder))
    return folder
