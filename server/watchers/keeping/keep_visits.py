"""What was written to the journal -> visits as rows, now and then, and before a report reads them."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.pool import NullPool

from server.domain.hall import Hall
from server.journal import Recorded
from server.journal.sqlite import engine_for
from server.live_hall import LiveHall
from server.visits.keeping import Elsewhere, Keeper

T = TypeVar("T")

EVERY = 30.0  # s: a visit is written three times in its life rather than with every step
PAUSE = 0.02  # s between two portions of a long way: whoever serves has the interpreter meanwhile
MOST = 20_000  # events held here; where more have come they are read from the journal again


def visits_engine(database: Path) -> Engine:
    """Nothing here has to outlive a power cut: what is lost with its place is made again.

    Nothing stays open between two looks: the last who closes a hall's file puts its log into it.
    """
    return engine_for(database, "PRAGMA synchronous=NORMAL", pool=NullPool)


class KeepVisits:
    """One thread at a time keeps the rows; nobody who serves waits for it."""

    def __init__(self, live: LiveHall, engine: Engine) -> None:
        self._live, self._engine = live, engine
        self._keeper = Keeper(live.hall.id)
        self._news: list[Recorded] = []
        self._one = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="visits")

    @property
    def done(self) -> float:
        """How much of the journal is in the rows, 0 to 1."""
        return min(self._keeper.seq / max(self._live.hall.seq, 1), 1.0)

    def on_commit(self, hall: Hall, recorded: Sequence[Recorded]) -> None:
        self._news.extend(recorded)
        if len(self._news) > MOST:
            self._news.clear()

    async def run(self) -> None:
        """Keep until cancelled."""
        while True:
            await self.settle()
            await asyncio.sleep(EVERY)

    async def settle(self) -> None:
        """Until all that had happened when this was asked is in the rows."""
        async with self._one:
            news, self._news = self._news, []
            try:
                if await self._with(lambda db: self._keeper.take(db, news)):
                    return
                more = True
                while more:
                    more = await self._with(self._keeper.catch_up)
                    await asyncio.sleep(PAUSE if more else 0)
            except BaseException:
                self._thread.submit(self._keeper.forget)  # after what the thread may still be at
                raise

    async def _with(self, work: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._in_thread, work)

    async def close(self) -> None:
        """What is being written is written to its end."""
        await asyncio.to_thread(self._thread.shutdown)

    def _in_thread(self, work: Callable[[Connection], T]) -> T:
        with self._engine.connect() as db:
            try:
                return work(db)
            except Elsewhere:
                self._keeper.forget()
                return work(db)
