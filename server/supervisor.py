"""Keeps the parts of a running hall going, each for itself: one that fails stops nobody else, and is told.

A part that failed is taken up again, later each time. It counts as in trouble from its first failure until it
has run well for a while: what starts anew every second is not well.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0  # s before a failed part is taken up again; doubled each time
WELL_AFTER = 60.0  # s without a failure
Run = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Part:
    """`kind` names what it does, `subject` is the id of the one device or zone it does it for."""

    kind: str
    subject: str = ""

    @property
    def name(self) -> str:
        """For the log."""
        return f"{self.kind} {self.subject}".strip()


class Ended(Exception):
    """A part that goes on for ever came to an end."""


@dataclass(slots=True)
class _Record:
    error: str
    failures: int
    well_from: float  # when it has run well for long enough


class _Alone:
    """Entered for every view that is pushed: what `contextmanager` makes costs several times this."""

    __slots__ = ("_part", "_supervisor")

    def __init__(self, supervisor: "Supervisor", part: Part) -> None:
        self._supervisor, self._part = supervisor, part

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Exception):
            return False
        self._supervisor.failed(self._part, error)
        return True


class Supervisor:
    """Owns a task for each part; nothing here is shared between two parts."""

    def __init__(
        self,
        *,
        first_wait: float = FIRST_WAIT,
        longest_wait: float = LONGEST_WAIT,
        well_after: float = WELL_AFTER,
        told_elsewhere: tuple[type[Exception], ...] = (),
    ) -> None:
        """`told_elsewhere`: faults of what all parts stand on, told by who looks after it."""
        self._told_elsewhere = told_elsewhere
        self._first, self._longest, self._well_after = first_wait, longest_wait, well_after
        self._tasks: dict[Part, asyncio.Task[None]] = {}
        self._errands: set[asyncio.Task[None]] = set()
        self._records: dict[Part, _Record] = {}
        self._waiting: dict[Part, asyncio.TimerHandle] = {}  # for what all stand on; until each has run well
        self.changed = asyncio.Event()  # a part has come into trouble

    def start(self, part: Part, run: Run) -> None:
        """Keep `run` going until `end`; it is expected never to return."""
        if part in self._tasks:
            raise ValueError(f"{part.name} runs already")
        self._tasks[part] = asyncio.get_running_loop().create_task(self._keep(part, run))

    def errand(self, part: Part, once: Coroutine[Any, Any, object]) -> None:
        """Do something once on a part's behalf; its failure is the part's."""
        task = asyncio.get_running_loop().create_task(self._once(part, once))
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def end(self, part: Part) -> None:
        """No longer wanted, so no longer in trouble."""
        self._records.pop(part, None)
        if (over := self._waiting.pop(part, None)) is not None:
            over.cancel()
        if (task := self._tasks.pop(part, None)) is not None:
            await _over(task)

    async def close(self) -> None:
        """End everything."""
        tasks = [*self._tasks.values(), *self._errands]
        self._tasks = {}
        for over in self._waiting.values():
            over.cancel()
        for task in tasks:
            task.cancel()
        for task in tasks:
            await _over(task)

    def failed(self, part: Part, error: Exception, wait: float = 0.0) -> None:
        """A part has failed; also for those called by others, which are not tasks of their own."""
        if isinstance(error, self._told_elsewhere):
            self._wait(part, error)
            return
        why, known = f"{type(error).__name__}: {error}", self._records.get(part)
        if known is None or known.error != why:
            log.error("%s failed and is taken up again", part.name, exc_info=error)
        elif wait:
            log.warning("%s failed again (%d): %s", part.name, known.failures + 1, why)
        failures = known.failures + 1 if known else 1
        self._records[part] = _Record(why, failures, _now() + wait + self._well_after)
        self.changed.set()

    def _wait(self, part: Part, error: Exception) -> None:
        """Said once, and once more when the part has gone on for a while."""
        if (over := self._waiting.pop(part, None)) is None:
            log.warning("%s waits for what it stands on: %s", part.name, error)
        else:
            over.cancel()
        later = asyncio.get_running_loop().call_later
        self._waiting[part] = later(self._well_after, self._go_on, part)

    def _go_on(self, part: Part) -> None:
        del self._waiting[part]
        log.warning("%s goes on", part.name)

    def alone(self, part: Part) -> "_Alone":
        """For one of many things a part does in a round: if it fails the round goes on."""
        return _Alone(self, part)

    def in_trouble(self) -> tuple[Part, ...]:
        """Those that have not run well since their last failure for long enough."""
        now = _now()
        self._records = {part: record for part, record in self._records.items() if record.well_from > now}
        return tuple(sorted(self._records))

    async def _keep(self, part: Part, run: Run) -> None:
        wait = self._first
        while True:
            began = _now()
            try:
                await run()
                raise Ended
            except Exception as error:  # noqa: BLE001  # whatever it is, it stops this part only
                if isinstance(error, self._told_elsewhere) or _now() - began > self._well_after:
                    wait = self._first
                self.failed(part, error, wait)
            await asyncio.sleep(wait)
            wait = min(2 * wait, self._longest)

    async def _once(self, part: Part, once: Coroutine[Any, Any, object]) -> None:
        try:
            await once
        except Exception as error:  # noqa: BLE001  # as above
            self.failed(part, error)


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _over(task: asyncio.Task[None]) -> None:
    """Cancelled and gone."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.wait([task])
