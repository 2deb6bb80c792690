"""What is wrong with a running hall beside what its journal says, in words."""

from collections.abc import Mapping
from datetime import datetime

from server.api.answering.texts import text
from server.api.health.safety import Safety, Trouble
from server.clock import HallClock
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.spans import in_words
from server.domain.text import Text
from server.domain.views.part_texts import part_failed
from server.live_hall import LiveHall
from server.plugins import broken
from server.safekeeping.noted import Backups, Unsaved
from server.supervisor import Part, Supervisor
from server.watchers.tell_parts import KIND, alert_of

LOW_DISK = 200  # MB
NEVER = Text("还没有过", "never")


class Faults:
    """`backups`: None where nobody needs any, in a demo."""

    def __init__(
        self,
        live: LiveHall,
        clock: HallClock,
        safety: Safety,
        parts: Supervisor,
        backups: Backups | None = None,
    ) -> None:
        self._live, self._clock, self._safety, self._parts = live, clock, safety, parts
        self._backups = backups

    def beside_the_journal(self) -> list[Trouble]:
        """What the journal itself cannot tell: told with every heartbeat."""
        codes: list[tuple[str, Mapping[str, object]]] = []
        if self._live.storage_failed:
            codes.append(("storage_failed", {}))
        free = self._safety.megabytes_free()
        if free is not None and free < LOW_DISK:
            codes.append(("disk_low", {"megabytes": free}))
        if off := self._clock.doubt or -self._clock.behind:
            way = "clock_jumped" if off.total_seconds() < 0 else "clock_ahead"
            codes.append((way, {"span": in_words(off.total_seconds())}))
        config = self._live.hall.config
        if self._backups and config and (late := self._backups.unsaved()):
            codes.append(_of_backups(late, config))
        alerts = self._live.hall.alerts
        failing = [part for part in self._parts.in_trouble() if alert_of(part) not in alerts]
        return [
            *self._safety.troubles(),
            *(Trouble(code=code, text=text(code, **places)) for code, places in codes),
            *(self._part_failed(part) for part in failing),
        ]

    def all(self) -> list[Trouble]:
        """Whatever keeps the hall from being well; nothing of it is secret."""
        parts = [self._part_failed(part) for part in self._parts.in_trouble()]
        parts += [Trouble(code="plugin_broken", text=each.text) for each in broken()]
        return [*parts, *(fault for fault in self.beside_the_journal() if fault not in parts)]

    def _part_failed(self, part: Part) -> Trouble:
        return Trouble(code=KIND, text=part_failed(self._live.hall, part.kind, part.subject))


def _of_backups(late: Unsaved, config: HallConfig) -> tuple[str, Mapping[str, object]]:
    def at(moment: datetime) -> str:
        return f"{local(config, moment):%Y-%m-%d %H:%M}"

    last = Text(*(at(late.last),) * 2) if late.last else NEVER
    if late.failed_at:
        return "backup_failed", {"at": at(late.failed_at), "last": last}
    return "backup_late", {"since": at(late.since), "last": last}
