"""People's names by their log-ins, for views: read beside them, so that no view waits for the disk."""

import asyncio
from collections.abc import Mapping

from server.access.people import People

EVERY = 5.0  # s: another process may add people, too


class WhoIsWho:
    """Knows everybody there was at the last look."""

    def __init__(self, people: People, every: float = EVERY) -> None:
        self._people, self._every = people, every
        self._names: Mapping[str, str] = {}

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(self._every)

    async def look(self) -> None:
        """One look."""
        self._names = {p.login: p.name for p in await asyncio.to_thread(self._people.list)}

    def name_of(self, login: str) -> str:
        """The person's name; whoever is not known, or has none, is called by the log-in."""
        login = login.removeprefix("person:")
        return self._names.get(login) or login
