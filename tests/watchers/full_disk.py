"""A disk that has no room for one page more, as SQLite itself sees it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import cast

from server.journal.sqlite import SqliteJournal
from tests.hall_here import HereHall


@asynccontextmanager
async def full_disk(hall: HereHall) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """No new page from here on; call what comes out to make room. Fills what is left of the last page."""
    journal = cast(SqliteJournal, hall.house.live.journal)

    def limit(pages: int) -> None:
        db = journal._open()
        db.execute(f"PRAGMA max_page_count = {pages or db.execute('PRAGMA page_count').fetchone()[0]}")

    def fill() -> None:
        db = journal._open()
        db.execute("CREATE TABLE IF NOT EXISTS filling (x TEXT)")
        limit(0)
        for size in (4000, 400, 40, 4):
            try:
                while True:
                    db.execute("INSERT INTO filling VALUES (?)", ("x" * size,))
            except Exception:  # noqa: BLE001  # full is what is wanted
                continue

    async def room() -> None:
        await journal._in_thread(lambda: limit(1_000_000))

    await journal._in_thread(fill)
    yield room
    await room()
