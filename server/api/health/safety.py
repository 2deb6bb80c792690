"""What is wrong with the hall's data, in words: for the heartbeat, for health, for the terminal."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from server.api.answering.texts import text
from server.domain.text import Text
from server.journal.files import DataGone
from server.journal.sqlite import SqliteJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What is wrong; told with every heartbeat."""

    code: str
    text: Text


class Safety:
    """Asks anew each time: what somebody took away is noticed, what came back too."""

    def __init__(self, journal: SqliteJournal, data: Path) -> None:
        self._journal, self._data = journal, data

    def troubles(self) -> list[Trouble]:
        """What stands in the hall's way now."""
        gone = [Trouble(code="data_gone", text=text("data_gone"))] if self._is_gone() else []
        damaged = [Trouble(code="journal_damaged", text=d.text) for d in self._journal.damage if not d.healed]
        return gone + damaged

    async def look_back(self) -> None:
        """At what lies further back than a start looks; it is told like the rest, once it is found."""
        await self._journal.look_back()

    def healed(self) -> list[Text]:
        """What was made good when the hall was opened."""
        return [d.text for d in self._journal.damage if d.healed]

    def megabytes_free(self) -> int | None:
        """None where there is no folder any more."""
        free = bytes_free(self._data)
        return None if free is None else free // (1024 * 1024)

    def _is_gone(self) -> bool:
        try:
            self._journal.require_same_file()
        except DataGone:
            return True
        return False


def bytes_free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
