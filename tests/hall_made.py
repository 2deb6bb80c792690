"""A hall as the tests have it: its hour, its folder, its administrator's password."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server.command import making
from server.packs.hall_file import pack
from server.settings import Settings
from server.visits.keeping import Keeper
from server.watchers.keeping.keep_visits import visits_engine

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in the hall
PASSWORD = "calm-lotus-31"
Message = dict[str, Any]


def make_template(data: Path) -> Path:
    """A power company's hall whose administrator is `admin`."""
    config = pack("power")
    asyncio.run(making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[]))
    _as_once_opened(data)
    return data


def _as_once_opened(data: Path) -> None:
    """Its visits kept as far as its journal goes: else each of a thousand copies makes them anew."""
    settings = Settings(data=data)
    engine, keeper = visits_engine(settings.database), Keeper(settings.hall_id)
    with engine.connect() as db:
        while keeper.catch_up(db):
            pass


def copy_of(template: Path, data: Path) -> Path:
    shutil.copytree(template, data)
    return data


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}
