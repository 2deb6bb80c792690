"""A hall as the tests have it: its hour, its folder, its administrator's password."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server.command import making
from server.packs.hall_file import pack

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in the hall
PASSWORD = "calm-lotus-31"
Message = dict[str, Any]


def make_template(data: Path) -> Path:
    """A power company's hall whose administrator is `admin`."""
    config = pack("power")
    asyncio.run(making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[]))
    return data


def copy_of(template: Path, data: Path) -> Path:
    shutil.copytree(template, data)
    return data


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}
