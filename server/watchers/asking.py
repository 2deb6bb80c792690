"""How a watcher asks the hall: with a command, like anybody else, under its own name."""

import asyncio
import logging
import secrets

from server.domain.command import Command
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.live_hall import LiveHall, Overloaded

log = logging.getLogger(__name__)

AGAIN_AFTER = 1.0  # s


class Asking:
    """Asks under `system:<name>`."""

    def __init__(self, live: LiveHall, name: str) -> None:
        self._live, self._actor = live, f"system:{name}"

    async def ask(self, command: Command, *, patient: bool = False) -> bool:
        """Ask once; a refusal or a failing disk is logged and answered with False."""
        try:
            await self._live.apply(command, actor=self._actor, request=self._name(), patient=patient)
        except (Refused, StorageFailed, Overloaded) as error:
            log.info("%s: %s came to nothing: %s", self._actor, type(command).__name__, error)
            return False
        return True

    async def why_not(self, command: Command) -> Refused | None:
        """Ask once; the hall's refusal, or None when it was obeyed or nothing can be said now."""
        try:
            await self._live.apply(command, actor=self._actor, request=self._name())
        except Refused as refused:
            return refused
        except (StorageFailed, Overloaded) as error:
            log.info("%s: %s came to nothing: %s", self._actor, type(command).__name__, error)
        return None

    async def insist(self, command: Command) -> None:
        """Ask until it is written down, however long the disk fails; raises `Refused`."""
        name = self._name()
        while True:
            try:
                await self._live.apply(command, actor=self._actor, request=name)
            except (StorageFailed, Overloaded):
                await asyncio.sleep(AGAIN_AFTER)
            else:
                return

    def _name(self) -> str:
        return f"{self._actor}/{secrets.token_hex(8)}"
